/** Where the words of an excerpt stand in the new text, whoever's they are. */
import type { FoldedText } from '../text/fold';
import type { Passages } from './passages/passages';

export interface Texts {
  readonly before: string;
  readonly after: string;
  /** The new text folded; made when it is first asked for. */
  folded(): FoldedText;
}

/** The excerpt's words in the old text; `behind` is the one behind the last. */
export interface Own {
  readonly first: number;
  readonly behind: number;
}

const MOST = 200;

/** Words of the new text at which the excerpt's words stand in a row and that are not known to be another place's. */
export function freePlaces({ before, toBefore, places }: Passages, { first, behind }: Own): number[] {
  if (behind <= first) return [];
  return places.find(before.codes.subarray(first, behind), MOST).filter((start) => {
    for (let word = start; word < start + behind - first; word += 1) {
      const from = toBefore[word]!;
      if (from >= 0 && (from < first || from >= behind)) return false;
    }
    return true;
  });
}
