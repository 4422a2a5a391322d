/** A value in an address: what it may be, and what it says. */
export interface Parametre {
  motif: string;
  description: string;
}

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** What stands between braces in the addresses, unless the family says otherwise. */
export const PARAMETRES: Readonly<Record<string, Parametre>> = {
  slug: { motif: SLUG, description: "Partie de l'adresse qui nomme la page ; les listes la donnent." },
  type: { motif: SLUG, description: 'Type de diplôme : `cap`, `bac-pro`… ; `/formations.json` les donne.' },
  code: { motif: '[0-9A-Z]{7,11}', description: 'Code officiel sans préfixe : CFD (8), MEFSTAT11 (11) ou SISE (7).' },
  uai: { motif: '[0-9]{7}[A-Z]', description: "Code UAI de l'établissement, en majuscules." },
  region: { motif: '[0-9]{2}', description: 'Code Insee de la région.' },
  academie: { motif: '[0-9]{2}', description: "Code de l'académie, deux chiffres." },
  millesime: { motif: '[0-9]{4}(?:_[0-9]{4})?', description: 'Année de sortie, ou deux années réunies : `2023_2024`.' },
  departement: { motif: SLUG, description: 'Département : `ille-et-vilaine`… ; `/pres-de-chez-moi.json` les donne.' },
  lieu: { motif: SLUG, description: '`france`, ou une région : `bretagne`.' },
  jeu: { motif: SLUG, description: 'Nom du jeu ; `/telechargements/datapackage.json` les donne.' },
  dessin: { motif: 'comparaison|mois|promotions|salaire', description: 'Nom du dessin.' },
  schema: { motif: '[a-z]+(?:_[a-z]+)*', description: 'Nom du schéma ; `/api/index.json` les donne.' },
  texte: {
    motif: 'comprendre|donnees|mentions-legales|accessibilite|qualite',
    description: 'Nom de la page.',
  },
};

export interface Adressee {
  modele: string;
  parametres?: Readonly<Record<string, Parametre>> | undefined;
}

/** The values of an address, in order: `/a/{slug}.json` → slug. */
export function parametresDe({ modele, parametres = {} }: Adressee): [nom: string, parametre: Parametre][] {
  return [...modele.matchAll(/\{(\w+)\}/g)].map(([, nom = '']) => {
    const parametre = parametres[nom] ?? PARAMETRES[nom];
    if (parametre === undefined) throw new Error(`${modele}: nothing says what ${nom} is`);
    return [nom, parametre];
  });
}

/** Which addresses the family has; the groups are named as its values. */
export function expressionDe(adressee: Adressee): RegExp {
  const motifs = new Map(parametresDe(adressee));
  const source = adressee.modele
    .split(/(\{\w+\})/)
    .map((part) => {
      const nom = /^\{(\w+)\}$/.exec(part)?.[1];
      return nom === undefined ? part.replaceAll('.', '\\.') : `(?<${nom}>${motifs.get(nom)?.motif ?? ''})`;
    })
    .join('');
  return new RegExp(`^${source}$`);
}
