import { describe, expect, it } from 'vitest';
import { doc, findingsOf, h, judgement, ol, p, quotation, section, table, tag, wordsFound } from './build';

const tags = [tag(61, 'North Pier', 'place')];

describe('uncited', () => {
  it.each([
    [
      'a figure',
      'The patrol counted 12 trucks. No lights were seen. It was a quiet night.',
      'The patrol counted 12 trucks.',
    ],
    ['a day', 'The ship left on 18 November 2024.', 'The ship left on 18 November 2024.'],
    ['a report', 'The harbour office denied the landing.', 'The harbour office denied the landing.'],
    ['a likelihood', 'The landings are likely to go on.', 'The landings are likely to go on.'],
  ])('finds %s that nothing carries', (_, words, found) => {
    expect(wordsFound('uncited', section('Assessment', words))).toEqual([found]);
  });

  it('finds a name of the case in a part that sets out facts, as advice', () => {
    const [finding] = findingsOf('uncited', section('Background', 'The North Pier belongs to a young firm.'), { tags });
    expect(finding).toMatchObject({ severity: 'advice', standard: 'ICD 206' });
  });

  it('finds a key judgement without any citation, in a list or as a node', () => {
    const body = doc(
      h('Key judgements'),
      ol('The landings will go on.', 'Two ships came.[@21]'),
      judgement(5, 'Trade will move.'),
    );
    expect(wordsFound('uncited', body)).toEqual(['The landings will go on.', 'Trade will move.']);
  });

  it.each([
    ['the sentence itself', 'The patrol counted 12 trucks.[@22]'],
    ['the sentence before', 'The patrol watched all night.[@22] It counted 12 trucks.'],
    ['the sentence behind', 'The patrol counted 12 trucks. Nobody else did.[@22]'],
    ['a footnote', 'The patrol counted 12 trucks.^[Patrol log[@22]]'.replace('[@22]]', ']') + '[@22]'],
  ])('is content with a citation in %s', (_, words) => {
    expect(wordsFound('uncited', section('Assessment', words))).toEqual([]);
  });

  it.each([
    'We have moderate confidence in this.',
    'If the pier closes, 12 trucks will wait elsewhere.',
    'We assume that the patrol saw all 12 trucks.',
    'Who paid the 12 drivers?',
    'We would revise this brief if 12 trucks came back.',
    'The argument has three parts.',
    'The next 12 months will tell.',
    'Reports of “12 trucks” are old.',
  ])('leaves alone what sets out no fact: %s', (words) => {
    expect(wordsFound('uncited', section('Assessment', words))).toEqual([]);
  });

  it('takes a row of a table, and words that lead to a quotation, as carried', () => {
    const rows = table(['Who', 'How many'], ['Coast Guard[@22]', '12 trucks']);
    const led = doc(
      h('Assessment'),
      rows,
      p('The patrol says it counted 12 trucks:'),
      quotation(22, 'The patrol counted 12 trucks'),
    );
    expect(wordsFound('uncited', led)).toEqual([]);
  });

  it('lets a bottom line repeat a figure that stands below with its evidence', () => {
    const body = doc(
      h('Bottom line'),
      p('It is likely that 12 trucks came.'),
      h('Background'),
      p('The patrol counted 12 trucks.[@22]'),
    );
    expect(wordsFound('uncited', body)).toEqual([]);
  });
});
