/** The plan of a text: its headings. */
import type { Segment } from '@shared/text/segments';
import type { Heading } from '../../ui';

/** The headings in their order, each on one line; `at` is its offset in the stored text, in UTF-16 code units. */
export const headingsOf = (text: string, segments: readonly Segment[]): Heading[] =>
  segments
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end, level }) => ({ at: start, level, words: text.slice(start, end).replaceAll(/\s+/g, ' ') }));
