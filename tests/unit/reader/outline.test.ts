// The outline of a text: its headings, each on one line.
import { expect, test } from 'vitest';
import type { Segment } from '@shared/text/segments';
import { headingsOf } from '../../../renderer/features/reader/outline';

const TEXT = 'Notes\n\nThe north\npier\n\nIt was quiet.\n\nAt night\n\nIt was not.\n';

const segment = (kind: Segment['kind'], words: string, level = 0): Segment => {
  const start = TEXT.indexOf(words);
  return { kind, start, end: start + words.length, number: 1, level, markers: [] };
};

const HEADINGS = headingsOf(TEXT, [
  segment('title', 'Notes'),
  segment('heading', 'The north\npier', 1),
  segment('paragraph', 'It was quiet.'),
  segment('heading', 'At night', 2),
  segment('paragraph', 'It was not.'),
]);

test('it has the headings alone, each on one line', () => {
  expect(HEADINGS).toEqual([
    { at: TEXT.indexOf('The north'), level: 1, words: 'The north pier' },
    { at: TEXT.indexOf('At night'), level: 2, words: 'At night' },
  ]);
});
