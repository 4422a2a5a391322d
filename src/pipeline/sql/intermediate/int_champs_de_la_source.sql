-- grain: one row per (maille, millesime, filiere, source): the figures that records of this kind can hold
-- What the source gives for at least one record, and what the rules derive from it (RULES §§ 3, 4.2), whatever the values: a hidden record shows
-- these keys as null, and the list must tell nothing of its own figures.
with donnes as (
  select distinct maille, millesime, filiere, source, unnest(json_keys(json_merge_patch('{}', to_json(fiches)))) as champ
  from int_fiches_inserjeunes as fiches
  union
  -- InserSup tells what is unknown record by record: only those that are shown say which figures a hidden one could hold.
  select distinct maille, millesime, filiere, source, unnest(json_keys(json_merge_patch('{}', to_json(fiches)))) as champ
  from int_fiches_insersup as fiches
  where nb_annee_term >= $seuil or (nb_annee_term is null and applique_le_seuil(source, maille))
),

derives as (
  select champ as donne, unnest(derive) as champ
  from (
    values
      ('nb_poursuite_etudes', ['nb_sortant', 'taux_poursuite_etudes']),
      ('nb_en_emploi_6_mois', ['taux_emploi_6_mois']),
      ('nb_en_emploi_12_mois', ['taux_emploi_12_mois', 'taux_en_emploi_12_mois', 'taux_autres_12_mois']),
      ('nb_en_emploi_18_mois', ['taux_emploi_18_mois', 'taux_en_emploi_18_mois', 'taux_autres_18_mois']),
      ('nb_en_emploi_24_mois', ['taux_emploi_24_mois', 'taux_en_emploi_24_mois', 'taux_autres_24_mois'])
  ) as regles (champ, derive)
),

tous as (
  select * from donnes
  union
  select donnes.* exclude (champ), derives.champ
  from donnes
  inner join derives on derives.donne = donnes.champ
  -- Autres beyond 6 months also need the share of further study of the source.
  where derives.champ not like 'taux_autres%'
    or exists (
      from donnes as etudes
      where etudes.champ = 'taux_en_formation'
        and etudes.maille = donnes.maille
        and etudes.millesime = donnes.millesime
        and etudes.filiere = donnes.filiere
    )
),

champs as (
  select maille, millesime, filiere, source, list_sort(list(champ)) as champs
  from tous
  where regexp_matches(champ, '^(nb_(sortant|poursuite|en_emploi|diplome)|taux_|va_|salaire_)')
  group by maille, millesime, filiere, source
)

select * from champs
union all
-- A sum of regions holds what its regions hold.
select 'regions' as maille, * exclude (maille) from champs
where maille = 'regionale'
