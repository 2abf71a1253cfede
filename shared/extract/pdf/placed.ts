/**
 * Which piece of a page holds which words of the stored text. Found by the letters, one page at a time, so that a page
 * can be shown without reading the others, and also where another version of the rules made the text.
 */
import { placeOf } from './atoms';
import type { Placed } from './atoms';
import { lettersOf, plainGlyphs } from './glyphs';
import type { PageLine, PdfPage } from './page';
import { linesOfPage } from './pageLines';

export interface PlacedWords extends Placed {
  /** UTF-16 code units in the stored text; white space at the ends is left out. */
  readonly start: number;
  readonly end: number;
  /** Index of the piece among the page's items. */
  readonly item: number;
}

/** Lines shorter than this are only looked for where the text goes on: `12` stands in many places. */
const TELLING = 5;
/** A short line that would be found farther away than this is no part of the text. */
const NEAR = 600;
const LONG = 24;

interface Found {
  readonly item: number;
  /** Letters of the page's text. */
  readonly from: number;
  readonly to: number;
}

class Finder {
  readonly found: Found[] = [];
  private next = 0;
  private readonly letters: string;

  constructor(letters: string) {
    this.letters = letters;
  }

  /** Where letters stand in the text, at best where it goes on; -1 where they do not. */
  private find(wanted: string): number {
    if (this.letters.startsWith(wanted, this.next)) return this.next;
    if (wanted.length < TELLING) return -1;
    const ahead = this.letters.indexOf(wanted, this.next);
    if (ahead >= 0 && (ahead - this.next < NEAR || wanted.length >= LONG)) return ahead;
    const behind = this.letters.lastIndexOf(wanted, this.next);
    return behind >= 0 && (this.next - behind < NEAR || wanted.length >= LONG) ? behind : -1;
  }

  /** Takes the pieces of a line, together or one by one. */
  take(pieces: readonly { readonly item: number; readonly letters: string }[]): void {
    const whole = pieces.map((piece) => piece.letters).join('');
    if (whole === '') return;
    const at = this.find(whole);
    if (at < 0 && pieces.length > 1) {
      for (const piece of pieces) this.take([piece]);
      return;
    }
    if (at < 0) return;
    let from = at;
    for (const { item, letters } of pieces) {
      if (letters !== '') this.found.push({ item, from, to: from + letters.length });
      from += letters.length;
    }
    if (at >= this.next || whole.length >= LONG) this.next = from;
  }
}

const piecesOf = (line: PageLine, page: PdfPage): { item: number; letters: string }[] =>
  line.items.map((item) => ({ item, letters: lettersOf(plainGlyphs(page.items[item]!.str)).letters }));

/**
 * The words of a page with their places, in the order of the text and without overlaps.
 * @param text the page's part of the stored text
 * @param start where that part begins in the stored text
 */
export function wordsOnPage(page: PdfPage, text: string, start: number): PlacedWords[] {
  const { letters, at } = lettersOf(text);
  const finder = new Finder(letters);
  for (const line of linesOfPage(page).lines) finder.take(piecesOf(line, page));
  const words: PlacedWords[] = [];
  let last = 0;
  for (const { item, from, to } of finder.found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const begin = at[from]!;
    const end = at[to - 1]! + 1;
    if (begin < last) continue;
    words.push({ ...placeOf(page.items[item]!, page), start: start + begin, end: start + end, item });
    last = end;
  }
  return words;
}
