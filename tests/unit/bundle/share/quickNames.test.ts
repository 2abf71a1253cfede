// The quick way to names finds what the thorough way finds, however a name is broken up, accented or encoded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickNames } from '@shared/bundle/share/quickNames';
import { nameFinder } from '@shared/briefing/outgoing';
import type { Pseudonym } from '@shared/briefing/outgoing';

const names = [
  'Ivan Petrov',
  'Petrov, I.',
  'Straße',
  'José Ñu',
  'Kim Jong-un',
  '김정은',
  'ΟΔΥΣΣΕΥΣ',
  'İnci',
  'O’Brien',
  'Kİ',
  'ſtein',
];
const pseudonyms: Pseudonym[] = names.map((name, i) => ({
  tagId: String(i),
  names: i % 3 === 0 ? [name, `${name} II`] : [name],
  pseudonym: `Person ${i}`,
}));

const name = fc.constantFrom(...names);
const written = fc.oneof(
  name,
  name.map((one) => one.toUpperCase()),
  name.map((one) => one.toLowerCase()),
  name.map((one) => one.normalize('NFD')),
  name.map((one) => Array.from(one).join('\u00AD')),
  name.map((one) => one.replaceAll(' ', '%20')),
  name.map((one) => one.replaceAll(' ', '_\n')),
  name.map((one) => encodeURIComponent(one)),
  name.map((one) => `${one.slice(0, 3)} II`),
  fc.constantFrom(
    'STRASSE',
    'STRAẞE',
    'οδυσσεύς',
    'οδυσσευς',
    '\u212Aim Jong un',
    'STEIN',
    '김정은이',
    'Petrova',
    'ﬁ',
    '\u0301',
  ),
);
const line = fc.array(fc.oneof(written, fc.constantFrom(' ', ', ', '/', 'x', '20', '.', 'the')), { maxLength: 8 });

describe('quick names', () => {
  it('are those that are found one by one', () => {
    const [quick, thorough] = [quickNames(pseudonyms), nameFinder(pseudonyms)];
    let found = 0;
    fc.assert(
      fc.property(line, (pieces) => {
        const words = pieces.join('');
        found += thorough.find(words).length;
        expect(quick.find(words)).toEqual(thorough.find(words));
        expect(quick.rename(words)).toBe(thorough.rename(words));
        expect([...quick.count(words)]).toEqual([...thorough.count(words)]);
        expect(quick.renameAddress(words)).toBe(thorough.renameAddress(words));
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  });
});
