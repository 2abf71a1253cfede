import { describe, expect, it } from 'vitest';
import type { BodyNode } from '@shared/model/briefing';
import { doc, p, wordsFound } from './build';

const found = (words: string) => wordsFound('mixed-likelihood-confidence', doc(p(words)));

describe('mixed-likelihood-confidence', () => {
  it.each([
    'We have moderate confidence that the strike is likely to spread.',
    'With high confidence we judge that a landing is very unlikely.',
    'The strike will probably spread; our confidence in this is low.',
    'We assess with low to moderate confidence that there is a realistic possibility of rain.',
    'We are highly confident that a strike is almost certain.',
    'We have high confidence in a 70–80 % chance of a strike.',
  ])('finds both in one sentence: %s', (words) => {
    expect(found(words)).toHaveLength(1);
  });

  it.each([
    'We assess the strike is likely to spread. We have moderate confidence in this.',
    'We have high confidence in the sourcing.',
    "The minister said 'it is unlikely'. Confidence is low.",
    'It is very likely, and highly probable by Friday, that they strike.',
    'Low consumer confidence is likely to hurt trade.',
    'Public confidence is low and unlikely to recover.',
    'Our confidence is low, because “likely” is their word.',
    'We have moderate confidence in this, as 40 % of the crews were asked.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('knows the marks of the pick-lists', () => {
    const text = (words: string, type?: string, attrs?: Record<string, string>): BodyNode =>
      type ? { type: 'text', text: words, marks: [{ type, attrs: attrs ?? {} }] } : { type: 'text', text: words };
    const body = doc({
      type: 'paragraph',
      content: [text('We are '), text('sure', 'confidence', { level: 'high' }), text(' that it is likely.')],
    });
    expect(wordsFound('mixed-likelihood-confidence', body)).toHaveLength(1);
  });
});
