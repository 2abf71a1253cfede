/** What changed between two versions of a text, by lines and, in lines that were edited, by words. */
import { diffArrays, diffWordsWithSpace } from 'diff';

export interface DiffPiece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A line of both texts, of one, or of both with other words. `at` and `was`: its offset in the new and the old text. */
export interface DiffRow {
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly pieces: readonly DiffPiece[];
  readonly at: number;
  readonly was: number;
}

/** Work after which the lines of two texts count as other lines altogether. */
const MOST_LINE_EDITS = 20_000;
const MOST_WORD_EDITS = 1_000;
const LONGEST_LINE = 40_000;
/** Lines with a smaller share of words in common are one that went and one that came. */
const ONE_LINE = 0.3;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of two lines that both have, 0 to 1. */
function inCommon(one: string, other: string): number {
  const [left, right] = [wordsIn(one), wordsIn(other)];
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) same += 1;
    counts.set(word, count - 1);
  }
  return (2 * same) / Math.max(1, left.length + right.length);
}

function wordPieces(before: string, after: string): DiffPiece[] {
  const edits =
    before.length + after.length > LONGEST_LINE
      ? undefined
      : diffWordsWithSpace(before, after, { maxEditLength: MOST_WORD_EDITS });
  if (!edits) {
    return [
      { change: 'removed', text: before },
      { change: 'added', text: after },
    ];
  }
  return edits.map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, at: start };
  });
}

/** The lines of one place that went and came: paired where they are the same line in other words. */
function pairRows(gone: readonly Line[], come: readonly Line[], at: number, was: number): DiffRow[] {
  const rows: DiffRow[] = [];
  const removed = (line: Line): DiffRow => ({
    change: 'removed',
    pieces: [{ change: 'removed', text: line.text }],
    at: come[0]?.at ?? at,
    was: line.at,
  });
  let next = 0;
  for (const line of come) {
    let best = -1;
    let most = ONE_LINE;
    for (let index = next; index < Math.min(gone.length, next + 8); index += 1) {
      const share = inCommon(gone[index]!.text, line.text);
      if (share > most) [best, most] = [index, share];
    }
    if (best < 0) {
      rows.push({ change: 'added', pieces: [{ change: 'added', text: line.text }], at: line.at, was });
      continue;
    }
    rows.push(...gone.slice(next, best).map(removed));
    const old = gone[best]!;
    rows.push({ change: 'changed', pieces: wordPieces(old.text, line.text), at: line.at, was: old.at });
    next = best + 1;
  }
  return [...rows, ...gone.slice(next).map(removed)];
}

/** The two texts as one, line by line. Empty lines of both are left out. */
export function diffTexts(before: string, after: string): DiffRow[] {
  const [left, right] = [linesOf(before), linesOf(after)];
  const edits = diffArrays(
    left.map((line) => line.text),
    right.map((line) => line.text),
    { maxEditLength: MOST_LINE_EDITS },
  ) ?? [
    { value: left.map((line) => line.text), count: left.length, added: false, removed: true },
    { value: right.map((line) => line.text), count: right.length, added: true, removed: false },
  ];
  const rows: DiffRow[] = [];
  let [was, at] = [0, 0];
  let gone: Line[] = [];
  let come: Line[] = [];
  const close = (): void => {
    const isFull = (line: Line): boolean => line.text.trim() !== '';
    rows.push(...pairRows(gone.filter(isFull), come.filter(isFull), right[at]?.at ?? after.length, left[was]?.at ?? 0));
    [gone, come] = [[], []];
  };
  for (const { added, removed, count } of edits) {
    if (removed) {
      gone.push(...left.slice(was, was + count));
      was += count;
    } else if (added) {
      come.push(...right.slice(at, at + count));
      at += count;
    } else {
      close();
      for (let i = 0; i < count; i += 1) {
        const line = right[at + i]!;
        if (line.text.trim() === '') continue;
        rows.push({
          change: 'same',
          pieces: [{ change: 'same', text: line.text }],
          at: line.at,
          was: left[was + i]!.at,
        });
      }
      was += count;
      at += count;
    }
  }
  close();
  return rows;
}
