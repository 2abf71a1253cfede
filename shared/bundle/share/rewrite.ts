/** Texts with words blacked out or replaced, and where everything else stands after that. Offsets are UTF-16 code units. */

/** Words of a text that give way to others; `end` is excluded. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface Rewritten {
  readonly text: string;
  /** Where a passage of the old text stands now: it grows over a replacement that it cuts. */
  readonly place: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** U+2588 FULL BLOCK: one for each code unit, so that nothing after it moves. */
export const BLACK = '\u2588';

/** The passage blacked out; line breaks stay, so that the text keeps its paragraphs. */
export const blacked = (words: string): string => words.replace(/[^\r\n]/g, BLACK);

/** The spans in order, overlapping and touching ones as one. */
export function joinSpans<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The text with the spans blacked out; its length stays. */
export function blackout(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let made = '';
  let at = 0;
  for (const { start, end } of joinSpans(spans)) {
    made += text.slice(at, start) + blacked(text.slice(start, end));
    at = end;
  }
  return made + text.slice(at);
}

/** The text with the replacements made. They must not overlap. */
export function rewrite(text: string, replacements: readonly Replacement[]): Rewritten {
  const inOrder = replacements.toSorted((a, b) => a.start - b.start);
  const moves: { start: number; end: number; from: number; to: number }[] = [];
  let made = '';
  let at = 0;
  for (const { start, end, words } of inOrder) {
    made += text.slice(at, start);
    moves.push({ start, end, from: made.length, to: made.length + words.length });
    made += words;
    at = end;
  }
  made += text.slice(at);
  const placeOf = (offset: number, side: 'from' | 'to'): number => {
    let shift = 0;
    for (const move of moves) {
      if (offset <= move.start) break;
      if (offset < move.end) return move[side];
      shift = move.to - move.end;
    }
    return offset + shift;
  };
  return { text: made, place: (start, end) => ({ start: placeOf(start, 'from'), end: placeOf(end, 'to') }) };
}
