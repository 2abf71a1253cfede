/**
 * An excerpt whose words are not all where they were: what stands between its neighbours now, else the same words where
 * nobody else has them, else what is most like it.
 */
import { nearPlaces } from './candidates';
import { spanOver, wordsIn } from './carry';
import type { Span } from './carry';
import { likeness, sameButTypography } from './likeness';
import { foldText, foldWord, unfoldSpan } from '../text/fold';
import type { Passages } from './passages/passages';
import { wordAt } from './passages/words';
import type { NewPlace, OldAnchor, Reanchored } from './reanchor';
import { freePlaces } from './sameWords';
import type { Own, Texts } from './sameWords';
import { placeScore } from './score';
import { snapToWords } from './snap';

/** How alike the words have to be to be the same statement in other words, and to be shown at all. */
const CHANGED = 0.55;
const SHOWN = 0.35;
/** The same words elsewhere are believed where what stands around them is this much the same. */
const SURROUNDED = 0.88;
const MOST_SHOWN = 5;
/** How far from the neighbours' place the new wording may reach, beside the excerpt's own length. */
const REACH = 400;
const LONGEST_GAP = 40_000;

/** The nearest words before and behind the excerpt that stand in the new text in the order of the whole. */
function neighbours({ passages, passageOf, toAfter, before }: Passages, first: number, behind: number) {
  const isFirm = (word: number): boolean => {
    const index = passageOf[word]!;
    return index >= 0 && passages[index]!.inOrder;
  };
  let left = first - 1;
  while (left >= 0 && !isFirm(left)) left -= 1;
  let right = behind;
  while (right < before.length && !isFirm(right)) right += 1;
  return {
    left,
    right,
    /** New words between which the excerpt's place lies, both excluded. */
    from: left < 0 ? -1 : toAfter[left]!,
    to: right >= before.length ? Infinity : toAfter[right]!,
  };
}

/** New words that the excerpt's own words became, those far from the most of them left out. */
function ownWords(passages: Passages, first: number, behind: number): { from: number; to: number } | null {
  const { passages: all, passageOf, toAfter } = passages;
  const weights = new Map<number, number>();
  for (let word = first; word < behind; word += 1) {
    const index = passageOf[word]!;
    if (index >= 0) weights.set(index, (weights.get(index) ?? 0) + 1);
  }
  const [main] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!main) return null;
  const shift = all[main[0]]!.to - all[main[0]]!.from;
  const reach = behind - first + 24;
  let [from, to] = [Infinity, -1];
  for (let word = first; word < behind; word += 1) {
    const there = toAfter[word]!;
    if (there < 0 || Math.abs(there - word - shift) > reach) continue;
    from = Math.min(from, there);
    to = Math.max(to, there);
  }
  return to < 0 ? null : { from, to };
}

/** True where most words of a place are known to be those of another sentence of the old text. */
function isTaken({ after, toBefore }: Passages, place: Span, own: Own): boolean {
  let [count, others] = [0, 0];
  for (let word = wordAt(after, place.start); word < after.length && after.starts[word]! < place.end; word += 1) {
    const from = toBefore[word]!;
    count += 1;
    if (from >= 0 && (from < own.first || from >= own.behind)) others += 1;
  }
  return others * 2 > count;
}

/** The most alike wording within a part of the new text that is nobody else's. */
function nearestWithin(texts: Texts, passages: Passages, anchor: OldAnchor, own: Own, part: Span): NewPlace | null {
  const isWhole = part.end - part.start === texts.after.length;
  const { folded, map } = isWhole ? texts.folded() : foldText(texts.after.slice(part.start, part.end));
  const query = { exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix };
  for (const near of nearPlaces(folded, foldWord(anchor.quote).trim()).sort((a, b) => a.errors - b.errors)) {
    const rough = unfoldSpan(map, near.start, near.end);
    const { start, end } = snapToWords(
      texts.after,
      { start: part.start + rough.start, end: part.start + rough.end },
      query,
    );
    if (end <= start || isTaken(passages, { start, end }, own)) continue;
    return { start, end, likeness: likeness(anchor.quote, texts.after.slice(start, end)) };
  }
  return null;
}

