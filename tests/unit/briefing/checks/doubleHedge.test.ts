import { describe, expect, it } from 'vitest';
import { doc, findingsOf, p, wordsFound } from './build';

const found = (words: string) => wordsFound('double-hedge', doc(p(words)));

describe('double-hedge', () => {
  it.each([
    ['The ship may possibly return.', 'may possibly'],
    ['The ship will likely could return.'.replace('will likely could', 'likely could'), 'likely could'],
    ['They probably might come.', 'probably might'],
    ['This appears to suggest a plan.', 'appears to suggest'],
    ['The ship could potentially return.', 'could potentially'],
    ['It might also perhaps rain.', 'might also perhaps'],
    ['It is possible that they may come.', 'possible that they may'],
    ['It may be likely to rain.', 'may be likely'],
  ])('finds %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it.each([
    'The ship is likely to return.',
    'They may come; perhaps they will stay.',
    'The exercise is likely in May.',
    'The exercise is likely May 2025.',
    'This suggests a plan.',
    'He said it “may possibly” rain.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('says it once, and not also as words off the scale', () => {
    const body = doc(p('The ship may possibly return.'));
    expect(wordsFound('off-scale', body)).toEqual([]);
    expect(findingsOf('double-hedge', doc(p('This appears to suggest a plan.')))[0]!.fix).toMatchObject({
      kind: 'replace',
      text: 'suggests',
    });
  });
});
