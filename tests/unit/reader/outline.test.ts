// The outline of a text: headings on one line each, and the one a place stands under.
import { expect, test } from 'vitest';
import type { Segment } from '@shared/text/segments';
import { headingOver, headingsOf } from '../../../renderer/features/reader/outline';

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

test('a place stands under the last heading before it, or under none', () => {
  const over = (words: string): number => headingOver(HEADINGS, TEXT.indexOf(words));
  expect([over('Notes'), over('The north'), over('quiet'), over('At night'), over('was not')]).toEqual([
    -1, 0, 0, 1, 1,
  ]);
  expect(headingOver([], 5)).toBe(-1);
});
