/**
 * Anchors as selectors of the W3C Web Annotation Data Model (Recommendation of 23 February 2017) and back. Selectors
 * count code points (§4.2.4, §4.2.5), anchors UTF-16 code units: the border between them is here.
 */
import { planAnchor } from '../model/excerpt';
import type { Anchor } from '../model/excerpt';
import { no } from '../model/result';
import type { Result } from '../model/result';
import { toCodePoints, toUtf16 } from './codePoints';
import { findQuote } from './match';

export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  /** Code points; start included, end excluded. */
  readonly start: number;
  readonly end: number;
}

export type TextSelector = TextQuoteSelector | TextPositionSelector;

/** Position and quote selectors of many anchors in one text, in the order given; one sweep over the text. */
export function selectorsOfAll(
  text: string,
  anchors: readonly Anchor[],
): (readonly [TextPositionSelector, TextQuoteSelector])[] {
  const points = toCodePoints(
    text,
    anchors.flatMap((anchor) => [anchor.start, anchor.end]),
  );
  return anchors.map(({ quote, prefix, suffix }, index) => [
    { type: 'TextPositionSelector', start: points[index * 2]!, end: points[index * 2 + 1]! },
    { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
  ]);
}

/** Position and quote selector of an anchor. */
export const selectorsOf = (text: string, anchor: Anchor): readonly [TextPositionSelector, TextQuoteSelector] =>
  selectorsOfAll(text, [anchor])[0]!;

export type SelectorRefusal =
  | 'no-selector'
  | 'out-of-text'
  | 'lost'
  | 'ambiguous'
  | 'unsure'
  | 'nothing-selected'
  | 'selection-too-long';

/**
 * The anchor that selectors mean in a text. A quote is believed before a position; a position without a quote is taken
 * as it is. Some programs count UTF-16 code units in position selectors: their count is tried where the quote stands
 * there. A place that is not certain is refused as `unsure` or `ambiguous`.
 */
export function anchorOf(
  text: string,
  textId: string,
  selectors: readonly TextSelector[],
): Result<Anchor, SelectorRefusal> {
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const [start, end] = position ? toUtf16(text, [position.start, position.end]) : [];
  if (!quote) {
    if (start === undefined || end === undefined) return no('no-selector');
    return start >= text.length ? no('out-of-text') : planAnchor(text, textId, start, end);
  }
  if (position && start !== undefined && !text.startsWith(quote.exact, start)) {
    if (text.startsWith(quote.exact, position.start))
      return planAnchor(text, textId, position.start, position.start + quote.exact.length);
  }
  const result = findQuote(text, start === undefined ? quote : { ...quote, start });
  switch (result.outcome) {
    case 'found':
      return planAnchor(text, textId, result.match.start, result.match.end);
    case 'review':
      return no('unsure');
    case 'ambiguous':
    case 'lost':
      return no(result.outcome);
  }
}
