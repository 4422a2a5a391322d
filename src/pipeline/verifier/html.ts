import { lieuDe, type Objet } from './fiche-lue.ts';
import type { Releve } from './releve.ts';

/** A comment, or a tag with its attributes. Attribute values may hold `>`; no two ways to match, so that the time is linear. */
const BALISE = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w:-]*)([^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*)>/g;
const ATTRIBUT =
  /\sdata-(code|filiere|millesime|maille|region|uai|perimetre|valeur|etat|indicateur|icone|phrase)(?![\w-])(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const SANS_FIN = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Attributes that say who the record is, without `data-`, and the key of the JSON files that says the same. */
const IDENTITE = new Map([
  ['code', 'code_certification'],
  ['filiere', 'filiere'],
  ['millesime', 'millesime'],
  ['maille', 'maille'],
  ['region', 'region'],
  ['uai', 'uai'],
  ['perimetre', 'perimetre'],
]);

const SANS_IDENTITE: Objet = {};

interface Ouvert {
  nom: string;
  /** What the element and those around it say of the record. */
  identite: Objet;
}

/**
 * Checks a page or a drawing by the attributes that PRODUCT § 8 promises: an element that says a figure (`data-etat` or `data-indicateur` with
 * `data-valeur`), an icon of the card or its sentence, of a record that the element or those around it name. What bears no attribute (bars
 * drawn over years) is told by the table beside it.
 */
export function lireHtml(releve: Releve, fichier: string, html: string): void {
  if (!/data-(valeur|icone|phrase)|"millesime"/.test(html)) return;
  const ouverts: Ouvert[] = [];
  BALISE.lastIndex = 0;
  for (let balise = BALISE.exec(html); balise !== null; balise = BALISE.exec(html)) {
    const [, fin, tag = '', attributs = ''] = balise;
    const nom = tag.toLowerCase();
    if (fin === undefined) continue;
    if (fin === '/') fermer(ouverts, nom);
    else if (nom === 'script' || nom === 'style') sauterTexte(releve, fichier, html, nom);
    else {
      const herite = ouverts.at(-1)?.identite ?? SANS_IDENTITE;
      const identite = attributs.includes('data-') ? lireAttributs(releve, fichier, attributs, herite) : herite;
      if (!SANS_FIN.has(nom) && !attributs.endsWith('/')) ouverts.push({ nom, identite });
    }
  }
}

/** Closes the nearest open element of that name, with those inside it that need no end tag. */
function fermer(ouverts: Ouvert[], nom: string): void {
  if (ouverts.at(-1)?.nom === nom) {
    ouverts.pop();
    return;
  }
  const rang = ouverts.findLastIndex((ouvert) => ouvert.nom === nom);
  if (rang >= 0) ouverts.length = rang;
}

/** Looks at what an element says, and returns its identity over the one that it inherits. */
function lireAttributs(releve: Releve, fichier: string, attributs: string, herite: Objet): Objet {
  let identite = herite;
  const dits = new Map<string, string>();
  ATTRIBUT.lastIndex = 0;
  for (let found = ATTRIBUT.exec(attributs); found !== null; found = ATTRIBUT.exec(attributs)) {
    const [, nom = '', double, simple, nu] = found;
    const value = double ?? simple ?? nu ?? '';
    const cle = IDENTITE.get(nom);
    if (cle === undefined) dits.set(nom, value);
    else {
      if (identite === herite) identite = { ...herite };
      identite[cle] = value;
    }
  }
  const dit = figureDite(dits);
  if (dit !== undefined && !('perimetre' in identite)) signaler(releve, fichier, identite, dit);
  return identite;
}

/** The figure that an element says, by its attributes: a value that is not a headcount, an icon, a sentence. */
function figureDite(dits: ReadonlyMap<string, string>): string | undefined {
  if (!dits.has('valeur')) return ['icone', 'phrase'].find((nom) => dits.has(nom));
  const indicateur = dits.get('indicateur');
  return indicateur === 'nb_annee_term' ? undefined : (indicateur ?? dits.get('etat') ?? 'valeur');
}

function signaler(releve: Releve, fichier: string, identite: Objet, dit: string): void {
  const { code_certification: code, filiere, millesime } = identite;
  if (typeof code !== 'string' || typeof filiere !== 'string' || typeof millesime !== 'string') {
    releve.sansIdentite += 1;
    return;
  }
  releve.valeursComparees += 1;
  releve.signaler(fichier, { code, filiere, millesime, lieu: lieuDe(identite) }, dit);
}

/** Goes past the end of a script or style; JSON inside a page is read as a file would be. */
function sauterTexte(releve: Releve, fichier: string, html: string, nom: string): void {
  const debut = BALISE.lastIndex;
  const fin = new RegExp(`</${nom}`, 'gi');
  fin.lastIndex = debut;
  BALISE.lastIndex = fin.exec(html)?.index ?? html.length;
  const texte = html.slice(debut, BALISE.lastIndex);
  if (nom === 'script' && /^\s*[[{]/.test(texte) && texte.includes('"millesime"'))
    releve.lireJson(fichier, JSON.parse(texte));
}
