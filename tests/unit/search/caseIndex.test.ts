import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RELIABILITIES } from '@shared/model/grading';
import { dayRange } from '@shared/model/eventDate';
import { MARKINGS } from '@shared/model/marking';
import { withDescendants } from '@shared/model/tag';
import { DEFAULT_SORT, SORT_COLUMNS } from '@shared/query/filter';
import type { Filter } from '@shared/query/filter';
import { CaseIndex } from '../../../renderer/search/engine/caseIndex';
import { CaseTables } from '../../../renderer/search/engine/caseTables';
import { truthOf } from './bruteForce';
import { documentId, excerpt, excerptId, history, SIZES, sourceId, tagId, take, VOCABULARY } from './rows';
import type { Change } from './rows';

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const ALL = { from: 0, count: 1_000 };

/** An index that took the changes in one after the other, with upkeep now and then. */
function grow(changes: readonly Change[], batch = 3): CaseIndex {
  const index = new CaseIndex();
  changes.forEach((change, i) => {
    if (i % batch === 0) index.seal();
    take(index, change);
    if (i % 20 === 19) {
      index.seal();
      index.query({}, { column: SORT_COLUMNS[1 + (i % 8)]!, direction: 'ascending' }, ALL);
      for (let work = index.tables.upkeep(); work; work = index.tables.upkeep()) while (!work.next().done);
    }
  });
  index.seal();
  return index;
}

const idsFor = (index: CaseIndex, filter: Filter): string[] =>
  index.query(filter, DEFAULT_SORT, ALL).ids.toSorted(byText);
const some = <Value>(...values: Value[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }), { nil: undefined });
const flag = fc.constantFrom(undefined, undefined, undefined, true, false);

// Words of the vocabulary only: what is found nowhere may be forgiven, which plain comparing does not know.
const piece = fc.oneof(
  fc.constantFrom(...VOCABULARY),
  fc.constantFrom('ko', 'troo', 'кур', '국정원'),
  fc.constantFrom(...VOCABULARY).map((word) => `-${word}`),
  fc.tuple(fc.constantFrom(...VOCABULARY), fc.constantFrom(...VOCABULARY)).map(([a, b]) => `"${a} ${b}"`),
  fc.tuple(fc.constantFrom(...VOCABULARY), fc.constantFrom(...VOCABULARY)).map(([a, b]) => `-"${a} ${b}"`),
);
const text = fc
  .tuple(fc.array(piece, { maxLength: 3 }), fc.boolean())
  .map(([list, done]) => list.join(' ') + (done ? ' ' : ''));

const filters: fc.Arbitrary<Filter> = fc.record({
  tagIds: some(...Array.from({ length: SIZES.tags }, (_, n) => tagId(n))),
  tagMode: fc.constantFrom('all' as const, 'any' as const),
  withoutTagIds: some(tagId(1), tagId(2)),
  documentIds: some(documentId(0), documentId(1)),
  sourceIds: some(sourceId(0), sourceId(1), sourceId(2)),
  reliabilities: some(...RELIABILITIES, null),
  credibilities: some(1 as const, 2 as const, null),
  markings: some(...MARKINGS),
  dateFrom: fc.constantFrom(undefined, undefined, '2024-10', '2024-11-01'),
  dateTo: fc.constantFrom(undefined, undefined, '2024-10', '2024'),
  hasNote: flag,
  hasTags: flag,
  hasLinks: flag,
  hasDate: flag,
  hasGrade: flag,
});

