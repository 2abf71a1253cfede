import { describe, expect, it } from 'vitest';
import { looserTexts } from '../../../../renderer/features/search/looser';

const texts = (text: string): string[] => looserTexts(text).map((one) => one.text);

describe('looser texts', () => {
  it('give up quotation marks, fields, words to leave out, then single words', () => {
    expect(texts('"zebra artillery" shells')).toContain('zebra artillery shells');
    expect(texts('troops tag:kursk')).toContain('troops');
    expect(texts('troops -elite')).toContain('troops');
    expect(texts('one two three')).toEqual(['one two', 'one three', 'two three']);
  });

  it('shorten a single word, and offer nothing for a short one', () => {
    expect(texts('artilery')).toEqual(['artile']);
    expect(texts('abc')).toEqual([]);
  });

  it('never offer what was typed or nothing', () => {
    for (const typed of ['', '   ', '-', '"', 'tag:x', '"a b" -c tag:"d e" f']) {
      expect(texts(typed)).not.toContain('');
      expect(texts(typed)).not.toContain(typed);
    }
  });
});
