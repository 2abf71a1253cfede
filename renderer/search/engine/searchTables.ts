/** Search over the whole case: every table asked the same words, the best of each laid together. */
import { hasWords } from '@shared/query/query';
import { parseQuery } from '@shared/query/parse';
import { readKind } from '@shared/query/values';
import type { Query } from '@shared/query/query';
import type { CaseTables, WordTable } from './caseTables';
import { WORD_TABLES } from './caseTables';
import type { Condition } from './conditions';
import { fieldCondition } from './fieldConditions';
import { byScore } from './ranking';
import { findWords } from './wordQuery';

export interface Found {
  readonly table: WordTable;
  readonly id: string;
  readonly score: number;
  /** How many records of the table match. */
  readonly ofTable: number;
  /** Words taken for misspellings of the typed ones. */
  readonly spellings: readonly string[];
}

/** Names are what people look for: a named record goes before a passage that mentions it as often. */
const WORTH: Readonly<Record<WordTable, number>> = {
  tags: 1.6,
  sources: 1.6,
  documents: 1.3,
  briefings: 1.2,
  hypotheses: 1.1,
  excerpts: 1,
  // Its words stand in its briefing too, which is the place one looks for.
  judgements: 0.9,
};

/** Tables that `kind:` allows; a field term of excerpts asks for excerpts alone. */
function tablesAsked(query: Query): readonly WordTable[] {
  const kinds = query.fields.filter(({ field }) => field === 'kind');
  const onlyExcerpts = query.fields.some(({ field }) => field !== 'kind');
  return WORD_TABLES.filter((table) => {
    if (onlyExcerpts && table !== 'excerpts') return false;
    return kinds.every(({ values, negated }) => values.some((value) => readKind(value) === table) !== negated);
  });
}

function foundIn(tables: CaseTables, table: WordTable, query: Query, limit: number): Found[] {
  const hits = findWords(tables.words(table), query, 'always');
  if (!hits) return [];
  const scoreOf = new Map<number, number>();
  let ordered = byScore(hits.ordinals, hits.scores);
  if (table === 'excerpts') {
    const fields = query.fields.filter(({ field }) => field !== 'kind');
    const conditions: Condition[] = fields.map((term) => fieldCondition(tables, term));
    if (conditions.length > 0) ordered = ordered.filter((o) => conditions.every((condition) => condition(o)));
  }
  const best = ordered.subarray(0, limit);
  const wanted = new Set(best);
  hits.ordinals.forEach((ordinal, i) => {
    if (wanted.has(ordinal)) scoreOf.set(ordinal, hits.scores[i]!);
  });
  const spellings = [...hits.spellings];
  return Array.from(best, (ordinal) => ({
    table,
    id: tables[table].ids.id(ordinal),
    score: scoreOf.get(ordinal)! * WORTH[table],
    ofTable: ordered.length,
    spellings,
  }));
}

/** The best records for a text, best first, at most `limit` of each table. Nothing for a text without words. */
export function searchTables(tables: CaseTables, text: string, limit: number): Found[] {
  const query = parseQuery(text);
  if (!hasWords(query)) return [];
  return tablesAsked(query)
    .flatMap((table) => foundIn(tables, table, query, limit))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
