import { INTERVENTION } from './bcn-formations.ts';
import { frenchDay, plain } from './fichier-brut.ts';
import nomenclaturesJson from './nomenclatures.json' with { type: 'json' };
import type { Modele } from './modele.ts';
import { compareText } from './random.ts';

export function* niveauLines(): Generator<string> {
  yield (
    'NIVEAU_FORMATION_DIPLOME;NIVEAU_INTERMINISTERIEL;LIBELLE_COURT;LIBELLE_100;ANCIEN_NIVEAU;DATE_OUVERTURE;' +
    'DATE_FERMETURE;DATE_INTERVENTION;N_COMMENTAIRE;NIVEAU_QUALIFICATION_RNCP'
  );
  for (const { code, interministeriel, court, long, rncp } of nomenclaturesJson.niveaux) {
    yield plain([code, interministeriel, court, long, '', '', '', INTERVENTION, 'Créé pour la démonstration', rncp]);
  }
}

export function* groupeFormationLines(): Generator<string> {
  yield (
    'GROUPE_FORMATION;TYPE_GROUPE_FORMATION;LIBELLE_COURT;LIBELLE_LONG;LIBELLE_EDITION;DATE_OUVERTURE;DATE_FERMETURE;' +
    'DATE_INTERVENTION;N_COMMENTAIRE'
  );
  for (const { code, type, court, long, edition, ouverture } of nomenclaturesJson.familles) {
    yield plain([code, type, court, long, edition, frenchDay(ouverture), '', INTERVENTION, '']);
  }
}

export function* lienFormationGroupeLines({ diplomes }: Modele): Generator<string> {
  yield 'GROUPE_FORMATION;FORMATION_DIPLOME;DATE_OUVERTURE;DATE_FERMETURE;DATE_INTERVENTION;N_COMMENTAIRE';
  const members = diplomes.flatMap(({ cfd, famille, ouverture }) =>
    famille === null ? [] : [{ cfd, famille, ouverture }],
  );
  for (const { cfd, famille, ouverture } of members.sort((left, right) => compareText(left.famille, right.famille))) {
    yield plain([famille, cfd, frenchDay(ouverture), '', INTERVENTION, '']);
  }
}

export function* groupeSpecialiteLines(): Generator<string> {
  yield (
    'GROUPE_SPECIALITE;DOMAINE_SPECIALITE;LIBELLE_COURT;LIBELLE_LONG;LIBELLE_STAT_33;DATE_OUVERTURE;DATE_FERMETURE;' +
    'DATE_INTERVENTION;LIBELLE_EDITION;N_COMMENTAIRE'
  );
  for (const { code, domaine, long, stat33, edition } of nomenclaturesJson.groupes) {
    yield plain([code, domaine, '', long, stat33, '', '', INTERVENTION, edition, '']);
  }
}

export function* domaineSpecialiteLines(): Generator<string> {
  yield (
    'DOMAINE_SPECIALITE;CATEGORIE_SPECIALITE;LIBELLE_COURT;LIBELLE_LONG;LIBELLE_STAT_33;DATE_OUVERTURE;DATE_FERMETURE;' +
    'DATE_INTERVENTION;N_COMMENTAIRE'
  );
  for (const { code, categorie, long, stat33 } of nomenclaturesJson.domaines) {
    yield plain([code, categorie, '', long, stat33, '', '', INTERVENTION, '']);
  }
}

/** N_DIPLOME_SISE in the legacy form: `|`, ISO-8859-1 (FORMATS § 2). */
export function* diplomeSiseLines({ echelle }: Modele): Generator<string> {
  yield (
    'DIPLOME_SISE|TYPE_DIPLOME_SISE|VOIE_LMD|DOMAINE_FORMATION|LIBELLE_INTITULE_1|LIBELLE_INTITULE_2|GROUPE_SPECIALITE|' +
    'LETTRE_SPECIALITE|SECTEUR_DISCIPLINAIRE_SISE|CITE_DOMAINE_FORMATION|DUREE|NATURE_DIPLOME_SISE|DATE_OUVERTURE|' +
    'DATE_FERMETURE|DATE_INTERVENTION|DEFINITIF|N_COMMENTAIRE|CITE_DOMAINE_DETAILLE|SECTEUR_DISCIPL_DETAIL_SISE'
  );
  for (const { sise, type, libelle, secteur, groupe, fermeture } of echelle.diplomesSise) {
    const dates = [fermeture === undefined ? '01/09/2021' : '01/09/1995', frenchDay(fermeture ?? null), INTERVENTION];
    const start = [sise, type, '', '', libelle, '', groupe, '', secteur, '', '', '1'];
    yield plain([...start, ...dates, 'O', 'Diplôme de démonstration', '', secteur], '|');
  }
}

/** N_TYPE_DIPLOME_SISE: UTF-8, `|`, accents of the remarks lost in an old conversion (SOURCES, U+FFFD). */
export function* typeDiplomeSiseLines(): Generator<string> {
  yield (
    'TYPE_DIPLOME_SISE|CURSUS|CYCLE_SISE|NIVEAU_FORMATION|NIVEAU_INTERMINISTERIEL|NATURE_DIPLOME_SISE|LIBELLE_COURT|' +
    'LIBELLE_LONG|ECTS|SEMESTRES|DUREE|DATE_OUVERTURE|DATE_FERMETURE|DATE_INTERVENTION|N_COMMENTAIRE|PEPSISE|' +
    'CATEGORIE_FORMATION_SISE'
  );
  for (const { code, cursus, cycle, niveau, interministeriel, nature, court, long } of nomenclaturesJson.types_sise) {
    const remarque = code === 'XB' ? 'Libell\ufffd revu pour la d\ufffdmonstration' : '';
    const start = [code, cursus, cycle, niveau, interministeriel, nature, court, long, '', '', '', '', ''];
    yield plain([...start, INTERVENTION, remarque, 'P', '1'], '|');
  }
}
