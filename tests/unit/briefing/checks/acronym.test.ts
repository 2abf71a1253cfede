import { describe, expect, it } from 'vitest';
import { doc, findingsOf, h, hypothesis, p, tag, wordsFound } from './build';

const found = (...words: string[]) => wordsFound('acronym', doc(...words.map(p)));

describe('acronym', () => {
  it.each([
    ['The NIS counted them.', ['NIS']],
    ['The NIS counted them. The NIS is sure.', ['NIS']],
    ['Two SBUs and a GUR.', ['SBU', 'GUR']],
    ['The NIS counted them, says the National Intelligence Service (NIS).', ['NIS']],
  ])('finds %s', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  it.each([
    'The National Intelligence Service (NIS) counted them. The NIS is sure.',
    'The NIS (National Intelligence Service) counted them.',
    'The NIS, South Korea’s intelligence service, counted them.',
    'The US, the UK, the EU, the UN and NATO agree.',
    'TLP:AMBER and COVID-19, M-1989 and T-72.',
    'Volume II and Part IV, as H1 has it.',
    'He said “the NIS”.',
    'THE WHOLE LINE IS SHOUTED AT US.',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('looks past headings, and knows codes of hypotheses', () => {
    const more = { hypotheses: [hypothesis(71, 'HX', 'Ships')] };
    expect(wordsFound('acronym', doc(h('What the NIS says'), p('We prefer HX.')), more)).toEqual([]);
  });

  it('spells out what the case knows', () => {
    const tags = [tag(61, 'Korean People’s Army', 'organisation', { aliases: ['KPA'] })];
    const [finding] = findingsOf('acronym', doc(p('The KPA left.')), { tags });
    expect(finding!.fix).toMatchObject({ kind: 'replace', from: 5, to: 8, text: 'Korean People’s Army (KPA)' });
  });
});