/** What stands now where the excerpt stood. */
function inItsPlace(texts: Texts, passages: Passages, anchor: OldAnchor, words: Own): NewPlace | null {
  const { first, behind } = words;
  const { after, toAfter, before } = passages;
  const beside = neighbours(passages, first, behind);
  const own = ownWords(passages, first, behind);
  const places: NewPlace[] = [];
  const add = (from: number, to: number): void => {
    if (to < from || to >= after.length || from < 0 || to - from > 3 * (behind - first) + 40) return;
    const span = spanOver(texts, passages, anchor, { first, last: behind - 1, from, to });
    places.push({ ...span, likeness: likeness(anchor.quote, texts.after.slice(span.start, span.end)) });
  };
  const leftEdge = own && toAfter[first]! === own.from ? own.from : null;
  const rightEdge = own && toAfter[behind - 1]! === own.to ? own.to : null;
  // Words that were put in the place of the first or the last ones reach to the neighbour that is still there.
  const besideLeft = first === 0 ? -1 : toAfter[first - 1]!;
  const besideRight = behind === before.length ? after.length : toAfter[behind]!;
  const from = leftEdge ?? (first === 0 || besideLeft >= 0 ? besideLeft + 1 : null);
  const to = rightEdge ?? (besideRight >= 0 ? besideRight - 1 : null);
  // Between two edges that are known stands what the words became, alike or less so.
  if (from !== null && to !== null) add(from, to);
  const exact = places[0];
  if (exact && exact.likeness >= CHANGED && !isTaken(passages, exact, words)) return exact;
  if (own && from !== null) add(from, own.to);
  if (own && to !== null) add(own.from, to);
  if (own) add(own.from, own.to);
  const length = anchor.end - anchor.start;
  const base = own
    ? { start: after.starts[own.from]!, end: after.ends[own.to]! }
    : {
        start: beside.from < 0 ? 0 : after.ends[beside.from]!,
        end: Number.isFinite(beside.to) ? after.starts[beside.to]! : texts.after.length,
      };
  const slack = own ? length + REACH : 0;
  const part = { start: Math.max(0, base.start - slack), end: Math.min(texts.after.length, base.end + slack) };
  if (part.end - part.start >= 4 && part.end - part.start <= LONGEST_GAP) {
    const near = nearestWithin(texts, passages, anchor, words, part);
    if (near) places.push(near);
  }
  return places.filter((place) => !isTaken(passages, place, words)).sort((a, b) => b.likeness - a.likeness)[0] ?? null;
}

const scoreOf = (texts: Texts, anchor: OldAnchor, { start, end }: Span): number =>
  placeScore(texts.after, { exact: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix }, start, end, 1);

const open = (fate: 'unsure' | 'lost', candidates: readonly NewPlace[]): Reanchored => ({
  fate,
  place: null,
  isTypography: false,
  candidates: candidates.slice(0, MOST_SHOWN),
});

/** The fate of an excerpt whose words are not all in one common passage. */
export function placeByNeighbours(texts: Texts, passages: Passages, anchor: OldAnchor): Reanchored {
  const words = wordsIn(passages, anchor);
  const inPlace = inItsPlace(texts, passages, anchor, words);
  const free = freePlaces(passages, words)
    .map((from) => {
      const to = from + words.behind - words.first - 1;
      const span = spanOver(texts, passages, anchor, { first: words.first, last: words.behind - 1, from, to });
      return { place: { ...span, likeness: 1 }, from, score: scoreOf(texts, anchor, span) };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = free;
  if (best && free.length === 1 && best.score >= SURROUNDED) {
    const beside = neighbours(passages, words.first, words.behind);
    const now = texts.after.slice(best.place.start, best.place.end);
    const isVerbatim = now === anchor.quote;
    const inOrder = best.from > beside.from && best.from < beside.to;
    return {
      fate: isVerbatim ? (inOrder ? 'kept' : 'moved') : 'changed',
      place: best.place,
      isTypography: !isVerbatim && sameButTypography(now, anchor.quote),
      candidates: [],
    };
  }
  if (best) return open('unsure', [...free.map((one) => one.place), ...(inPlace ? [inPlace] : [])]);
  if (!inPlace || inPlace.likeness < SHOWN) {
    const near = nearestWithin(texts, passages, anchor, words, { start: 0, end: texts.after.length });
    if (near && near.likeness >= 0.75) return open('unsure', [near]);
    return open('lost', inPlace ? [inPlace] : near ? [near] : []);
  }
  if (inPlace.likeness < CHANGED) return open('unsure', [inPlace]);
  const now = texts.after.slice(inPlace.start, inPlace.end);
  return {
    fate: 'changed',
    place: inPlace,
    isTypography: sameButTypography(now, anchor.quote),
    candidates: [],
  };
}
