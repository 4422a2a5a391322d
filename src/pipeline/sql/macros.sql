-- Functions shared by every layer; run once, before the first stage.

-- Integer percentage, half to even, in this very order of operations (RULES § 4.1); no rate when the denominator is 0 or unknown, nor when
-- the counts contradict each other (more than 100 %).
create macro pct(a, b) as case when b > 0 and a <= b then round_even(a::double / b::double * 100, 0)::integer end;

-- Names of regions are compared without accents, case nor punctuation (RULES § 17).
create macro nom_compare(cellule) as trim(regexp_replace(lower(strip_accents(cellule)), '[^a-z]+', ' ', 'g'));

-- Absence in the sources: empty cell, nd, na, ns, - or * alone (FORMATS). The reader has checked everything else.
create macro texte(cellule) as nullif(trim(cellule), '');

-- Names of schools end with a stray comma or dash in some exports ("Jean Monnet , ").
create macro nom_propre(cellule) as nullif(regexp_replace(trim(cellule), '[\s,;–-]+$', ''), '');
create macro est_absent(cellule) as coalesce(lower(trim(cellule)), '') in ('', 'nd', 'na', 'ns', '-', '*', '**');
-- The measures of InserJeunes that RULES § 2 names, under their published names.
create macro est_mesure_connue(mesure) as regexp_full_match(
  mesure,
  'nb_(annee_term|sortant|poursuite_etudes|en_emploi_(6|12|18|24)_mois)|taux_(rupture_contrats|poursuite_etudes|en_formation|en_emploi_6_mois|autres_6_mois|emploi_(6|12|18|24)_mois)|salaire_12_mois_q[123]|salaire_TS_Q[123]_12_mois_prec'
);
create macro entier(cellule) as
  case when not est_absent(cellule) then try_cast(replace(trim(cellule), ',', '.') as double)::integer end;

-- Counts of InserSup are texts: nd, na = unknown, also before a mark; marks removed, then the leading digits (RULES § 16.1).
create macro effectif_insersup(cellule) as
  case when left(lower(trim(cellule)), 2) not in ('nd', 'na') then try_cast(regexp_extract(replace(cellule, '*', ''), '^\s*([0-9]+)', 1) as integer) end;

-- ACCE writes départements with three characters: 031, 02A, 974 (RULES § 17).
create macro departement_court(code) as if(length(code) = 3 and code like '0%', substr(code, 2), code);

-- Sources that hide small cohorts themselves: the open data, by course or, for higher education, national (RULES § 22).
create macro applique_le_seuil(source, maille) as
  source = 'inserjeunes_lycee_pro_formation_fine' or (source = 'insersup' and maille = 'nationale');

-- Why the threshold hides a record (RULES §§ 5, 22): too few pupils; or a cohort of unknown size, unless its source applies the threshold itself.
create macro motif_du_seuil(nb_annee_term, source, maille, seuil) as case
  when nb_annee_term < seuil then 'sous_le_seuil'
  when nb_annee_term is null and not applique_le_seuil(source, maille) then 'pas_encore_publiee'
end;

-- Where a school's UAI was registered (`0350001A`); Corse has codes of its own.
create macro departement_de_l_uai(uai) as case left(uai, 3)
  when '620' then '2A'
  when '720' then '2B'
  else if(left(uai, 1) = '9', left(uai, 3), substr(uai, 2, 2))
end;

-- Days are written DD/MM/YYYY or YYYY-MM-DD with or without a time.
create macro jour(cellule) as
  coalesce(try_strptime(trim(cellule), '%d/%m/%Y')::date, try_cast(left(trim(cellule), 10) as date));

-- "cumul 2023-2024", "2023-2024", "2023_2024" or "2023" → "2023_2024", "2023" (RULES § 7).
create macro millesime(cellule) as replace(trim(replace(lower(cellule), 'cumul', '')), '-', '_');

-- A school identifier: seven digits and the control letter (RULES § 18), in capitals; the same rule as isUai (src/domain/uai.ts).
create macro est_uai(uai) as coalesce(
  regexp_full_match(uai, '[0-9]{7}[A-Z]') and right(uai, 1) = substr('ABCDEFGHJKLMNPRSTUVWXYZ', try_cast(left(uai, 7) as integer) % 23 + 1, 1),
  false
);

-- Lambert-93 (EPSG:2154) → WGS 84, decimal degrees: the inverse formulas of IGN (NTG 71, ALG0002 and ALG0004) on GRS80. Each turn of the
-- fixed point of the latitude divides what is left by 150: after six, less than a millimetre.
create macro lambert93_isometrique(x, y) as
  ln(11754255.426096 / sqrt((x - 700000) ** 2 + (12655612.049876 - y) ** 2)) / 0.725607765053267;
create macro lambert93_latitude(x, y) as round(degrees(
  list_reduce(
    list_transform([0, 1, 2, 3, 4, 5, 6], lambda rang : lambert93_isometrique(x, y)),
    lambda phi, isometrique : asin(tanh(isometrique + 0.0818191910428158 * atanh(0.0818191910428158 * sin(phi)))),
    0::double
  )
), 6);
create macro lambert93_longitude(x, y) as
  round(3 + degrees(atan((x - 700000) / (12655612.049876 - y))) / 0.725607765053267, 6);

-- Does ACCE place this school in Lambert-93? It is the projection of mainland France and Corsica; overseas ones are others, and ACCE does not
-- say which: their schools keep no position rather than a wrong one.
create macro est_en_lambert93(departement, x, y) as coalesce(
  departement_court(departement) not like '97%' and departement_court(departement) not like '98%'
  and x between 0 and 1300000 and y between 6000000 and 7200000,
  false
);

-- Names of towns are compared without accents, case, hyphens nor "St" for "Saint".
create macro commune_comparee(commune) as
  regexp_replace(trim(regexp_replace(lower(strip_accents(commune)), '[^a-z0-9]+', ' ', 'g')), '\bst(e?)\b', 'saint\1', 'g');
