import { describe, expect, it } from 'vitest';
import { columnsFor, headerSort, sortAfter } from '../../../../renderer/features/excerpts/ExcerptsViewColumns';
import { shortDate } from '../../../../renderer/features/excerpts/ExcerptsViewDates';

const idsFor = (width: number): string[] => columnsFor(width).map(({ id }) => id);

describe('columns', () => {
  it('are as many as there is room for', () => {
    expect(idsFor(300)).toEqual(['quote', 'source', 'grade']);
    expect(idsFor(700)).toEqual(['quote', 'source', 'date', 'grade', 'marking']);
    expect(idsFor(1400)).toHaveLength(8);
  });

  it('sort one way, the other, and then as the list is by itself', () => {
    const first = sortAfter('date', null);
    const second = sortAfter('date', first);
    expect(first).toEqual({ column: 'date', direction: 'ascending' });
    expect(second).toEqual({ column: 'date', direction: 'descending' });
    expect(sortAfter('date', second)).toBeNull();
    expect(sortAfter('changed', null)).toEqual({ column: 'changed', direction: 'descending' });
    expect(sortAfter('quote', first)).toBe(first);
  });

  it('show the order that is in force', () => {
    expect(headerSort({ column: 'date', direction: 'descending' })).toEqual({ columnId: 'date', isDescending: true });
    expect(headerSort({ column: 'relevance', direction: 'descending' })).toBeNull();
  });
});

it('shortens dates and says a shared year once', () => {
  expect(shortDate('2024-10-18/2024-10-31')).toBe('18 Oct – 31 Oct 2024');
  expect(shortDate('2023-12-30/2024-01-02')).toBe('30 Dec 2023 – 2 Jan 2024');
  expect(shortDate('2024-11~')).toBe('about Nov 2024');
  expect(shortDate('2024-05-09')).toBe('9 May 2024');
});
