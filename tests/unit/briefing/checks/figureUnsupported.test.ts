import { describe, expect, it } from 'vitest';
import { doc, document, excerpt, findingsOf, p, table, wordsFound } from './build';

const small = {
  documents: [document(11, null), document(12, null, { language: 'ko' }), document(13, null, { language: 'uk' })],
  excerpts: [
    excerpt(21, 11, 'The patrol counted 12 trucks and about 300 tons of grain.'),
    excerpt(22, 11, 'No fewer than five brigades. Each would number between 2,000 and 3,000 men.'),
    excerpt(23, 12, '지금까지 파악된 인원은 약 1,500명이다.'),
    excerpt(24, 11, 'Trade fell by 45 per cent; they can make as many as two million shells a year.'),
    excerpt(25, 13, 'Прибуло кілька тисяч солдатів.'),
    excerpt(26, 11, 'Two freighters came.'),
  ],
};
const found = (...words: string[]) => wordsFound('figure-unsupported', doc(...words.map(p)), { case: small });

describe('figure-unsupported', () => {
  it.each([
    ['The patrol counted 14 trucks.[@21]', '14'],
    ['About 500 tons of grain were landed.[@21]', '500 tons'],
    ['The brigades number 4,000 men each.[@22]', '4,000'],
    ['Trade fell by 54 %.[@24]', '54 %'],
    ['The patrol counted 12 tanks.[@21]', '12'],
    ['Three freighters came.[@26]', 'Three'],
    ['They can make three million shells a year.[@24]', 'three million'],
    ['About 15,000 men were counted.[@23]', '15,000'],
  ])('finds a figure the evidence does not give: %s', (words, marked) => {
    expect(found(words)).toEqual([marked]);
  });

  it.each([
    'The patrol counted 12 trucks.[@21]',
    'About 1,500 men were counted.[@23]',
    'At least five brigades of 2,000 to 3,000 men are planned.[@22]',
    'A brigade has 2,500 men.[@22]',
    'At least five brigades of 2,000–3,000 men make 10,000–15,000.[@22]',
    'Trade fell by nearly half, 45 %.[@24]',
    'Up to two million shells a year are made.[@24]',
    'More than 10 trucks came.[@21]',
    'M-1989 guns and T-72 tanks were seen in 2024, on 18 November.[@21]',
    'The two ships and their three crews were seen.[@21]',
    'Twelve trucks came over the next six months.[@21]',
    'The truck came back, which is likely (60–70 %).[@21]',
    'About 3,000 men arrived.[@25]',
    'The figure of 14 stands without a citation.',
    'The count rose from 12 to 300 in March.[@21]',
  ])('passes: %s', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('looks at the whole paragraph and the whole row', () => {
    expect(found('The patrol was out all night.[@21] It counted 12 trucks.[@26]')).toEqual([]);
    const rows = table(
      ['Who', 'How many', 'Evidence'],
      ['Patrol', '12 trucks', '[@21]'],
      ['Other', '14 trucks', '[@21]'],
    );
    expect(wordsFound('figure-unsupported', doc(rows), { case: small })).toEqual(['14']);
  });

  it('lets a figure that was borne out be taken up again', () => {
    expect(found('The patrol counted 12 trucks.[@21]', 'Ships and 12 trucks are one picture.[@26]')).toEqual([]);
  });

  it('advises where the source hedges and the note does not', () => {
    const [finding] = findingsOf('figure-unsupported', doc(p('It landed 300 tons of grain.[@21]')), { case: small });
    expect(finding).toMatchObject({
      severity: 'advice',
      words: '300 tons',
      fix: { kind: 'replace', text: 'about 300 tons' },
    });
    const [opening] = findingsOf('figure-unsupported', doc(p('Five brigades are planned.[@22]')), { case: small });
    expect(opening!.fix).toMatchObject({ text: 'At least five' });
    expect(found('It is said to have landed 300 tons of grain.[@21]')).toEqual([]);
  });
});
