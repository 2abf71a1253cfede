// What is kept of the reading settings may be anything: only known choices count.
import { describe, expect, it } from 'vitest';
import { readingOf, readingStyle, USUAL } from '../../../renderer/features/reader/reading';

describe('readingOf', () => {
  it('takes what it knows and leaves the rest as usual', () => {
    expect(readingOf(undefined)).toEqual(USUAL);
    expect(readingOf('large')).toEqual(USUAL);
    expect(readingOf({ size: 'large', face: 'comic', width: 4 })).toEqual({ ...USUAL, size: 'large' });
  });

  it('gives the style sheet its four properties', () => {
    expect(Object.keys(readingStyle(USUAL))).toEqual(['--read-size', '--read-width', '--read-face', '--read-leading']);
  });
});
