import { acceLines } from './acce.ts';
import { annuaireLines } from './annuaire.ts';
import { enquete51Lines, formationDiplomeLines, mefLines, vueFormationDiplomeLines } from './bcn-formations.ts';
import {
  diplomeSiseLines,
  domaineSpecialiteLines,
  groupeFormationLines,
  groupeSpecialiteLines,
  lienFormationGroupeLines,
  niveauLines,
  typeDiplomeSiseLines,
} from './bcn-tables.ts';
import { catalogueLines } from './catalogue.ts';
import { cfaLines, deppApprentissage2020Lines, deppPro2019Lines, lyceeLines } from './donnees-ouvertes.ts';
import { MARQUE_DE_FICTION } from './ecriture.ts';
import type { FichierBrut } from './fichier-brut.ts';
import { formationFineLines } from './formation-fine.ts';
import { etablissementLines, nationalLines, regionalLines } from './inserjeunes-api.ts';
import { omogenLines } from './insersup-etablissement.ts';
import { openDataLines } from './insersup-ouvert.ts';
import { volumeLines } from './insersup-volume.ts';
import { noticeLines } from './notice.ts';
import type { Modele } from './modele.ts';
import { certifInfoLines, kitLines } from './rncp.ts';

/** UTF-8 with LF, unless a file says otherwise. */
function fichier(nom: string, lignes: () => Iterable<string>, habits: Partial<FichierBrut> = {}): FichierBrut {
  return { nom, encodage: 'utf-8', finDeLigne: '\n', lignes, ...habits };
}

/** OpenDataSoft and France compétences export this way. */
const OPEN_DATA = { encodage: 'utf-8-bom', finDeLigne: '\r\n' } as const;
const BOM = { encodage: 'utf-8-bom' } as const;

/**
 * Every file of the raw folder, each with the habits of its publisher (FORMATS, SOURCES). `insersupLignes`: how many rows the InserSup open
 * data must have, instead of what the scale says.
 */
export function fichiersOf(modele: Modele, insersupLignes = modele.echelle.lignes.insersup): FichierBrut[] {
  const insersup = (): Iterable<string> =>
    insersupLignes === undefined ? openDataLines(modele) : volumeLines(modele, insersupLignes);
  return [
    fichier(MARQUE_DE_FICTION, () => noticeLines(modele)),
    fichier('inserjeunes-national.csv', () => nationalLines(modele)),
    fichier('inserjeunes-regional.csv', () => regionalLines(modele)),
    fichier('inserjeunes-etablissement.csv', () => etablissementLines(modele)),
    fichier('fr-en-inserjeunes-lycee_pro-formation-fine.csv', () => formationFineLines(modele), OPEN_DATA),
    fichier('fr-en-inserjeunes-lycee_pro.csv', () => lyceeLines(modele), OPEN_DATA),
    fichier('fr-en-inserjeunes-cfa.csv', () => cfaLines(modele), OPEN_DATA),
    fichier('depp-2023-etablissements-2018_2019-pro.csv', () => deppPro2019Lines(modele)),
    fichier('depp-2023-etablissements-2019_2020-apprentissage.csv', () => deppApprentissage2020Lines(modele)),
    fichier('fr-esr-insersup.csv', insersup, BOM),
    fichier('insersup-etablissement.csv', () => omogenLines(modele)),
    fichier('n_formation_diplome.csv', () => formationDiplomeLines(modele), { encodage: 'windows-1252' }),
    fichier('v_formation_diplome.csv', () => vueFormationDiplomeLines(modele), BOM),
    fichier('n_formation_diplome_enquete_51.csv', () => enquete51Lines(modele), { encodage: 'iso-8859-1' }),
    fichier('n_mef.csv', () => mefLines(modele), BOM),
    fichier('n_niveau_formation_diplome.csv', niveauLines),
    fichier('n_groupe_formation.csv', groupeFormationLines, BOM),
    fichier('n_lien_formation_groupe.csv', () => lienFormationGroupeLines(modele), BOM),
    fichier('n_groupe_specialite.csv', groupeSpecialiteLines, BOM),
    fichier('n_domaine_specialite.csv', domaineSpecialiteLines, BOM),
    fichier('n_diplome_sise.csv', () => diplomeSiseLines(modele), { encodage: 'iso-8859-1' }),
    fichier('n_type_diplome_sise.csv', typeDiplomeSiseLines),
    fichier('acce_etablissements.csv', () => acceLines(modele), { encodage: 'iso-8859-1' }),
    fichier('fr-en-annuaire-education.csv', () => annuaireLines(modele), OPEN_DATA),
    fichier('catalogue-apprentissage.csv', () => catalogueLines(modele)),
    fichier('kit_apprentissage.csv', () => kitLines(modele), OPEN_DATA),
    fichier('certif_info.csv', () => certifInfoLines(modele)),
  ];
}
