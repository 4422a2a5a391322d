import { couper } from './base.ts';
import { essayer, faireReference, type Resultat } from './essai.ts';
import { faireMutant, OPERATEURS } from './mutant.ts';

/** What a worker is told first, in its arguments. */
export interface Consigne {
  source: string;
  scratch: string;
  today: string;
  graine: number;
  /** Name of the only operator to try; all of them when it is not said. */
  only?: string | undefined;
}

/** What a worker answers to a number. */
export interface Reponse extends Resultat {
  numero: number;
  operateur: string;
  fichier: string;
  ms: number;
}

const { source, scratch, today, graine, only } = JSON.parse(process.argv[2] ?? '') as Consigne;
const operateurs = OPERATEURS.filter(({ nom }) => only === undefined || nom === only);
const atelier = { scratch, today };
const reference = await faireReference(couper(source), atelier);

process.on('message', (numero: number) => void answer(numero));
process.send?.('ready');

async function answer(numero: number): Promise<void> {
  const start = performance.now();
  const mutant = faireMutant(reference.dossier, graine, numero, operateurs);
  const resultat = await essayer(mutant, reference, atelier);
  const { operateur, fichier } = mutant;
  process.send?.({ numero, operateur, fichier, ms: performance.now() - start, ...resultat } satisfies Reponse);
}
