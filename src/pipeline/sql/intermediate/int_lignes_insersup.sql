-- grain: one row per line of the two InserSup files, with `motif`, the reason why it gives no record (null: it gives one)
-- Refused: SISE unknown, or without level (RULES §§ 1, 8), school unknown, two promotions at national level, where single years are asked
-- (RULES §§ 7, 16.2). Then duplicates. Of one (school, diploma, last year), the subjects of the first row read are kept and others dropped;
-- of one (school, diploma, millésime) with the same subjects, the last row read wins. National rows: the last one wins (RULES § 16).
with lignes as (
  select
    lignes.*,
    case
      when certifications.code_certification is null then 'code_inconnu'
      when not certifications.est_publiable then 'sans_diplome'
      when refuses.uai is not null then 'uai_inconnu'
      when lignes.maille = 'nationale' and length(lignes.millesime) > 4 then 'deux_promotions'
    end as motif,
  from (select * exclude (libelles_accentues) from stg_insersup__nationales union all by name select * from stg_insersup__etablissements) as lignes
  left join int_certifications as certifications using (code_certification)
  left join int_uai_refuses as refuses on refuses.source = 'insersup' and refuses.uai = lignes.uai
),

rangees as (
  select
    *,
    first_value(matieres) over (
      partition by maille, uai, code_certification, right(millesime, 4)
      order by fichier, ligne
      rows between unbounded preceding and unbounded following
    ) as premieres_matieres,
  from lignes
  where motif is null
),

dedoublees as (
  select
    * exclude (premieres_matieres) replace (
      if(
        matieres is distinct from premieres_matieres
          or row_number() over (
            partition by maille, millesime, uai, code_certification, matieres is distinct from premieres_matieres
            order by fichier desc, ligne desc
          ) > 1,
        'doublon',
        null
      ) as motif
    )
  from rangees
)

select * exclude (matieres) from dedoublees
union all by name
select * exclude (matieres) from lignes
where motif is not null
