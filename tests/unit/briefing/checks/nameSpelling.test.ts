import { describe, expect, it } from 'vitest';
import { editDistance } from '@shared/briefing/checks/spelling';
import { doc, findingsOf, p, tag, wordsFound } from './build';

const tags = [
  tag(61, 'Yunus-bek Yevkurov', 'person', { aliases: ['Yevkurov', 'Евкуров'] }),
  tag(62, 'Zaporizhzhia', 'place'),
  tag(63, 'Russia', 'place'),
  tag(64, 'Harbour Board', 'organisation'),
  tag(65, 'Koksan gun', 'equipment'),
];
const found = (words: string) => wordsFound('name-spelling', doc(p(words)), { tags });

describe('name-spelling', () => {
  it.each([
    ['Deputy Minister Yevkurow leads it.', 'Yevkurow'],
    ['Deputy Minister Yevkruov leads it.', 'Yevkruov'],
    ['The road to Zaporizhia is cut.', 'Zaporizhia'],
    ['The road to Zaporizhzhya is cut.', 'Zaporizhzhya'],
    ['Yevkurv’s men trained.', 'Yevkurv'],
    ['The Harbuor Board met.', 'Harbuor'],
  ])('finds %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it('writes it as the case does', () => {
    const [finding] = findingsOf('name-spelling', doc(p('By Yevkurow.')), { tags });
    expect(finding!.fix).toMatchObject({ kind: 'replace', from: 4, to: 12, text: 'Yevkurov' });
  });

  it.each([
    'Deputy Minister Yevkurov leads it, and Yevkurov’s men train.',
    'Russian, Russians and Russia’s neighbours.',
    'The board met at the harbour; Harbours are closed.',
    'A Kokson gun was seen.',
    'He called it “Zaporizhia”.',
    'Gazette and Weekend are papers.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('counts a swap of neighbours as one step', () => {
    expect(editDistance('abcd', 'abdc', 2)).toBe(1);
    expect(editDistance('abcd', 'xbcy', 2)).toBe(2);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
    expect(editDistance('abc', 'abcdef', 2)).toBe(3);
  });
});
