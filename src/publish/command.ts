import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { PROFILS_API, type ProfilApi } from '../domain/contrat.ts';
import { DataError, UserError } from '../lib/errors.ts';

/**
 * Runs the body of a command and sets the exit code: 0 when it is done, 1 with the faults of the person's own input (no stack), 2 with a
 * stack for ours. Standard error says everything.
 */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (error instanceof DataError) {
      console.error(`\n${error.message}\n\n${error.faults.length} error(s) in the exports. Nothing was written.`);
      process.exitCode = 1;
    } else if (error instanceof UserError || isOptionError(error)) {
      console.error(`\n${error.message}`);
      process.exitCode = 1;
    } else {
      console.error(error);
      process.exitCode = 2;
    }
  }
}

/** An option that the command does not know, or without its value: `parseArgs` says it in one sentence. */
function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** No edition is older: a machine that says so has lost its clock (a board without a battery starts in 1970). */
const PREMIER_JOUR = '2026-01-01';

/** The day of the build: `asked` (YYYY-MM-DD) or today's. Throws `UserError` on anything else, and when the clock of the machine cannot be right. */
export function chooseToday(asked: string | undefined, clock: () => Date = () => new Date()): string {
  if (asked === undefined || asked === '') return dayOfClock(clock().toISOString().slice(0, 10));
  const time = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? Date.parse(asked) : Number.NaN;
  // A day that does not exist rolls over to the next month.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== asked) {
    throw new UserError(`--today expects a day such as 2026-11-24, received "${asked}".`);
  }
  return asked;
}

function dayOfClock(day: string): string {
  if (day >= PREMIER_JOUR) return day;
  throw new UserError(
    `The clock of this machine says ${day}: an edition of that day would be older than its exports. What to do: set the clock, or give the day with --today YYYY-MM-DD.`,
  );
}

/** The profile of the contract tree (API § 8), `standard` when it is not said. Throws `UserError` on an unknown one. */
export function chooseProfil(asked: string | undefined): ProfilApi {
  const profil = PROFILS_API.find((name) => name === (asked ?? 'standard'));
  if (profil === undefined) throw new UserError(`--api expects ${PROFILS_API.join(', ')}, received "${asked ?? ''}".`);
  return profil;
}

/** The folder of a former edition to compare with; undefined when it is not said. Throws `UserError` when it is not an output of ours. */
export function chooseFormer(asked: string | undefined): string | undefined {
  if (asked === undefined || asked === '') return undefined;
  const folder = resolve(asked);
  if (existsSync(join(folder, 'rapport.json'))) return folder;
  throw new UserError(
    `--former expects the output of a former build, received "${asked}", which holds no rapport.json. What to do: give the folder of the former edition, or leave the option out.`,
  );
}

/** The public address of the site, without final slash; undefined when it is not said. Throws `UserError` on anything but http(s). */
export function chooseSiteUrl(asked: string | undefined): string | undefined {
  if (asked === undefined || asked === '') return undefined;
  if (!/^https?:\/\/[^\s/]+\/?$/.test(asked)) {
    throw new UserError(
      `SITE_URL expects an address such as https://et-apres.example, without a path, received "${asked}".`,
    );
  }
  return asked.replace(/\/$/, '');
}

/** A number of things to do, from 1 on. Throws `UserError` on anything else. */
export function chooseCount(option: string, asked: string): number {
  if (!/^[1-9]\d{0,3}$/.test(asked))
    throw new UserError(`${option} expects a number from 1 to 9999, received "${asked}".`);
  return Number(asked);
}
