import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPassage, matchRanges } from '@shared/query/match';
import { parseQuery } from '@shared/query/parse';

const marked = (text: string, query: string, also: readonly string[] = []): string[] =>
  matchRanges(text, parseQuery(query), new Set(also)).map(({ start, end }) => text.slice(start, end));

describe('matchRanges', () => {
  test('marks words as they are written', () => {
    expect(marked('Kyiv says the KURSK region; Kúrsk again.', 'kursk ')).toEqual(['KURSK', 'Kúrsk']);
    expect(marked('Korean and Korea', 'kor')).toEqual(['Korean', 'Korea']);
    expect(marked('Korean and Korea', 'korea ')).toEqual(['Korea']);
  });

  test('marks phrases whole and only where they stand', () => {
    expect(marked('North Korean troops; troops of North Korean kind', '"korean troops"')).toEqual(['Korean troops']);
  });

  test('marks misspellings the index names', () => {
    expect(marked('General Yevkurov', 'yekvurov ', ['yevkurov'])).toEqual(['Yevkurov']);
    expect(marked('General Yevkurov', '"yekvurov"', ['yevkurov'])).toEqual([]);
  });

  test('ranges are in order and do not overlap', () => {
    const text = fc.array(fc.constantFrom('a', 'ab', 'b', 'abc'), { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (body, query) => {
        let last = 0;
        for (const { start, end } of matchRanges(body, parseQuery(query))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});

describe('bestPassage', () => {
  const filler = 'plain words that say little '.repeat(40);

  test('shows the piece with most of the words', () => {
    const text = `kursk ${filler} troops in kursk moved ${filler}`;
    const passage = bestPassage(text, parseQuery('kursk troops '));
    expect(passage.text).toContain('troops in kursk moved');
    expect(text.slice(passage.start, passage.start + passage.text.length)).toBe(passage.text);
    expect(passage.ranges.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['troops', 'kursk']);
  });

  test('shows the beginning where nothing matches', () => {
    const passage = bestPassage(filler, parseQuery('kursk '));
    expect(passage.start).toBe(0);
    expect(passage.ranges).toEqual([]);
    expect(passage.text.length).toBeLessThanOrEqual(200);
  });
});
