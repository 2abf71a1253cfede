// Rows and random cases for the index's tests.
import fc from 'fast-check';
import { CREDIBILITIES, RELIABILITIES } from '@shared/model/grading';
import type { Reliability } from '@shared/model/grading';
import { MARKINGS } from '@shared/model/marking';
import type { RowOf } from '@shared/model/tables';
import type { CaseIndex } from '../../../renderer/search/engine/caseIndex';

export const uuid = (space: number, n: number): string =>
  `0190${space.toString(16).padStart(4, '0')}-${(n % 65_536).toString(16).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const stampAt = (time: number): string => `${time.toString(36).padStart(9, '0')}00aaa-aaaaaaaaaa`;
const base = (id: string, time = 1_700_000_000_000) => ({
  id,
  created: stampAt(time),
  clocks: {} as Record<string, string>,
  seen: {},
  deleted: null as string | null,
});

export const excerptId = (n: number): string => uuid(1, n);
export const documentId = (n: number): string => uuid(2, n);
export const sourceId = (n: number): string => uuid(3, n);
export const tagId = (n: number): string => uuid(4, n);
export const linkId = (n: number): string => uuid(5, n);
export const textId = (n: number): string => n.toString(16).padStart(64, '0');

export const excerpt = (n: number, fields: Partial<RowOf<'excerpts'>> = {}): RowOf<'excerpts'> => ({
  ...base(excerptId(n), 1_700_000_000_000 + n),
  documentId: documentId(0),
  textId: textId(0),
  start: n * 10,
  end: n * 10 + 9,
  quote: 'words',
  prefix: '',
  suffix: '',
  note: '',
  tags: [],
  credibility: null,
  eventDate: null,
  marking: null,
  sourceId: null,
  figures: [],
  ...fields,
});

export const document = (n: number, fields: Partial<RowOf<'documents'>> = {}): RowOf<'documents'> => ({
  ...base(documentId(n)),
  title: `Document ${n}`,
  csl: { type: 'report' },
  sourceId: null,
  originId: null,
  language: 'en',
  marking: 'TLP:CLEAR',
  state: 'unread',
  note: '',
  versions: [
    {
      textId: textId(n),
      importedAt: '',
      fileName: '',
      mediaType: 'text/plain',
      originalId: null,
      extractor: 'plain/1',
    },
  ],
  ...fields,
});

export const source = (n: number, grades: readonly Reliability[] = []) =>
  ({
    ...base(sourceId(n)),
    name: `Source ${n}`,
    kind: 'agency',
    aliases: [],
    description: '',
    originId: null,
    gradings: grades.map((reliability) => ({ id: uuid(9, n), reliability, reason: '', by: 'aaaaaaaaaa', at: '2024' })),
  }) satisfies RowOf<'sources'>;

export const tag = (n: number, parent: number | null = null, fields: Partial<RowOf<'tags'>> = {}): RowOf<'tags'> => ({
  ...base(tagId(n)),
  name: `Tag ${n}`,
  kind: 'topic',
  parentId: parent === null ? null : tagId(parent),
  aliases: [],
  hue: 0,
  description: '',
  withhold: false,
  ...fields,
});

export const link = (
  n: number,
  from: number,
  to: number,
  type: RowOf<'links'>['type'] = 'supports',
): RowOf<'links'> => ({
  ...base(linkId(n)),
  fromTable: 'excerpts',
  fromId: excerptId(from),
  toTable: 'excerpts',
  toId: excerptId(to),
  type,
  note: '',
});

export const SIZES = { documents: 4, sources: 4, tags: 6, excerpts: 24 };
/** Words with shared beginnings, near misses, diacritics and other scripts. */
export const VOCABULARY = [
  'kor',
  'korea',
  'korean',
  'north',
  'troops',
  'troop',
  'élite',
  'курск',
  'курская',
  '국정원은',
  '1,500',
  'yevkurov',
];

const words = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 8 }).map((list) => list.join(' '));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const excerptFields = fc.record({
  documentId: fc.nat(SIZES.documents - 1).map(documentId),
  start: fc.nat(30),
  quote: words,
  note: words,
  tags: fc.uniqueArray(fc.nat(SIZES.tags - 1).map(tagId), { maxLength: 3 }),
  credibility: maybe(fc.constantFrom(...CREDIBILITIES)),
  eventDate: maybe(fc.constantFrom('2024', '2024-10', '2024-10-25', '2024-10-30/2024-11-04', '../2024-05')),
  marking: maybe(fc.constantFrom(...MARKINGS)),
  sourceId: maybe(fc.nat(SIZES.sources - 1).map(sourceId)),
  deleted: fc.constantFrom(null, null, null, stampAt(1_900_000_000_000)),
});

/** One change of a case: a row put (new or changed), of any table. */
export type Change =
  | { readonly table: 'excerpts'; readonly row: RowOf<'excerpts'> }
  | { readonly table: 'documents'; readonly row: RowOf<'documents'> }
  | { readonly table: 'sources'; readonly row: RowOf<'sources'> }
  | { readonly table: 'tags'; readonly row: RowOf<'tags'> }
  | { readonly table: 'links'; readonly row: RowOf<'links'> };

const changeArbitrary: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(SIZES.excerpts - 1), excerptFields)
      .map(([n, fields]) => ({ table: 'excerpts' as const, row: excerpt(n, fields) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.nat(SIZES.documents - 1),
        maybe(fc.nat(SIZES.sources - 1)),
        fc.constantFrom(...MARKINGS),
        fc.constantFrom('Zulu', 'Alpha', 'Mike'),
      )
      .map(([n, from, marking, title]) => ({
        table: 'documents' as const,
        row: document(n, { sourceId: from === null ? null : sourceId(from), marking, title }),
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(SIZES.sources - 1), maybe(fc.constantFrom(...RELIABILITIES)))
      .map(([n, grade]) => ({ table: 'sources' as const, row: source(n, grade ? [grade] : []) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(SIZES.tags - 1), fc.nat(SIZES.tags - 1))
      .map(([n, parent]) => ({ table: 'tags' as const, row: tag(n, parent < n ? parent : null) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(9), fc.nat(SIZES.excerpts - 1), fc.nat(SIZES.excerpts - 1), fc.boolean())
      .map(([n, from, to, gone]) => ({
        table: 'links' as const,
        row: { ...link(n, from, to), deleted: gone ? stampAt(1_900_000_000_000) : null },
      })),
  },
);

/** Everything a case needs to hang together, then random changes. */
export const history: fc.Arbitrary<Change[]> = fc
  .array(changeArbitrary, { maxLength: 60 })
  .map((changes) => [
    ...Array.from({ length: SIZES.sources }, (_, n): Change => ({ table: 'sources', row: source(n) })),
    ...Array.from({ length: SIZES.tags }, (_, n): Change => ({ table: 'tags', row: tag(n) })),
    ...Array.from({ length: SIZES.documents }, (_, n): Change => ({ table: 'documents', row: document(n) })),
    ...changes,
  ]);

export function take(index: CaseIndex, change: Change): void {
  if (change.table === 'documents') index.putDocument(change.row, '');
  else index.put(change.table, change.row);
}

/** The newest row of each record. */
export function newest<Table extends Change['table']>(changes: readonly Change[], table: Table): RowOf<Table>[] {
  const rows = new Map<string, RowOf<Table>>();
  for (const change of changes) if (change.table === table) rows.set(change.row.id, change.row as RowOf<Table>);
  return [...rows.values()];
}
