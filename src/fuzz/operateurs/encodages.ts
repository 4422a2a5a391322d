import { isUtf8 } from 'node:buffer';

import { neutre, type Operateur } from './types.ts';

/** Windows-1252 where it is not ISO-8859-1: byte 0x80 + rank. */
const CP1252 = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, rank) => 0x80 + rank));

const texteDe = (octets: Buffer): string => new TextDecoder(isUtf8(octets) ? 'utf-8' : 'windows-1252').decode(octets);

/** A text in Windows-1252; undefined when it has a letter that is not there. */
function enCp1252(texte: string): Buffer | undefined {
  const bytes = Array.from(texte, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code < 0x80 || (code > 0x9f && code < 0x100)) return code;
    return CP1252.includes(letter) ? 0x80 + CP1252.indexOf(letter) : -1;
  });
  return bytes.includes(-1) ? undefined : Buffer.from(bytes);
}

const enUtf16 = (texte: string, bom: string): Buffer => Buffer.from(bom + texte, 'utf16le');
const hasAccent = (octets: Buffer): boolean => octets.subarray(3).some((byte) => byte > 0x7f);

/** Another program saved the file: the same text in other bytes, or in bytes read as what they are not. */
export const OPERATEURS_D_ENCODAGE: readonly Operateur[] = [
  neutre('autre encodage', (octets) => (isUtf8(octets) ? enCp1252(texteDe(octets)) : Buffer.from(texteDe(octets)))),
  neutre('encodé deux fois', (octets) => {
    if (!hasAccent(octets)) return undefined;
    const utf8 = Buffer.from(texteDe(octets));
    return Buffer.from(new TextDecoder('windows-1252').decode(utf8));
  }),
  neutre('deux encodages', (octets, random) => {
    const lignes = texteDe(octets).split('\n');
    const at = random.int(1, lignes.length);
    const debut = Buffer.from(lignes.slice(0, at).join('\n'));
    const fin = enCp1252(`\n${lignes.slice(at).join('\n')}`);
    if (fin === undefined || !hasAccent(debut) || !hasAccent(fin)) return undefined;
    return Buffer.concat(random.chance(0.5) ? [debut, fin] : [fin.subarray(1), Buffer.from('\n'), debut]);
  }),
  neutre('UTF-16', (octets) => enUtf16(texteDe(octets), '\ufeff')),
  neutre('UTF-16 sans BOM', (octets) => enUtf16(texteDe(octets), '')),
  neutre('BOM au début', (octets) => (isUtf8(octets) ? Buffer.concat([Buffer.from('\ufeff'), octets]) : undefined)),
  neutre('accents perdus', (octets) => {
    if (!hasAccent(octets)) return undefined;
    return Buffer.from(texteDe(octets).replace(/(?!^)[^\0-\x7f]/g, '\ufffd'));
  }),
];
