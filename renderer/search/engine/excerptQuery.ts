/** The list of excerpts that a filter lets through, in the order asked for. */
import type { Filter, Sort } from '@shared/query/filter';
import { parseQuery } from '@shared/query/parse';
import type { CaseTables } from './caseTables';
import { conditionsOf } from './conditions';
import type { Condition } from './conditions';
import { fieldCondition } from './fieldConditions';
import type { Orders } from './orders';
import { byScore } from './ranking';
import { findWords } from './wordQuery';

export interface ExcerptList {
  readonly ordinals: Uint32Array;
  /** Words taken for misspellings of the query's. */
  readonly spellings: readonly string[];
}

/** Ordinals that pass all conditions, in the order they came. */
function passing(ordinals: Uint32Array, conditions: readonly Condition[]): Uint32Array {
  if (conditions.length === 0) return ordinals.slice();
  let list = ordinals;
  for (const condition of conditions) {
    const kept = new Uint32Array(list.length);
    let count = 0;
    for (let i = 0; i < list.length; i += 1) {
      const ordinal = list[i]!;
      if (!condition(ordinal)) continue;
      kept[count] = ordinal;
      count += 1;
    }
    list = kept.subarray(0, count);
  }
  return list;
}

/** Relevance without words to be relevant to is the order of creation. */
const orderOf = (orders: Orders, sort: Sort): Uint32Array => {
  const column = sort.column === 'relevance' ? 'created' : sort.column;
  return orders.by(column, sort.direction === 'descending');
};

/** What the filter finds, sorted. Relevance goes best first, whichever direction is named. */
export function listExcerpts(tables: CaseTables, orders: Orders, filter: Filter, sort: Sort): ExcerptList {
  const query = parseQuery(filter.text ?? '');
  const conditions = [...conditionsOf(tables, filter), ...query.fields.map((term) => fieldCondition(tables, term))];
  const hits = findWords(tables.excerpts.words, query, 'when nothing is found');
  if (!hits) return { ordinals: passing(orderOf(orders, sort), conditions), spellings: [] };
  const spellings = [...hits.spellings];
  if (sort.column === 'relevance' && query.must.length > 0)
    return { ordinals: passing(byScore(hits.ordinals, hits.scores), conditions), spellings };
  const found = new Uint8Array(tables.excerpts.ids.size);
  for (const ordinal of passing(hits.ordinals, conditions)) found[ordinal] = 1;
  return { ordinals: passing(orderOf(orders, sort), [(o) => found[o] === 1]), spellings };
}
