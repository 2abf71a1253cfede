// The table of documents: what is listed, in what order, in what groups.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '@shared/model/document';
import { linesOf } from '../../../renderer/features/library/documents/lines';
import {
  FILTER_PARTS,
  GROUPINGS,
  SORTS,
  factsOf,
  filtered,
  grouped,
  sorted,
  toggled,
  valuesOf,
  valueWords,
} from '../../../renderer/features/library/documents/table';
import type { DocumentFilter } from '../../../renderer/features/library/documents/table';

const document = (id: string, more: Partial<Document> = {}): Document =>
  ({
    id,
    title: `Paper ${id}`,
    created: `2024-11-0${id.length}T00:00:00.000Z`,
    csl: { type: 'report' },
    sourceId: null,
    language: 'en',
    marking: 'TLP:GREEN',
    state: 'unread',
    ...more,
  }) as Document;

const names: Readonly<Record<string, string>> = { nis: 'NIS', daily: 'Daily Mirror' };
const publisherOf = (id: string): string | undefined => names[id];
const DOCUMENTS = [
  document('a', { title: 'Zürich notes', csl: { type: 'report', issued: { 'date-parts': [[2024, 11, 4]] } } }),
  document('b', { title: 'alpha 10', sourceId: 'nis', state: 'reading', language: 'uk' }),
  document('c', {
    title: 'Alpha 9',
    sourceId: 'daily',
    csl: { type: 'webpage', issued: { 'date-parts': [[2024, 10]] }, author: [{ literal: 'Ada Öst' }] },
  }),
  document('d', { title: 'Beta', sourceId: 'daily', csl: { type: 'post', issued: { 'date-parts': [[2023]] } } }),
];
const facts = factsOf(DOCUMENTS, publisherOf, (id) => (id === 'd' ? 3 : 0));
const ids = (some: readonly { document: Document }[]): string => some.map((one) => one.document.id).join('');

describe('filters', () => {
  it('takes words of title, publisher and author, without case and accents', () => {
    expect(ids(filtered(facts, { text: 'zurich' }))).toBe('a');
    expect(ids(filtered(facts, { text: 'MIRROR ost' }))).toBe('c');
    expect(ids(filtered(facts, { text: '  ' }))).toBe('abcd');
  });

  it('takes any value of a part and all parts', () => {
    expect(ids(filtered(facts, { sourceIds: ['', 'nis'] }))).toBe('ab');
    expect(ids(filtered(facts, { sourceIds: ['daily'], types: ['post', 'report'] }))).toBe('d');
    expect(ids(filtered(facts, { languages: ['uk'], states: ['unread'] }))).toBe('');
  });

  it('comes and goes by toggling, and leaves nothing behind', () => {
    const on = toggled({ text: 'x' }, 'states', 'unread');
    expect(on).toEqual({ text: 'x', states: ['unread'] });
    expect(toggled(on, 'states', 'unread')).toEqual({ text: 'x' });
  });

  it('counts the values there are, and has words for each', () => {
    expect(valuesOf(facts, 'sourceIds')).toEqual([
      ['daily', 2],
      ['', 1],
      ['nis', 1],
    ]);
    expect(valueWords('sourceIds', '', publisherOf)).toBe('No publisher');
    expect(valueWords('languages', 'uk', publisherOf)).toBe('Ukrainian');
    expect(valueWords('types', 'speech', publisherOf)).toBe('Statement');
  });
});

describe('order', () => {
  it('reads numbers as numbers, letters without case, and puts what has no value last', () => {
    expect(ids(sorted(facts, 'title', false))).toBe('cbda');
    expect(ids(sorted(facts, 'date', false))).toBe('dcab');
    expect(ids(sorted(facts, 'date', true))).toBe('acdb');
    expect(ids(sorted(facts, 'excerpts', true))).toBe('dabc');
  });

  it('keeps every document, whatever it is sorted by', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SORTS), fc.boolean(), (by, isDescending) => {
        expect(
          ids(sorted(facts, by, isDescending))
            .split('')
            .sort()
            .join(''),
        ).toBe('abcd');
      }),
    );
  });
});

describe('groups', () => {
  it('by month newest first, what has no date last', () => {
    expect(grouped(facts, 'month').map(({ key, label }) => [key, label])).toEqual([
      ['2024-11', 'November 2024'],
      ['2024-10', 'October 2024'],
      ['2023', '2023'],
      ['', 'No date'],
    ]);
  });

  it('by publisher and state, in the order of their names and of work', () => {
    expect(grouped(facts, 'source').map(({ label }) => label)).toEqual(['Daily Mirror', 'NIS', 'No publisher']);
    expect(grouped(facts, 'state').map(({ label }) => label)).toEqual(['Unread', 'Reading']);
  });

  it('hides the documents of a folded group and counts them still', () => {
    const lines = linesOf(facts, 'source', ['source daily']);
    expect(lines.map(({ key }) => key)).toEqual(['source daily', 'source nis', 'b', 'source ', 'a']);
    expect(lines[0]).toMatchObject({ isFolded: true, facts: { length: 2 } });
  });

  it('has each document once in any filter and grouping', () => {
    const filter: fc.Arbitrary<DocumentFilter> = fc
      .record({ part: fc.constantFrom(...FILTER_PARTS), at: fc.nat(3) })
      .map(({ part, at }) => {
        const values = valuesOf(facts, part);
        return toggled({}, part, values[at % values.length]![0] as never);
      });
    fc.assert(
      fc.property(filter, fc.constantFrom(...GROUPINGS), (some, grouping) => {
        const left = filtered(facts, some);
        const listed = linesOf(left, grouping, []).flatMap((line) => (line.kind === 'document' ? [line.key] : []));
        expect(listed.sort()).toEqual(left.map((one) => one.document.id).sort());
      }),
    );
  });
});
