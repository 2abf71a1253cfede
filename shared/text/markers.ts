/**
 * Reference markers such as `[4]`, `[12, 14]`, `[note 3]` or `deployed[a]`: traces of a page's footnotes in its text.
 * They stay in the stored text; readers show them small, and a quote leaves them out at its edges unless a person
 * selected them.
 */

export interface Marker {
  /** UTF-16 code units in the stored text; start included, end excluded, brackets included. */
  readonly start: number;
  readonly end: number;
  /** What stands between the brackets. */
  readonly label: string;
  /** At the start of its paragraph (or behind other markers there). */
  readonly leading: boolean;
}

// Every repeat is bounded, so that a text of brackets only costs no more than its length. Years (`[2024]`) and letters
// put into a quotation (`[t]he`, `[a] ship`) are an editor's words, no markers.
const MARKER =
  /\[(?:\d{1,3}(?: ?[,–-] ?\d{1,3}){0,9}|(?:note|nb|n\.|Anm\.|прим\.|주|注) ?\d{1,3}|citation needed|[a-z](?=\](?!\p{L})))\]/uy;

export const NO_MARKERS: readonly Marker[] = [];

const isSpace = (text: string, index: number): boolean => /\s/.test(text[index] ?? ' ');

/** Markers between two offsets of the text, in order. `start` has to be the start of a paragraph or other block. */
export function markersIn(text: string, start: number, end: number): readonly Marker[] {
  const found: Marker[] = [];
  let leadEnd = start;
  for (let at = text.indexOf('[', start); at >= 0 && at < end; at = text.indexOf('[', at + 1)) {
    MARKER.lastIndex = at;
    const match = MARKER.exec(text);
    if (!match) continue;
    const label = match[0].slice(1, -1);
    if (/^[a-z]$/.test(label) && (at === start || isSpace(text, at - 1))) continue;
    const leading = at <= leadEnd;
    found.push({ start: at, end: at + match[0].length, label, leading });
    if (leading) {
      leadEnd = at + match[0].length;
      while (leadEnd < end && isSpace(text, leadEnd)) leadEnd += 1;
    }
  }
  return found.length === 0 ? NO_MARKERS : found;
}

/** The words of a quote without its markers, for places where words are repeated (a list, a search result). */
export function withoutMarkers(quote: string): string {
  const markers = markersIn(quote, 0, quote.length);
  if (markers.length === 0) return quote;
  let words = '';
  let from = 0;
  for (const marker of markers) {
    words += quote.slice(from, marker.start);
    from = marker.end;
    // The space behind a marker goes with it where one stands before it too.
    if ((words === '' || /\s$/.test(words)) && quote[from] === ' ') from += 1;
  }
  return (words + quote.slice(from)).trim();
}
