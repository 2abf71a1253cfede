/** Search results as a person reads them: the name, and the piece of text that shows the words best. */
import { currentTextId } from '@shared/model/document';
import { bestPassage, matchRanges } from '@shared/query/match';
import type { Passage, Range } from '@shared/query/match';
import { parseQuery } from '@shared/query/parse';
import type { Query } from '@shared/query/query';
import type { AnyRow, RowOf } from '@shared/model/tables';
import { WORD_TABLES } from './engine/caseTables';
import type { WordTable } from './engine/caseTables';
import { bodyText } from './engine/bodyText';
import type { Found } from './engine/searchTables';
import type { CaseReader } from '../store/reader';

export interface SearchHit extends Omit<Found, 'spellings'> {
  /** The record's name or title; an excerpt has none of its own: the title of its document. */
  readonly title: string;
  readonly titleRanges: readonly Range[];
  /** Where the words stand: for a document a piece of its text, `start` being the place in it. */
  readonly passage: Passage | null;
  readonly field:
    | 'quote'
    | 'note'
    | 'text'
    | 'body'
    | 'aliases'
    | 'description'
    | 'reason'
    | 'assumptions'
    | 'change'
    | 'outcome'
    | null;
  /** The excerpt's row, for who says it and how it is graded; null for other records. */
  readonly excerpt: RowOf<'excerpts'> | null;
}

type Reader = Pick<CaseReader, 'getMany' | 'texts'>;
type Field = NonNullable<SearchHit['field']>;

/** Text is looked through in pieces of this many code units, until one holds a match. */
const PIECE = 150_000;

function passageOfLong(text: string, query: Query, also: ReadonlySet<string>): Passage | null {
  for (let from = 0; from < text.length; from += PIECE) {
    const passage = bestPassage(text.slice(from, from + PIECE + 400), query, also);
    if (passage.ranges.length > 0) return { ...passage, start: passage.start + from };
  }
  return null;
}

function fieldsOf(table: WordTable, row: AnyRow): { title: string; fields: readonly (readonly [Field, string])[] } {
  switch (table) {
    case 'excerpts': {
      const { quote, note } = row as RowOf<'excerpts'>;
      return {
        title: '',
        fields: [
          ['quote', quote],
          ['note', note],
        ],
      };
    }
    case 'documents': {
      const { title, note } = row as RowOf<'documents'>;
      return { title, fields: [['note', note]] };
    }
    case 'tags':
    case 'sources': {
      const { name, aliases, description } = row as RowOf<'tags'>;
      return {
        title: name,
        fields: [
          ['aliases', aliases.join(', ')],
          ['description', description],
        ],
      };
    }
    case 'hypotheses': {
      const { code, statement, note } = row as RowOf<'hypotheses'>;
      return { title: `${code} ${statement}`, fields: [['note', note]] };
    }
    case 'briefings': {
      const { title, body } = row as RowOf<'briefings'>;
      return { title, fields: [['body', bodyText(body)]] };
    }
    case 'judgements': {
      const { statement, confidenceReason, assumptions, wouldChange, outcomeNote } = row as RowOf<'judgements'>;
      return {
        title: statement,
        fields: [
          ['reason', confidenceReason],
          ['assumptions', assumptions],
          ['change', wouldChange],
          ['outcome', outcomeNote],
        ],
      };
    }
  }
}

function hitOf(found: Found, row: AnyRow, query: Query, textOf: (textId: string) => string): SearchHit {
  const { table, id, score, ofTable } = found;
  const also = new Set(found.spellings);
  const { title, fields } = fieldsOf(table, row);
  let [field, passage]: [Field | null, Passage | null] = [null, null];
  if (table === 'documents') {
    passage = passageOfLong(textOf(currentTextId(row as RowOf<'documents'>)), query, also);
    field = passage && 'text';
  }
  for (const [name, text] of passage ? [] : fields) {
    const piece = text === '' ? null : bestPassage(text, query, also);
    if (piece && piece.ranges.length > 0 && piece.ranges.length > (passage?.ranges.length ?? 0))
      [field, passage] = [name, piece];
  }
  const first = fields[0];
  if (!passage && first && first[1] !== '') [field, passage] = [first[0], bestPassage(first[1], query, also)];
  const excerpt = table === 'excerpts' ? (row as RowOf<'excerpts'>) : null;
  return { table, id, score, ofTable, title, titleRanges: matchRanges(title, query, also), passage, field, excerpt };
}

/** Texts of the documents found last: the next key finds most of them again, and a text never changes. */
const KEPT_TEXTS = 64;
const kept = new Map<string, string>();

async function readTexts(reader: Reader, ids: readonly string[]): Promise<(textId: string) => string> {
  const missing = ids.filter((id) => !kept.has(id));
  const read = missing.length === 0 ? [] : await reader.texts(missing);
  const texts = new Map([...kept, ...missing.map((id, i) => [id, read[i] ?? ''] as const)]);
  for (const id of ids) {
    kept.delete(id);
    kept.set(id, texts.get(id)!);
  }
  for (const id of kept.keys()) if (kept.size > KEPT_TEXTS) kept.delete(id);
  return (id) => texts.get(id) ?? '';
}

/** Reads the found records and shows the words in them. Records gone meanwhile are left out. */
export async function hitsOf(
  reader: Reader,
  found: readonly Found[],
  text: string,
  documentTitle: (id: string) => string,
): Promise<SearchHit[]> {
  const query = parseQuery(text);
  const rows = new Map<string, AnyRow>();
  await Promise.all(
    WORD_TABLES.map(async (table) => {
      const ids = found.filter((one) => one.table === table).map(({ id }) => id);
      const read = ids.length === 0 ? [] : await reader.getMany(table, ids);
      for (const row of read) if (row) rows.set(row.id, row);
    }),
  );
  const documents = found.flatMap(({ table, id }) => (table === 'documents' && rows.has(id) ? [rows.get(id)!] : []));
  const textOf = await readTexts(
    reader,
    documents.map((row) => currentTextId(row as RowOf<'documents'>)),
  );
  return found.flatMap((one) => {
    const row = rows.get(one.id);
    if (!row) return [];
    const hit = hitOf(one, row, query, textOf);
    return [hit.excerpt === null ? hit : { ...hit, title: documentTitle(hit.excerpt.documentId) }];
  });
}
