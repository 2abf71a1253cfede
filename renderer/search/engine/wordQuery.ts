/** Answers the words of a query from one table's index: all sequences must match, ranked by BM25 (Robertson 1994). */
import type { Query, Sequence } from '@shared/query/query';
import { misspellings } from './fuzzy';
import { stepsOf } from './phrase';
import type { Steps } from './phrase';
import { addClause, beginScoring, finishScoring, forbid, forgetForbidden, touchAll } from './scoring';
import type { Clause, Scored, Span } from './scoring';
import { FIELD_MARKS, WEIGHT_BITS, wordRange, wordText } from './segment';
import type { Segment } from './segment';
import type { WordIndex } from './wordIndex';

/** When other spellings count: where the word as typed is found nowhere, always (ranked lower), or never. */
export type Forgiving = 'when nothing is found' | 'always' | 'never';

export interface Hits {
  /** Entries that match, each once, in no order. */
  readonly ordinals: Uint32Array;
  /** How well each matches; higher is better. */
  readonly scores: Float32Array;
  /** Words taken for misspellings of the query's, at most a few hundred: to mark them in the text. */
  readonly spellings: ReadonlySet<string>;
}

const MOST_SPELLINGS = 300;
/** Clauses are counted in a byte: the product stays below 255. */
const MOST_SEQUENCES = 12;
const MOST_WORDS = 20;

function livingIn(segment: Segment, index: WordIndex, [from, to]: readonly [number, number]): boolean {
  const { postings, postingAt, entries, serial } = segment;
  for (let i = postingAt[from]!; i < postingAt[to]!; i += 1) {
    if (index.serials[entries[postings[i]! >>> WEIGHT_BITS]!] === serial) return true;
  }
  return false;
}

function spansOf(segment: Segment, word: string, prefix: boolean, forgive: boolean, spellings: Set<string>): Span[] {
  const spans: Span[] = [];
  const exact = wordRange(segment, word, false);
  const [from, to] = prefix ? wordRange(segment, word, true) : exact;
  if (exact[0] < exact[1]) spans.push({ from: exact[0], to: exact[1], worth: 1 });
  const rest = exact[0] < exact[1] ? exact[1] : from;
  if (prefix && rest < to) spans.push({ from: rest, to, worth: 0.6 });
  if (forgive) {
    misspellings(segment, word, prefix, (other, mistakes) => {
      if (other >= from && other < to) return;
      spans.push({ from: other, to: other + 1, worth: mistakes === 1 ? 0.3 : 0.12 });
      if (spellings.size < MOST_SPELLINGS) spellings.add(wordText(segment, other));
    });
  }
  return spans;
}

const postingsIn = ({ postingAt }: Segment, spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + postingAt[span.to]! - postingAt[span.from]!, 0);

/** The clauses of each segment: a word each, with those of a sequence side by side. */
function clausesOf(index: WordIndex, must: readonly Sequence[], forgiving: Forgiving, spellings: Set<string>) {
  const perSegment: Clause[][] = index.segments.map(() => []);
  const entries = Math.max(
    1,
    index.segments.reduce((sum, segment) => sum + segment.entries.length, 0),
  );
  for (const sequence of must) {
    sequence.words.forEach((word, i) => {
      const prefix = sequence.prefix && i === sequence.words.length - 1;
      const mayForgive = sequence.words.length === 1 && !sequence.quoted && forgiving !== 'never';
      const forgive =
        mayForgive &&
        (forgiving === 'always' ||
          !index.segments.some((segment) => livingIn(segment, index, wordRange(segment, word, prefix))));
      const clauses = index.segments.map((segment) => {
        const spans = spansOf(segment, word, prefix, forgive, spellings);
        return { spans, postings: postingsIn(segment, spans), idf: 0 };
      });
      const frequency = Math.min(
        entries,
        clauses.reduce((sum, clause) => sum + clause.postings, 0),
      );
      const idf = Math.log(1 + (entries - frequency + 0.5) / (frequency + 0.5));
      clauses.forEach((clause, s) => perSegment[s]!.push({ ...clause, idf }));
    });
  }
  return perSegment;
}

/**
 * What the query's words find, or null where it asks for no words at all.
 * Of a very long query only the first words are looked at.
 */
export function findWords(index: WordIndex, query: Query, forgiving: Forgiving): Hits | null {
  const must = query.must.slice(0, MOST_SEQUENCES).map((one) => ({ ...one, words: one.words.slice(0, MOST_WORDS) }));
  if (must.length === 0 && query.mustNot.length === 0) return null;
  const spellings = new Set<string>();
  const perSegment = clausesOf(index, must, forgiving, spellings);
  const parts: Scored[] = [];
  index.segments.forEach((segment, s) => {
    const clauses = perSegment[s]!.toSorted((a, b) => a.postings - b.postings);
    if (clauses.some((clause) => clause.postings === 0)) return;
    beginScoring(segment);
    if (clauses.length === 0) touchAll(segment);
    clauses.forEach((clause, i) => addClause(segment, clause, i));
    const forbidden = query.mustNot.map((sequence) => rarestOf(segment, stepsOf(segment, sequence)));
    for (const { steps, from, to } of forbidden) forbid(segment, steps, from, to);
    const phrases = must.filter(({ words }) => words.length > 1).map((sequence) => stepsOf(segment, sequence));
    parts.push(finishScoring(segment, index.serials, clauses.length, phrases));
    for (const { from, to } of forbidden) forgetForbidden(segment, from, to);
  });
  return {
    ordinals: joined(
      parts.map((part) => part.ordinals),
      Uint32Array,
    ),
    scores: joined(
      parts.map((part) => part.scores),
      Float32Array,
    ),
    spellings,
  };
}

function joined<Kind extends Uint32Array | Float32Array>(parts: readonly Kind[], Maker: new (n: number) => Kind): Kind {
  if (parts.length === 1) return parts[0]!;
  const whole = new Maker(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The postings of the rarest word of a sequence: entries in which it may stand. */
function rarestOf({ postingAt }: Segment, steps: Steps): { steps: Steps; from: number; to: number } {
  let best = { steps, from: 0, to: Number.MAX_SAFE_INTEGER };
  for (const [first, last] of steps) {
    const [from, to] = [postingAt[first - FIELD_MARKS]!, postingAt[last - FIELD_MARKS]!];
    if (to - from < best.to - best.from) best = { steps, from, to };
  }
  return best;
}
