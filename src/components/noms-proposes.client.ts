import { NOMBRE_DE_PROPOSITIONS, Propositions } from './propositions.ts';
import { chargerNoms, chargerNomsSansChiffre, type NomTrouve } from './recherche-noms.ts';

/** Proposes names of pages under the search field. */
class NomsProposes extends Propositions {
  protected override preparer(): Promise<unknown> {
    return chargerNoms();
  }

  protected override async trouver(texte: string): Promise<NomTrouve[] | undefined> {
    const noms = await chercherNoms(texte).catch(() => undefined);
    return noms?.slice(0, NOMBRE_DE_PROPOSITIONS);
  }

  protected override compter(nombre: number): string {
    if (nombre === 0) return 'Aucun nom proposé.';
    return nombre === 1
      ? '1 nom proposé, flèche vers le bas pour y aller.'
      : `${nombre} noms proposés, flèche vers le bas pour y aller.`;
  }
}

/** Names with figures, else the same with mistakes forgiven, else the names without figures. */
async function chercherNoms(texte: string): Promise<NomTrouve[]> {
  const annuaire = await chargerNoms();
  const found = [annuaire.exacts(texte).noms, annuaire.proches(texte)].find((noms) => noms.length > 0);
  return found ?? (await chargerNomsSansChiffre()).exacts(texte).noms;
}

customElements.define('noms-proposes', NomsProposes);