describe('CaseIndex', () => {
  test('finds by words what plain comparing finds', () => {
    fc.assert(
      fc.property(history, text, (changes, typed) => {
        const index = grow(changes);
        const truth = truthOf(changes).find({ text: typed });
        const answer = index.query({ text: typed }, DEFAULT_SORT, ALL);
        if (answer.spellings.length === 0)
          expect(answer.ids.toSorted(byText)).toEqual(truth.map(({ id }) => id).toSorted(byText));
        else expect(answer.ids).toEqual(expect.arrayContaining(truth.map(({ id }) => id)));
      }),
      { numRuns: 300 },
    );
  });

  test('filters as plain comparing does', () => {
    fc.assert(
      fc.property(history, filters, (changes, filter) => {
        const truth = truthOf(changes).find(filter);
        expect(idsFor(grow(changes), filter)).toEqual(truth.map(({ id }) => id).toSorted(byText));
      }),
      { numRuns: 300 },
    );
  });

  test('sorts by every column, also after changes', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...SORT_COLUMNS), fc.boolean(), (changes, column, descending) => {
        const { excerpts, look } = truthOf(changes);
        const byId = new Map(excerpts.map((row) => [row.id, row]));
        const sort = { column, direction: descending ? 'descending' : 'ascending' } as const;
        const listed = grow(changes)
          .query({}, sort, ALL)
          .ids.map((id) => byId.get(id)!);
        expect(listed.map(({ id }) => id).toSorted(byText)).toEqual([...byId.keys()].toSorted(byText));
        const key = (row: (typeof listed)[number]): string | number | null => {
          if (column === 'document') return look.titleOf(row);
          if (column === 'source') return look.sourceOf(row);
          if (column === 'grade') return `${look.reliabilityOf(row) ?? 'Z'}${row.credibility ?? 9}`;
          if (column === 'marking') return MARKINGS.indexOf(look.markingOf(row));
          if (column === 'links') return look.degreeOf(row);
          if (column === 'date') return row.eventDate && Object.values(dayRange(row.eventDate)).join();
          return row.created;
        };
        const keys = listed.map(key);
        const known = keys.filter((one) => one !== null).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        if (descending) known.reverse();
        expect(keys).toEqual([...known, ...keys.filter((one) => one === null)]);
        if (column !== 'document') return;
        for (const [a, b] of listed.slice(1).map((row, i) => [listed[i]!, row] as const)) {
          if (a.documentId === b.documentId) expect(Math.sign(b.start - a.start)).not.toBe(descending ? 1 : -1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('counts what a list holds', () => {
    fc.assert(
      fc.property(history, filters, (changes, filter) => {
        const { find, look, tags } = truthOf(changes);
        const index = grow(changes);
        const rows = find(filter);
        const facets = index.facets(index.query(filter, DEFAULT_SORT, ALL).handle);
        expect(facets.total).toBe(rows.length);
        for (const marking of MARKINGS)
          expect(facets.markings.get(marking) ?? 0).toBe(rows.filter((row) => look.markingOf(row) === marking).length);
        for (const letter of [...RELIABILITIES, null])
          expect(facets.reliabilities.get(letter) ?? 0).toBe(
            rows.filter((row) => look.reliabilityOf(row) === letter).length,
          );
        for (const { id } of tags) {
          const below = withDescendants(id, tags);
          expect(facets.tags.get(id) ?? { own: 0, below: 0 }).toEqual({
            own: rows.filter((row) => row.tags.includes(id)).length,
            below: rows.filter((row) => row.tags.some((own) => below.has(own))).length,
          });
        }
        const bySource = rows.reduce((sum, row) => sum + Number(look.sourceOf(row) === sourceId(0)), 0);
        expect(facets.sources.get(sourceId(0)) ?? 0).toBe(bySource);
      }),
      { numRuns: 150 },
    );
  });

  test('grown by changes, built at once, and restored from a snapshot all say the same', () => {
    fc.assert(
      fc.property(history, text, filters, (changes, typed, filter) => {
        const grown = grow(changes);
        const once = grow(changes, 1_000);
        const asked = { ...filter, text: typed };
        const expected = idsFor(grown, asked);
        expect(idsFor(once, asked)).toEqual(expected);
        grown.tables.compact();
        const restored = CaseTables.restore(grown.tables.save(7))!;
        expect(restored.seq).toBe(7);
        const again = new CaseIndex(restored.tables);
        expect(idsFor(again, asked)).toEqual(expected);
        expect(again.counts()).toEqual(grown.counts());
        for (const change of changes.slice(-5)) {
          take(again, change);
          again.seal();
        }
        expect(idsFor(again, asked)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('windows, places and ranges of an answered list', () => {
    const index = grow(Array.from({ length: 20 }, (_, n): Change => ({ table: 'excerpts', row: excerpt(n) })));
    const { handle, total, ids } = index.query(
      {},
      { column: 'created', direction: 'ascending' },
      { from: 5, count: 3 },
    );
    expect([total, ids]).toEqual([20, [5, 6, 7].map(excerptId)]);
    expect(index.idsOf(handle, 18, 10)).toEqual([18, 19].map(excerptId));
    expect(index.indexOf(handle, excerptId(7))).toBe(7);
    expect(index.indexOf(handle, documentId(7))).toBe(-1);
    expect(index.idsOf(999, 0, 5)).toEqual([]);
  });
});
