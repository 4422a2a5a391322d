import { quote, type FaultList } from './faults.ts';
import type { Encodage } from './types.ts';

/** Letters of UTF-8 read as Windows-1252, one character a byte: `é` → `Ã©`, `É` → `Ã‰`, `’` → `â€™`. */
const MOJIBAKE = /[ÂÃ][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€/;
/** Written by a program in place of a letter that it could not read. */
const PERDU = '\ufffd';
const HORS_ASCII = /[^\0-\x7f]/;

/**
 * Did a program damage the accents of a file before it came here? Its bytes are sound then, and only the words tell. Real exports hold a few
 * damaged labels, which are left as their source publishes them; a file where they outnumber the sound ones was saved in the wrong encoding. In a
 * file that is not UTF-8 they are a piece of another file, whose encoding is another.
 */
export class Accents {
  private readonly encodage: Encodage;
  private sound = 0;
  private damaged = 0;
  private first: { line: number; text: string } | undefined;

  constructor(encodage: Encodage) {
    this.encodage = encodage;
  }

  /** Looks at the cells of one row, as one text. */
  see(text: string, line: number): void {
    if (!HORS_ASCII.test(text)) return;
    if (!text.includes(PERDU) && !MOJIBAKE.test(text)) {
      this.sound++;
      return;
    }
    this.damaged++;
    this.first ??= { line, text };
  }

  report(fautes: FaultList): void {
    const isUtf8 = this.encodage.startsWith('UTF-8');
    if (this.first === undefined || (isUtf8 && this.damaged <= this.sound)) return;
    const { line, text } = this.first;
    fautes.add({
      line,
      expected: 'text with its accents',
      received: `${quote(excerpt(text))} (${this.damaged} rows like this one, ${this.sound} with sound accents)`,
      todo: 'The file, or a part of it, was saved again in another encoding. Download it again and put it here as published.',
    });
  }
}

/** The damaged word and a little of what stands before it. */
function excerpt(text: string): string {
  const at = text.includes(PERDU) ? text.indexOf(PERDU) : text.search(MOJIBAKE);
  return text.slice(Math.max(0, at - 20), at + 20);
}
