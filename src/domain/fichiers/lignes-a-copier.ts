export interface LignesACopier {
  langage: 'bash' | 'js' | 'python' | 'r' | 'sql';
  titre: string;
  texte: string;
}

/** Lines to copy that read a file of this edition; a test runs them. `site`: its address without final slash. */
export function lignesACopier(site: string, exemples: ReadonlyMap<string, string>): LignesACopier[] {
  const adresse = (famille: string): string => site + (exemples.get(famille) ?? '');
  const formation = adresse('formation');
  return [
    {
      langage: 'bash',
      titre: 'Dans un terminal, avec curl',
      texte: `curl --silent --fail ${adresse('resoudre')}
curl --silent --fail ${formation} --output formation.json`,
    },
    {
      langage: 'js',
      titre: 'En JavaScript, dans un navigateur ou dans Node',
      texte: `const reponse = await fetch("${formation}");
if (!reponse.ok) throw new Error("pas de fichier à cette adresse");
const { titre, voies } = await reponse.json();
for (const { filiere, fiches } of voies)
  for (const { maille, millesime, parts, absence } of fiches)
    console.log(titre, filiere, maille, millesime, parts ? parts.emploi : absence);`,
    },
    {
      langage: 'python',
      titre: 'En Python, sans bibliothèque',
      texte: `import json, urllib.request

with urllib.request.urlopen("${formation}") as reponse:
    formation = json.load(reponse)
for voie in formation["voies"]:
    for fiche in voie["fiches"]:
        emploi = fiche["parts"]["emploi"] if fiche["parts"] else fiche["absence"]
        print(formation["titre"], voie["filiere"], fiche["maille"], fiche["millesime"], emploi)`,
    },
    {
      langage: 'r',
      titre: 'En R, avec jsonlite',
      texte: `formation <- jsonlite::fromJSON("${formation}", simplifyVector = FALSE)
for (voie in formation$voies) for (fiche in voie$fiches)
  cat(formation$titre, voie$filiere, fiche$maille, fiche$millesime,
      if (is.null(fiche$parts)) fiche$absence else fiche$parts$emploi, "\\n")`,
    },
    {
      langage: 'sql',
      titre: 'Avec DuckDB, sur le fichier Parquet complet',
      texte: `select titre, filiere, millesime, nb_annee_term, part_emploi_6_mois, part_formation, part_autre_6_mois
from read_parquet('${adresse('telechargement_parquet')}')
where part_emploi_6_mois is not null
order by nb_annee_term desc, titre, millesime
limit 10;`,
    },
  ];
}
