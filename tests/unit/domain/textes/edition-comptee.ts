import type { Fiche } from '../../../../src/domain/fiche.ts';
import type { EditionExpliquee } from '../../../../src/domain/textes/comprendre.ts';
import { aFiche, aResume } from '../../site/records.ts';

/** A record whose counts, shares and rate agree: 413 = 221 who continued + 192 leavers, of whom 64 were working (33 %). */
export const ficheComptee: Fiche = aFiche({
  filiere: 'pro',
  code_certification: '23220023447',
  code_certification_type: 'mef11',
  nb_annee_term: 413,
  nb_poursuite_etudes: 221,
  nb_sortant: 192,
  nb_en_emploi_6_mois: 64,
  taux_emploi_6_mois: 33,
  taux_en_emploi_12_mois: 19,
  parts: { emploi: 15, formation: 54, autre: 31, calcul: 'source' },
});

export const editionComptee: EditionExpliquee = { exemples: [aResume({ cartes: [ficheComptee] })] };
