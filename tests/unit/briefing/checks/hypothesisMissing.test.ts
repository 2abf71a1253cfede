import { describe, expect, it } from 'vitest';
import { doc, h, hypothesis, link, p, wordsFound } from './build';

const hypotheses = [
  hypothesis(71, 'H1', 'Smugglers landed cargo under embargo at the northern pier.'),
  hypothesis(72, 'H2', 'Fishermen unloaded their own catch during the closure.'),
];
const links = [link(21, 'supports', 71, 'hypotheses'), link(23, 'supports', 72, 'hypotheses')];
const found = (words: string) =>
  wordsFound('hypothesis-missing', doc(h('Assessment'), p(words)), { hypotheses, links });

describe('hypothesis-missing', () => {
  it('finds a hypothesis that nothing in the note comes to', () => {
    expect(found('Two ships lay there.[@21]')).toEqual(['H2']);
    expect(found('Nothing is known.')).toEqual(['H1', 'H2']);
    expect(found('H10 and H20 are no codes of ours.')).toEqual(['H1', 'H2']);
  });

  it('is content with a code, with evidence, or with the main words', () => {
    expect(found('Two ships[@21], three ships[@23].')).toEqual([]);
    expect(found('We prefer H1 to H2.')).toEqual([]);
    expect(
      found('Smugglers landed cargo under embargo; fishermen unloading a catch in the closure would not hide.'),
    ).toEqual([]);
  });

  it('says nothing of an empty note', () => {
    expect(wordsFound('hypothesis-missing', doc(h('Assessment'), p('')), { hypotheses, links })).toEqual([]);
  });
});
