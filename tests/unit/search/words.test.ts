import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '@shared/query/parse';
import { distance, mistakesAllowed } from '../../../renderer/search/engine/fuzzy';
import { byScore } from '../../../renderer/search/engine/ranking';
import { WordIndex } from '../../../renderer/search/engine/wordIndex';
import { findWords } from '../../../renderer/search/engine/wordQuery';
import type { Forgiving } from '../../../renderer/search/engine/wordQuery';

function indexOf(texts: readonly string[]): WordIndex {
  const index = new WordIndex([2, 1]);
  texts.forEach((text, i) => index.put(i, [text, '']));
  index.seal();
  return index;
}

function find(index: WordIndex, typed: string, forgiving: Forgiving = 'when nothing is found'): number[] {
  const hits = findWords(index, parseQuery(typed), forgiving);
  return hits ? [...byScore(hits.ordinals, hits.scores)] : [];
}

const units = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** Optimal string alignment, the textbook way. */
function plainDistance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      d[i]![j] = Math.min(change, d[i - 1]![j]! + 1, d[i]![j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

describe('words', () => {
  test('case, diacritics, scripts', () => {
    const index = indexOf([
      'The ÉLITE Storm Corps',
      'Курская область',
      '국정원은 병력을 확인했다',
      'Ein Übergang',
      '1,500 troops',
    ]);
    expect(find(index, 'elite ')).toEqual([0]);
    expect(find(index, 'КУРСКАЯ ')).toEqual([1]);
    expect(find(index, '국정원 ')).toEqual([2]);
    expect(find(index, 'ubergang ')).toEqual([3]);
    expect(find(index, '1500 ')).toEqual([4]);
  });

  test('a phrase stands in one field, in order, side by side', () => {
    const index = new WordIndex([2, 1]);
    index.put(0, ['north korean troops', '']);
    index.put(1, ['troops north', 'korean']);
    index.put(2, ['korean north troops', '']);
    index.seal();
    expect(find(index, '"north korean"')).toEqual([0]);
    expect(find(index, 'north korean ').toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    expect(find(index, 'north -"north korean"').toSorted((a, b) => a - b)).toEqual([1, 2]);
  });

  test('names with one mistake are found, wherever it is', () => {
    const names = ['yevkurov', 'teplinsky', 'gerasimov', 'budanov', 'zaporizhzhia', 'pyongyang'];
    const index = indexOf(names.map((name) => `general ${name} came`));
    const name = fc.nat(names.length - 1);
    fc.assert(
      fc.property(name, fc.nat(20), fc.constantFrom('drop', 'swap', 'change', 'add'), (n, place, kind) => {
        const word = names[n]!;
        const at = place % (word.length - 1);
        const typed = {
          drop: word.slice(0, at) + word.slice(at + 1),
          swap: word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
          change: `${word.slice(0, at)}x${word.slice(at + 1)}`,
          add: `${word.slice(0, at)}q${word.slice(at)}`,
        }[kind];
        expect(find(index, `${typed} `, 'always')).toContain(n);
      }),
      { numRuns: 300 },
    );
  });

  test('figures and short words are never forgiven; phrases neither', () => {
    const index = indexOf(['12,000 soldiers', 'the nato plan', 'general yevkurov']);
    expect(find(index, '11000 ', 'always')).toEqual([]);
    expect(find(index, 'nat0 ', 'always')).toEqual([]);
    expect(find(index, '"general yekvurov"', 'always')).toEqual([]);
    expect(mistakesAllowed('kim')).toBe(0);
  });

  test('what is written as typed is not blurred in a filter, but comes first in a search', () => {
    const index = indexOf(['kursk front', 'kurks front']);
    expect(find(index, 'kurks ')).toEqual([1]);
    expect(find(index, 'kurks ', 'always')).toEqual([1, 0]);
    index.remove(1);
    expect(find(index, 'kurks ')).toEqual([0]);
  });

  test('more of a rare word in a shorter text goes first', () => {
    const index = indexOf([
      'troops troops',
      'troops and much else that says little',
      'nothing',
      'elite troops',
      'other',
    ]);
    expect(find(index, 'troops ')[0]).toBe(0);
    expect(find(index, 'elite troops ')).toEqual([3]);
  });

  test('distance is optimal string alignment', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2), (a, b, limit) => {
        const plain = plainDistance(a, b);
        expect(distance(units(a), units(b), 0, b.length, limit, false)).toBe(Math.min(plain, limit + 1));
        const begun = Math.min(...Array.from({ length: b.length + 1 }, (_, n) => plainDistance(a, b.slice(0, n))));
        expect(distance(units(a), units(b), 0, b.length, limit, true)).toBe(Math.min(begun, limit + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  test('long lists are ranked like short ones', () => {
    const scores = Float32Array.from({ length: 9_000 }, (_, i) => (i * 7_919) % 1_000);
    const ordinals = Uint32Array.from(scores, (_, i) => i);
    const listed = [...byScore(ordinals, scores)].map((o) => scores[o]!);
    expect(listed).toEqual(Array.from(scores).toSorted((a, b) => b - a));
  });

  test('a field left as it is keeps its words', () => {
    const index = new WordIndex([1, 1]);
    index.put(0, ['title', 'long text']);
    index.seal();
    index.put(0, ['other', null]);
    index.seal();
    expect(find(index, 'long text ')).toEqual([0]);
    expect(find(index, 'title ')).toEqual([]);
  });
});
