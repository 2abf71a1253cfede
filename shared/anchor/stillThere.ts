/** An excerpt whose words all stand in one passage that the old and the new text have in common. */
import { spanOver, wordsIn } from './carry';
import { sameButTypography } from './likeness';
import type { Passage, Passages } from './passages/passages';
import type { OldAnchor, Reanchored } from './reanchor';
import { freePlaces } from './sameWords';
import type { Texts } from './sameWords';

/** Characters that have to have come along: where they stayed, and where they moved. */
const IN_PLACE = 20;
const MOVED = 60;
/** Passages that differ by no more words in where they went are one that was edited. */
const TOGETHER = 40;
/** Words of the passage beside an excerpt that has no telling words at that end; more where it has a rival. */
const BESIDE = 2;
const BESIDE_RIVALS = 4;

/** Characters of the passage and of those beside it that went the same way. */
function characters({ passages, before }: Passages, index: number): number {
  const shiftOf = (passage: Passage): number => passage.to - passage.from;
  const lengthOf = ({ from, length }: Passage): number => before.ends[from + length - 1]! - before.starts[from]!;
  let sum = lengthOf(passages[index]!);
  for (const by of [-1, 1]) {
    let last = passages[index]!;
    for (let at = index + by; sum < MOVED; at += by) {
      const next = passages[at];
      if (!next || Math.abs(shiftOf(next) - shiftOf(last)) > TOGETHER) break;
      sum += lengthOf(next);
      last = next;
    }
  }
  return sum;
}

/** Words of the passage to the left and to the right of the excerpt; all there are where the texts begin or end with it. */
function beside({ before, after }: Passages, passage: Passage, first: number, behind: number): [number, number] {
  const end = passage.from + passage.length;
  const beginsBoth = passage.from === 0 && passage.to === 0;
  const endsBoth = end === before.length && passage.to + passage.length === after.length;
  return [beginsBoth ? Infinity : first - passage.from, endsBoth ? Infinity : end - behind];
}

function isFirm(passages: Passages, index: number, first: number, behind: number, hasRivals: boolean): boolean {
  const passage = passages.passages[index]!;
  const { isTelling } = passages;
  const [left, right] = beside(passages, passage, first, behind);
  if (hasRivals) return passage.inOrder && left >= BESIDE_RIVALS && right >= BESIDE_RIVALS;
  if (left === Infinity && right === Infinity) return true;
  if (characters(passages, index) < (passage.inOrder ? IN_PLACE : MOVED)) return false;
  return (isTelling[first] === 1 || left >= BESIDE) && (isTelling[behind - 1] === 1 || right >= BESIDE);
}

/** Kept, moved or changed in its typography; null where the words are not all in one passage that is to be believed. */
export function placeByPassages(texts: Texts, passages: Passages, anchor: OldAnchor): Reanchored | null {
  const { first, behind } = wordsIn(passages, anchor);
  if (behind <= first) return null;
  const index = passages.passageOf[first]!;
  if (index < 0 || passages.passageOf[behind - 1] !== index) return null;
  const passage = passages.passages[index]!;
  const shift = passage.to - passage.from;
  const rivals = freePlaces(passages, { first, behind }).filter((word) => word !== first + shift);
  if (!isFirm(passages, index, first, behind, rivals.length > 0)) return null;
  const last = behind - 1;
  const span = spanOver(texts, passages, anchor, { first, last, from: first + shift, to: last + shift });
  const words = texts.after.slice(span.start, span.end);
  const place = { ...span, likeness: 1 };
  if (words === anchor.quote)
    return { fate: passage.inOrder ? 'kept' : 'moved', place, isTypography: false, candidates: [] };
  return { fate: 'changed', place, isTypography: sameButTypography(words, anchor.quote), candidates: [] };
}
