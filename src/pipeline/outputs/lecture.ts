import type { Rapport, Refus, SourceLue } from '../../domain/edition.ts';
import type { Database } from '../database.ts';
import { getKind } from '../kinds.ts';
import type { FichierLu, LectureBrute } from '../reader/types.ts';

/**
 * What was read and refused, by the reader and by the reference tables, for the report. `attendus`: files that no kind recognises and that
 * are no surprise.
 */
export async function toLecture(
  db: Database,
  { fichiers, ignores }: LectureBrute,
  attendus: readonly string[],
): Promise<Pick<Rapport, 'sources' | 'fichiers_ignores' | 'refus'>> {
  const inconnues = await db.all<{ fichier: string; motif: string; lignes: number }>(
    'select fichier, motif, count(*)::integer as lignes from int_lignes_refusees group by all order by all',
  );
  const exemples = await db.all<Refus>(
    `select fichier, ligne, motif, valeur from int_lignes_refusees
     qualify row_number() over (partition by fichier, motif, valeur order by ligne) = 1
       and row_number() over (partition by fichier, motif order by ligne) <= 20
     order by fichier, ligne`,
  );
  const cachees = await db.all<{ fichier: string; lignes: number }>('select * from lignes_cachees');
  const sources = fichiers.map((file) => {
    const refusees = inconnues
      .filter(({ fichier }) => fichier === file.fichier)
      .map(({ motif, lignes }) => [motif, lignes] as const);
    return toSource(
      file,
      Object.fromEntries(refusees),
      cachees.find(({ fichier }) => fichier === file.fichier)?.lignes ?? 0,
    );
  });
  const refusALaLecture = fichiers.flatMap(({ fichier, refus }) =>
    // A refused figure may belong to a hidden cohort: its line says enough.
    refus.map(({ raison, ligne, valeur }) => ({
      fichier,
      ligne,
      motif: raison,
      valeur: raison === 'valeur_fractionnaire' ? 'nombre non entier' : valeur,
    })),
  );
  return {
    sources,
    fichiers_ignores: ignores.map(({ fichier }) => fichier).filter((fichier) => !attendus.includes(fichier)),
    refus: [...refusALaLecture, ...exemples],
  };
}

function toSource(file: FichierLu, inconnues: Record<string, number>, cachees: number): SourceLue {
  const refusees: Record<string, number> = { ...file.lignes_refusees, ...inconnues };
  const { fichier, kind, octets, sha256, encodage, separateur, lignes_lues } = file;
  return {
    fichier,
    genre: kind,
    libelle: getKind(kind).libelle,
    octets,
    sha256,
    encodage,
    separateur,
    lignes_lues,
    lignes_gardees: lignes_lues - Object.values(refusees).reduce((sum, lines) => sum + lines, 0),
    lignes_refusees: refusees,
    lignes_cachees: cachees,
  };
}
