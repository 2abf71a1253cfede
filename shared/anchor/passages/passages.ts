/**
 * Which words of one text are which words of another. A row of words that stands once in each text is the same passage,
 * wherever it stands: a passage that moved is found as surely as one that stayed, in time that grows with the length
 * alone. From such rows the passages grow to both sides as long as the words agree. Where two passages lay claim to the
 * same words neither gets them: what cannot be told is left open.
 */
import { heaviestOrder } from './order';
import { eachTellingRow } from './tellingRows';
import { placesOf } from './wordPlaces';
import type { WordPlaces } from './wordPlaces';
import { cutWords } from './words';
import type { Words } from './words';

/** Words `[from, from + length)` of the one text are words `[to, to + length)` of the other. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** In the order that most of the text kept; false where the passage was moved. */
  readonly inOrder: boolean;
}

export interface Passages {
  readonly before: Words;
  readonly after: Words;
  /** In the order of the first text; they overlap in neither. */
  readonly passages: readonly Passage[];
  /** For each word of the first text the index of its passage, or -1. */
  readonly passageOf: Int32Array;
  /** For each word the word of the other text, or a negative number. */
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;
  /** 1 for each word of the first text that is part of a row which stands once in each. */
  readonly isTelling: Uint8Array;
  readonly places: WordPlaces;
}

const OPEN = -1;
const CONTESTED = -2;

class Claims {
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;

  constructor(before: number, after: number) {
    this.toAfter = new Int32Array(before).fill(OPEN);
    this.toBefore = new Int32Array(after).fill(OPEN);
  }

  /** Says that two words are the same; takes it back for all concerned where another was said before. */
  put(from: number, to: number): void {
    const [there, here] = [this.toAfter[from]!, this.toBefore[to]!];
    if (there === to && here === from) return;
    if (there === OPEN && here === OPEN) {
      this.toAfter[from] = to;
      this.toBefore[to] = from;
      return;
    }
    if (there >= 0) this.toBefore[there] = CONTESTED;
    if (here >= 0) this.toAfter[here] = CONTESTED;
    this.toAfter[from] = CONTESTED;
    this.toBefore[to] = CONTESTED;
  }
}

/** What the rows grow by to one side, -1 or 1, over words nobody has laid claim to. */
function grow(before: Words, after: Words, claims: Claims, by: 1 | -1, say: (from: number, to: number) => void): void {
  const { toAfter, toBefore } = claims;
  const isFree = (from: number, to: number): boolean =>
    from >= 0 &&
    from < before.length &&
    to >= 0 &&
    to < after.length &&
    toAfter[from] === OPEN &&
    toBefore[to] === OPEN;
  const walk = (start: number, onto: number): void => {
    let [from, to] = [start + by, onto + by];
    for (; isFree(from, to) && before.codes[from] === after.codes[to]; from += by, to += by) say(from, to);
  };
  for (let from = 0; from < before.length; from += 1) {
    const to = toAfter[from]!;
    if (to >= 0 && isFree(from + by, to + by)) walk(from, to);
  }
  if (by === 1) walk(-1, -1);
  else walk(before.length, after.length);
}

/** Rows of words at one distance become passages; `order` is told afterwards. */
function gather({ toAfter, toBefore }: Claims): { from: number; to: number; length: number }[] {
  const passages: { from: number; to: number; length: number }[] = [];
  for (let from = 0; from < toAfter.length; from += 1) {
    const to = toAfter[from]!;
    if (to < 0 || toBefore[to] !== from) continue;
    const last = passages.at(-1);
    if (last && last.from + last.length === from && last.to + last.length === to) last.length += 1;
    else passages.push({ from, to, length: 1 });
  }
  return passages;
}

/** The passages two texts have in common. */
export function findPassages(textBefore: string, textAfter: string): Passages {
  const [before, after] = [cutWords(textBefore), cutWords(textAfter)];
  const size = Math.max(before.telling, after.telling);
  const claims = new Claims(before.length, after.length);
  const isTelling = new Uint8Array(before.length);
  eachTellingRow(before, after, size, (from, to) => {
    for (let i = 0; i < size; i += 1) claims.put(from + i, to + i);
    isTelling.fill(1, from, from + size);
  });
  const grown: [number, number][] = [];
  for (const by of [1, -1] as const) grow(before, after, claims, by, (from, to) => grown.push([from, to]));
  for (const [from, to] of grown) claims.put(from, to);
  const found = gather(claims);
  const inOrder = heaviestOrder(found);
  const passageOf = new Int32Array(before.length).fill(OPEN);
  found.forEach(({ from, length }, index) => passageOf.fill(index, from, from + length));
  return {
    before,
    after,
    passages: found.map((passage, index) => ({ ...passage, inOrder: inOrder[index] === 1 })),
    passageOf,
    toAfter: claims.toAfter,
    toBefore: claims.toBefore,
    isTelling,
    places: placesOf(after),
  };
}
