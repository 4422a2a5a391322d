-- grain: one row per line of the two directories, ACCE and annuaire-education
with acce_places as (
  select
    *,
    try_cast(coordonnee_x as double) as x,
    try_cast(coordonnee_y as double) as y,
  from raw.acce_etablissements
),

acce as (
  select
    1 as rang,
    upper(trim(numero_uai)) as uai,
    coalesce(nom_propre(appellation_officielle), nom_propre(denomination_principale)) as nom,
    texte(nature_uai) as nature_uai,
    case upper(trim(secteur_public_prive)) when 'PU' then 'public' when 'PR' then 'prive' end as secteur,
    texte(adresse_uai) as adresse,
    texte(code_postal_uai) as code_postal,
    coalesce(texte(commune_libe), texte(localite_acheminement_uai)) as commune,
    texte(departement_insee_3) as departement,
    lpad(texte(academie), 2, '0') as academie,
    if(est_en_lambert93(departement_insee_3, x, y), lambert93_latitude(x, y), null) as latitude,
    if(est_en_lambert93(departement_insee_3, x, y), lambert93_longitude(x, y), null) as longitude,
    false as est_pro,
    ligne::integer as ligne,
  from acce_places
  where coalesce(texte(pays_libe), 'France') = 'France'
),

annuaire as (
  select
    2 as rang,
    upper(trim(identifiant_de_l_etablissement)) as uai,
    nom_propre(nom_etablissement) as nom,
    texte(code_nature) as nature_uai,
    case when lower(statut_public_prive) like 'public%' then 'public' when lower(statut_public_prive) like 'priv%' then 'prive' end as secteur,
    texte(adresse_1) as adresse,
    texte(code_postal) as code_postal,
    texte(nom_commune) as commune,
    texte(code_departement) as departement,
    lpad(texte(code_academie), 2, '0') as academie,
    try_cast(latitude as double) as latitude,
    try_cast(longitude as double) as longitude,
    coalesce(trim(voie_professionnelle) = '1' or trim(apprentissage) = '1', false) as est_pro,
    ligne::integer as ligne,
  from raw.annuaire_education
)

select * from acce where uai is not null
union all by name
select * from annuaire where uai is not null
