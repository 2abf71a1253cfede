/**
 * What becomes of the excerpts of a text when a newer version of it arrives. Where the old text is at hand the two are
 * compared whole, so that words which stand several times are told apart by where they stood; words that were taken out
 * are never found in somebody else's sentence. Only what is certain is said to be kept or moved.
 */
import type { Anchor } from '../model/excerpt';
import { foldText } from '../text/fold';
import type { FoldedText } from '../text/fold';
import { wordsIn } from './carry';
import { sameButTypography } from './likeness';
import { findQuote, queryOf } from './match';
import type { QuoteMatch } from './match';
import { findPassages } from './passages/passages';
import { placeByPassages } from './stillThere';
import { placeByNeighbours } from './reworded';

/**
 * `kept`: the same words in the same place of the text; `moved`: the same words in another; `changed`: the same place
 * has other words; `unsure`: a person has to say; `lost`: nothing is like it.
 */
export type Fate = 'kept' | 'moved' | 'changed' | 'unsure' | 'lost';

/** A place in the new text. Offsets are UTF-16 code units, end excluded. */
export interface NewPlace {
  readonly start: number;
  readonly end: number;
  /** How much of the excerpt's words is there, 0 to 1. */
  readonly likeness: number;
}

export interface Reanchored {
  readonly fate: Fate;
  /** Where it stands now; null where that is open. */
  readonly place: NewPlace | null;
  /** True where a change is one of quotation marks, dashes or spacing alone. */
  readonly isTypography: boolean;
  /** Where it may stand, best first, if the place is open; for what is lost, what comes nearest. */
  readonly candidates: readonly NewPlace[];
}

export type OldAnchor = Pick<Anchor, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>;

const placeOf = ({ start, end, quoteScore }: QuoteMatch): NewPlace => ({ start, end, likeness: quoteScore });

/** Without the old text: by the quote and what stood around it. */
function byQuote(text: string, anchor: OldAnchor): Reanchored {
  const result = findQuote(text, queryOf({ ...anchor }));
  switch (result.outcome) {
    case 'found': {
      const place = placeOf(result.match);
      const words = text.slice(place.start, place.end);
      if (words === anchor.quote) return { fate: 'kept', place, isTypography: false, candidates: [] };
      return { fate: 'changed', place, isTypography: sameButTypography(words, anchor.quote), candidates: [] };
    }
    case 'review':
      return { fate: 'unsure', place: null, isTypography: false, candidates: [placeOf(result.match)] };
    case 'ambiguous':
      return { fate: 'unsure', place: null, isTypography: false, candidates: result.matches.map(placeOf) };
    case 'lost':
      return {
        fate: 'lost',
        place: null,
        isTypography: false,
        candidates: result.nearest ? [placeOf(result.nearest)] : [],
      };
  }
}

/**
 * The fate of each excerpt, in the order given. `oldText` is the text the anchors stand in, null where it is missing;
 * an anchor that does not stand in it letter for letter is looked for by its quote alone.
 */
export function reanchorAll(
  oldText: string | null,
  newText: string,
  anchors: readonly OldAnchor[],
  onProgress?: (done: number) => void,
): Reanchored[] {
  if (oldText === null) return anchors.map((anchor) => byQuote(newText, anchor));
  let folded: FoldedText | undefined;
  const texts = { before: oldText, after: newText, folded: () => (folded ??= foldText(newText)) };
  const passages = findPassages(oldText, newText);
  return anchors.map((anchor, index) => {
    if (index % 64 === 0) onProgress?.(index / anchors.length);
    const { first, behind } = wordsIn(passages, anchor);
    if (first === behind || !oldText.startsWith(anchor.quote, anchor.start)) return byQuote(newText, anchor);
    return placeByPassages(texts, passages, anchor) ?? placeByNeighbours(texts, passages, anchor);
  });
}
