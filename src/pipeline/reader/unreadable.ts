import { createReadStream } from 'node:fs';

/** Lines with unreadable bytes that are remembered: more are not worth listing. */
const LISTED_LINES = 1000;

/** What the bytes of a file look like, when it is not plain valid UTF-8. */
export interface ByteReport {
  /** Well-formed characters of two bytes or more. */
  utf8Characters: number;
  /** Bytes that no UTF-8 reading explains. */
  notUtf8: number;
  /** Bytes 0x80-0x9F: letters in Windows-1252, nothing in ISO-8859-1. */
  c1: number;
  /** Line → first byte that UTF-8 cannot read (or NUL). */
  linesNotUtf8: Map<number, string>;
  /** Line → first byte that Windows-1252 cannot read (or NUL). */
  linesNotCp1252: Map<number, string>;
}

const UNDEFINED_IN_CP1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const NEW_LINE = 10;

const hex = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Bytes that may follow the first one of a UTF-8 character: how many, and the bounds of the next (no overlong, no surrogate). */
function continuation(first: number): [count: number, low: number, high: number] | undefined {
  if (first >= 0xc2 && first <= 0xdf) return [1, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [2, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [3, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return undefined;
}

/** A small UTF-8 decoder that counts instead of decoding. */
class ByteExaminer {
  readonly report: ByteReport = {
    utf8Characters: 0,
    notUtf8: 0,
    c1: 0,
    linesNotUtf8: new Map(),
    linesNotCp1252: new Map(),
  };
  private line = 1;
  /** Bytes of the character under way, and what must come next. */
  private pending: number[] = [];
  private wanted = 0;
  private low = 0;
  private high = 0;

  feed(bytes: Uint8Array): void {
    for (const byte of bytes) {
      // Most bytes are plain letters outside any longer character: nothing to learn from them.
      if (byte >= 0x80 || byte <= NEW_LINE || this.wanted > 0) this.feedByte(byte);
    }
  }

  private feedByte(byte: number): void {
    if (byte >= 0x80 && byte <= 0x9f) this.report.c1++;
    if (this.wanted > 0) {
      if (byte >= this.low && byte <= this.high) {
        this.follow(byte);
        return;
      }
      this.abandon();
    }
    if (byte >= 0x80) this.begin(byte);
    else if (byte === NEW_LINE) this.line++;
    else if (byte === 0) {
      this.remember(this.report.linesNotUtf8, byte);
      this.remember(this.report.linesNotCp1252, byte);
    }
  }

  /** The file ends: a character left unfinished is unreadable. */
  abandon(): void {
    for (const byte of this.pending) this.refuse(byte);
    this.pending = [];
    this.wanted = 0;
  }

  private begin(byte: number): void {
    if (UNDEFINED_IN_CP1252.has(byte)) this.remember(this.report.linesNotCp1252, byte);
    const next = continuation(byte);
    if (!next) {
      this.refuse(byte);
      return;
    }
    [this.wanted, this.low, this.high] = next;
    this.pending = [byte];
  }

  private follow(byte: number): void {
    if (UNDEFINED_IN_CP1252.has(byte)) this.remember(this.report.linesNotCp1252, byte);
    this.pending.push(byte);
    this.wanted--;
    [this.low, this.high] = [0x80, 0xbf];
    if (this.wanted > 0) return;
    this.report.utf8Characters++;
    this.pending = [];
  }

  private refuse(byte: number): void {
    this.report.notUtf8++;
    this.remember(this.report.linesNotUtf8, byte);
  }

  private remember(lines: Map<number, string>, byte: number): void {
    if (lines.size < LISTED_LINES && !lines.has(this.line)) lines.set(this.line, hex(byte));
  }
}

/** Looks at every byte of a file that is not plain UTF-8, to tell Latin from damaged UTF-8 and to locate what is unreadable. */
export async function examineBytes(path: string): Promise<ByteReport> {
  const examiner = new ByteExaminer();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    examiner.feed(chunk);
  }
  examiner.abandon();
  return examiner.report;
}
