/** The plan of a text: its headings, and which of them a place stands under. */
import { countBefore } from '@shared/text/bisect';
import type { Segment } from '@shared/text/segments';
import type { Heading } from '../../ui';

/** The headings in their order, each on one line; `at` is its offset in the stored text, in UTF-16 code units. */
export const headingsOf = (text: string, segments: readonly Segment[]): Heading[] =>
  segments
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end, level }) => ({ at: start, level, words: text.slice(start, end).replaceAll(/\s+/g, ' ') }));

/** Index of the heading that an offset stands under; -1 before the first. */
export const headingOver = (headings: readonly Heading[], offset: number): number =>
  countBefore(headings.length, (index) => headings[index]!.at <= offset) - 1;
