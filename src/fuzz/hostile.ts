import { isUtf8 } from 'node:buffer';

import { normalizeHeader } from '../pipeline/reader/header.ts';
import type { Dossier } from './base.ts';
import { HOSTILES } from './operateurs/cellules.ts';
import { enOctets, separateurDe } from './operateurs/types.ts';

/** Columns of words that pages show: names of diplomas, schools and towns, addresses, sites. */
const MOTS =
  /^(?:libelle|libelle_long|libelle_long_200|libelle_stat_33|libelle_edition|libelle_diplome|libelle_formation|libelle_intitule_1|intitule_diplome_depp|appellation_officielle|nom_etablissement|denomination_principale|patronyme_uai|adresse_uai|adresse_1|commune_libe|nom_commune|localite_acheminement_uai|site_web|web|type_diplome_long|discipli_lib|discipline)$/;

/** Those that the reader lets through: marks that turn the text around, and control characters and lost letters, stop the build. */
const LUS = HOSTILES.filter(
  (texte) => !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u.test(texte) && texte.trim() !== '',
);

/** Several in each cell: a few dozen names must show them all. */
const PAR_CELLULE = 3;

/**
 * The same folder with hostile texts before each name that pages show, others in each cell, so that every kind of page meets many of them. Figures and
 * codes stay; separators and quotes that would cut the row are left out.
 */
export function rendreHostile(dossier: Dossier): Dossier {
  let rang = 0;
  const next = (): string => LUS[rang++ % LUS.length] ?? '';
  return new Map(
    [...dossier].map(([nom, octets]) => [nom, nom.endsWith('.csv') ? rendreHostileUnFichier(octets, next) : octets]),
  );
}

function rendreHostileUnFichier(octets: Buffer, next: () => string): Buffer {
  const separateur = separateurDe(octets);
  const [entete = '', ...lignes] = octets.toString('latin1').split('\n');
  const noms = Buffer.from(entete, 'latin1')
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(separateur)
    .map(normalizeHeader);
  const utf8 = isUtf8(octets);
  const attack = (cell: string): string => {
    const texte = Array.from({ length: PAR_CELLULE }, next).join(' ').replaceAll(separateur, ' ').replaceAll('"', "'");
    // A file in Windows-1252 holds only its own letters.
    const bytes = utf8 ? enOctets(texte) : texte.replace(/[^\0-\x7f]/g, '');
    return cell.startsWith('"') ? `"${bytes} ${cell.slice(1)}` : `${bytes} ${cell}`;
  };
  const changed = lignes.map((ligne) =>
    ligne
      .split(separateur)
      .map((cell, index) => (cell.replace(/[\r"]/g, '') !== '' && MOTS.test(noms[index] ?? '') ? attack(cell) : cell))
      .join(separateur),
  );
  return Buffer.from([entete, ...changed].join('\n'), 'latin1');
}
