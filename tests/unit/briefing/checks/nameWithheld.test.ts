import { describe, expect, it } from 'vitest';
import { doc, findingsOf, p, quotation, tag, wordsFound } from './build';

const tags = [
  tag(61, 'Ivan Petrenko', 'person', { aliases: ['Petrenko', '페트렌코'], withhold: true }),
  tag(62, 'North Pier', 'place'),
];
const found = (words: string) => wordsFound('name-withheld', doc(p(words)), { tags });

describe('name-withheld', () => {
  it.each([
    ['A watchman, Ivan Petrenko, saw it.', 'Ivan Petrenko'],
    ['As PETRENKO says.', 'PETRENKO'],
    ['Petrenko’s word counts.', 'Petrenko'],
    ['“Petrenko” is his name.', 'Petrenko'],
    ['페트렌코는 말했다.', '페트렌코'],
  ])('finds %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it('looks at quotations and the title, and puts a stand-in', () => {
    const body = doc(quotation(21, 'Mr Petrenko came.'), p('So Petrenko says.'));
    const findings = findingsOf('name-withheld', body, { tags, briefing: { title: 'The Petrenko report' } });
    expect(findings.map((one) => one.at?.from ?? null)).toEqual([null, 0, 5]);
    expect(findings[2]).toMatchObject({
      severity: 'error',
      fix: { kind: 'replace', from: 5, to: 13, text: '[name withheld]' },
    });
  });

  it('is content with other names and with parts of words', () => {
    expect(found('The North Pier was dark.')).toEqual([]);
    expect(found('The Petrenkos left; Petrenkograd is far.')).toEqual([]);
  });
});
