/**
 * Finds a quote again in a text that may have changed. In this order: where it stood, the only verbatim place, the
 * verbatim place whose surroundings fit best, a near place. What is not certain is said to be so: a result is `found`
 * only where the words are the quote's own, or so near that no figure and no negation changed.
 */
import type { Anchor } from '../model/excerpt';
import { foldText, foldWord, unfoldSpan } from '../text/fold';
import { exactHits, nearPlaces } from './candidates';
import { meansOtherwise, placeScore } from './score';
import type { QuoteQuery } from './score';
import { snapToWords } from './snap';

export type MatchMethod = 'position' | 'exact' | 'context' | 'fuzzy';

export interface QuoteMatch {
  /** UTF-16 code units in the text searched; start included, end excluded. */
  readonly start: number;
  readonly end: number;
  /** Quote, surroundings and position together, 0 to 1. */
  readonly score: number;
  /** How much of the quote's words is there; 1 where they are verbatim (or differ only as folding allows). */
  readonly quoteScore: number;
  readonly method: MatchMethod;
}

export type QuoteResult =
  | { readonly outcome: 'found'; readonly match: QuoteMatch }
  /** Likely, but a person has to look. */
  | { readonly outcome: 'review'; readonly match: QuoteMatch }
  /** Several places fit as well; best first, at most ten. */
  | { readonly outcome: 'ambiguous'; readonly matches: readonly QuoteMatch[] }
  | { readonly outcome: 'lost'; readonly nearest: QuoteMatch | null };

const ACCEPT_QUOTE = 0.9;
const ACCEPT_SCORE = 0.85;
const REVIEW_SCORE = 0.6;
/** The second best place has to be this much worse. */
const MARGIN = 0.05;
/** A verbatim quote this long that stands once is itself, whatever became of its surroundings. */
const TELLING_LENGTH = 16;
/** A near quote this long is shown for review on the strength of its words alone. */
const LONG_LENGTH = 40;
const MOST_HITS = 2_000;
const MOST_SHOWN = 10;

/** True where the text has the anchor's quote at its offsets, letter for letter. */
export const verifyAnchor = (text: string, anchor: Pick<Anchor, 'start' | 'end' | 'quote'>): boolean =>
  anchor.end - anchor.start === anchor.quote.length && text.startsWith(anchor.quote, anchor.start);

/** What to look for when an anchor's quote is to be found again. */
export const queryOf = (anchor: Pick<Anchor, 'start' | 'quote' | 'prefix' | 'suffix'>): QuoteQuery => ({
  exact: anchor.quote,
  prefix: anchor.prefix,
  suffix: anchor.suffix,
  start: anchor.start,
});

const overlaps = (a: QuoteMatch, b: QuoteMatch): boolean => a.start < b.end && b.start < a.end;

/** Best first; of places that overlap only the best. */
function ranked(matches: readonly QuoteMatch[]): QuoteMatch[] {
  const kept: QuoteMatch[] = [];
  for (const match of matches.toSorted((a, b) => b.score - a.score || a.start - b.start)) {
    if (kept.length > MOST_SHOWN) break;
    if (!kept.some((other) => overlaps(match, other))) kept.push(match);
  }
  return kept;
}

/** Clear of the second best by the margin. */
const standsOut = (matches: readonly QuoteMatch[]): boolean =>
  matches.length < 2 || matches[0]!.score - matches[1]!.score >= MARGIN;

function stoodHere(text: string, query: QuoteQuery): QuoteMatch | null {
  const { exact, prefix = '', suffix = '', start } = query;
  if (start === undefined || start < 0 || !text.startsWith(exact, start)) return null;
  const end = start + exact.length;
  if (start < prefix.length || !text.startsWith(prefix, start - prefix.length)) return null;
  if (!text.startsWith(suffix, end)) return null;
  return { start, end, score: 1, quoteScore: 1, method: 'position' };
}

function verbatim(text: string, query: QuoteQuery): QuoteResult | null {
  const { exact, prefix = '', suffix = '' } = query;
  const hits = exactHits(text, exact, MOST_HITS + 1);
  if (hits.length === 0) return null;
  const only = hits.length === 1;
  const toMatch = (start: number): QuoteMatch => ({
    start,
    end: start + exact.length,
    score: placeScore(text, query, start, start + exact.length, 1),
    quoteScore: 1,
    method: start === query.start ? 'position' : only ? 'exact' : 'context',
  });
  if (only) {
    const match = toMatch(hits[0]!);
    const certain = exact.trim().length >= TELLING_LENGTH || match.score >= ACCEPT_SCORE;
    return { outcome: certain ? 'found' : 'review', match };
  }
  if (prefix + suffix !== '') {
    const whole = exactHits(text, prefix + exact + suffix, 2);
    if (whole.length === 1) return { outcome: 'found', match: toMatch(whole[0]! + prefix.length) };
  }
  // Overlapping hits ("an an an") are places of their own here: none may be dropped in silence.
  const matches = hits.map(toMatch).sort((a, b) => b.score - a.score);
  if (hits.length <= MOST_HITS && matches[0]!.score >= ACCEPT_SCORE && standsOut(matches)) {
    return { outcome: 'found', match: matches[0]! };
  }
  return { outcome: 'ambiguous', matches: matches.slice(0, MOST_SHOWN) };
}

function near(text: string, query: QuoteQuery): QuoteResult {
  const pattern = foldWord(query.exact).trim();
  const { folded, map } = foldText(text);
  const matches = ranked(
    nearPlaces(folded, pattern).map((place) => {
      const { start, end } = snapToWords(text, unfoldSpan(map, place.start, place.end), query);
      const quoteScore = Math.max(0, 1 - place.errors / pattern.length);
      return { start, end, score: placeScore(text, query, start, end, quoteScore), quoteScore, method: 'fuzzy' };
    }),
  );
  const best = matches[0];
  if (!best || best.start >= best.end) return { outcome: 'lost', nearest: null };
  const likely = best.score >= REVIEW_SCORE || (best.quoteScore >= ACCEPT_SCORE && pattern.length >= LONG_LENGTH);
  if (!likely) return { outcome: 'lost', nearest: best };
  if (!standsOut(matches)) return { outcome: 'ambiguous', matches: matches.slice(0, MOST_SHOWN) };
  const certain =
    best.quoteScore >= ACCEPT_QUOTE &&
    best.score >= ACCEPT_SCORE &&
    !meansOtherwise(query.exact, text.slice(best.start, best.end));
  return { outcome: certain ? 'found' : 'review', match: best };
}

/** Where the quote stands in the text. Nothing found is a result, not an error. */
export function findQuote(text: string, query: QuoteQuery): QuoteResult {
  if (query.exact.trim() === '') return { outcome: 'lost', nearest: null };
  const here = stoodHere(text, query);
  if (here) return { outcome: 'found', match: here };
  return verbatim(text, query) ?? near(text, query);
}
