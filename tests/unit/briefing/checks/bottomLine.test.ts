import { describe, expect, it } from 'vitest';
import { doc, h, p, section, wordsFound } from './build';

const found = (words: string) => wordsFound('bottom-line', section('Bottom line', words));

describe('bottom-line', () => {
  it('finds a bottom line that judges nothing', () => {
    expect(found('Two ships lay at the pier. Nobody saw lights.')).toEqual(['Two ships lay at the pier.']);
    expect(wordsFound('bottom-line', section('BLUF', 'This note is about ships.'))).toHaveLength(1);
  });

  it('is content with a term, with words that judge, and with one not written yet', () => {
    expect(found('Two ships came. More are likely.')).toEqual([]);
    expect(found('We assess that cargo was landed.')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(wordsFound('bottom-line', doc(h('Background'), p('Two ships came.')))).toEqual([]);
  });
});
