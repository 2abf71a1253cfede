/**
 * Orders of the living excerpts, one for each column a list is sorted by. Made when first asked for and then kept:
 * a changed row moves by two binary searches, so a list at 100,000 rows re-sorts in microseconds.
 */
import type { SortColumn } from '@shared/query/filter';
import type { CaseTables, IndexedTable } from './caseTables';
import { grown } from './columnSet';
import { excerptLookups } from './conditions';

export type KeptColumn = Exclude<SortColumn, 'relevance'>;

interface Order {
  /** Sort key by ordinal. */
  keys: Float64Array;
  /** Living ordinals, ascending by key, then by ordinal. */
  ordinals: Uint32Array;
  count: number;
}

type KeyOf = (ordinal: number) => number;

/** Above every document offset and every rank. */
const WIDE = 2 ** 31;
/** A key for what has no date, no source, no grade: at the end of an ascending list. */
const LAST = Number.MAX_SAFE_INTEGER;

interface Ranks {
  documents?: Uint32Array | undefined;
  sources?: Uint32Array | undefined;
}

function keyMaker(tables: CaseTables, column: KeptColumn, known: Ranks): KeyOf {
  const { created, changed, start, dayFrom, dayTo } = tables.excerpts.columns.all;
  const look = excerptLookups(tables);
  switch (column) {
    case 'created':
      return (o) => created[o]!;
    case 'changed':
      return (o) => changed[o]!;
    case 'date':
      return (o) => (dayTo[o] === 0 ? LAST : dayFrom[o]! * 100_000_000 + dayTo[o]!);
    case 'document': {
      const ranks = (known.documents ??= tables.documents.ranks());
      return (o) => (look.documentOf(o) === 0 ? LAST : (ranks[look.documentOf(o) - 1] ?? 0) * WIDE + start[o]!);
    }
    case 'source': {
      const ranks = (known.sources ??= tables.sources.ranks());
      return (o) => (look.sourceOf(o) === 0 ? LAST : (ranks[look.sourceOf(o) - 1] ?? 0));
    }
    case 'grade':
      return (o) => (look.reliabilityOf(o) || 9) * 10 + (look.credibilityOf(o) || 9);
    case 'marking':
      return look.markingOf;
    case 'links':
      return look.degreeOf;
  }
}

/** Orders that no longer hold when a record of the table changes. */
const DEPEND: Readonly<Partial<Record<IndexedTable, readonly KeptColumn[]>>> = {
  documents: ['document', 'source', 'grade', 'marking'],
  sources: ['source', 'grade'],
  links: ['links'],
};

function rankOf({ keys, ordinals, count }: Order, ordinal: number, key: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = ordinals[middle]!;
    if (keys[other]! < key || (keys[other] === key && other < ordinal)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class Orders {
  readonly #tables: CaseTables;
  readonly #kept = new Map<KeptColumn, Order>();
  /** Places in the alphabet, kept until a name changes. */
  #ranks: Ranks = {};

  constructor(tables: CaseTables) {
    this.#tables = tables;
  }

  /** True while no order is kept. */
  get empty(): boolean {
    return this.#kept.size === 0;
  }

  /** Living excerpts in order. What has no date, source or document comes last in both directions. */
  by(column: KeptColumn, descending: boolean): Uint32Array {
    let order = this.#kept.get(column);
    if (!order) {
      order = this.#make(column);
      this.#kept.set(column, order);
    }
    const { ordinals, count } = order;
    if (!descending) return ordinals.subarray(0, count);
    const blank = rankOf(order, 0, LAST);
    const turned = ordinals.slice(0, count);
    turned.subarray(0, blank).reverse();
    return turned;
  }

  #make(column: KeptColumn): Order {
    const { excerpts } = this.#tables;
    const size = excerpts.ids.size;
    const key = keyMaker(this.#tables, column, this.#ranks);
    const keys = new Float64Array(size);
    const ordinals = new Uint32Array(size);
    let count = 0;
    for (let o = 0; o < size; o += 1) {
      keys[o] = key(o);
      if (!excerpts.lives(o)) continue;
      ordinals[count] = o;
      count += 1;
    }
    ordinals.subarray(0, count).sort((a, b) => keys[a]! - keys[b]! || a - b);
    return { keys, ordinals, count };
  }

  /** Moves an excerpt to where it belongs now; call after its columns changed. `lived` says whether it stood in the orders. */
  move(ordinal: number, lived: boolean): void {
    const lives = this.#tables.excerpts.lives(ordinal);
    for (const [column, order] of this.#kept) {
      const key = keyMaker(this.#tables, column, this.#ranks)(ordinal);
      if (lived) {
        const at = rankOf(order, ordinal, order.keys[ordinal]!);
        order.ordinals.copyWithin(at, at + 1, order.count);
        order.count -= 1;
      }
      order.keys = grown(order.keys, ordinal + 1);
      order.keys[ordinal] = key;
      if (!lives) continue;
      const at = rankOf(order, ordinal, key);
      order.ordinals = grown(order.ordinals, order.count + 1);
      order.ordinals.copyWithin(at + 1, at, order.count);
      order.ordinals[at] = ordinal;
      order.count += 1;
    }
  }

  /** Forgets the orders that a change in another table upset. */
  upset(table: IndexedTable): void {
    for (const column of DEPEND[table] ?? []) this.#kept.delete(column);
    if (table === 'documents') this.#ranks.documents = undefined;
    if (table === 'sources') this.#ranks.sources = undefined;
  }
}
