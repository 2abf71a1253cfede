import { expect, test } from 'vitest';
import { dayWords, dayWordsAt, momentWords, timeWords } from '@shared/text/when';

test('days and moments are written one way', () => {
  expect(dayWords('2024-11-24')).toBe('24 Nov 2024');
  expect(dayWords('')).toBe('');
  const at = new Date(2024, 10, 4, 9, 5);
  expect(dayWordsAt(at)).toBe('4 Nov 2024');
  expect(dayWordsAt(at.toISOString())).toBe('4 Nov 2024');
  expect(momentWords(at.getTime())).toBe('4 Nov 2024, 09:05');
  expect(timeWords(at)).toBe('09:05');
});
