/** Which links hang on a record: chains through typed arrays, so a link is added or taken away at any size alike. */
import { LINK_TYPES } from '@shared/model/link';
import type { Link, LinkEndTable, LinkType } from '@shared/model/link';
import { ColumnSet, grown } from './columnSet';
import { IdSpace } from './idSpace';
import type { SnapshotReader, SnapshotWriter } from './snapshot';

const COLUMNS = {
  /** 1 where the link is there and not deleted. */
  alive: Uint8Array,
  type: Uint8Array,
  from: Uint32Array,
  to: Uint32Array,
  /** The next link side (link * 2, + 1 for its far end) of the same node, + 1; 0 ends the chain. */
  nextFrom: Uint32Array,
  nextTo: Uint32Array,
} as const;

export interface LinkSide {
  readonly link: number;
  /** True where the node is what the link starts from. */
  readonly outgoing: boolean;
  readonly type: LinkType;
}

/** Nodes are ordinals of excerpts (even) and hypotheses (odd) in one space. */
export const nodeOf = (table: LinkEndTable, ordinal: number): number => ordinal * 2 + (table === 'hypotheses' ? 1 : 0);

export class LinkGraph {
  readonly ids = new IdSpace();
  readonly #columns = new ColumnSet(COLUMNS);
  #heads = new Uint32Array(64);
  /** Living links of each node. */
  degrees = new Uint32Array(64);
  count = 0;

  put(link: Pick<Link, 'id' | 'type'>, from: number, to: number): void {
    const ordinal = this.ids.intern(link.id);
    this.#columns.ensure(this.ids.size);
    this.#take(ordinal);
    const all = this.#columns.all;
    this.#heads = grown(this.#heads, Math.max(from, to) + 1);
    this.degrees = grown(this.degrees, Math.max(from, to) + 1);
    all.alive[ordinal] = 1;
    all.type[ordinal] = LINK_TYPES.indexOf(link.type);
    all.from[ordinal] = from;
    all.to[ordinal] = to;
    all.nextFrom[ordinal] = this.#heads[from]!;
    this.#heads[from] = ordinal * 2 + 1;
    all.nextTo[ordinal] = this.#heads[to]!;
    this.#heads[to] = ordinal * 2 + 2;
    this.degrees[from] = this.degrees[from]! + 1;
    this.degrees[to] = this.degrees[to]! + 1;
    this.count += 1;
  }

  remove(id: string): void {
    const ordinal = this.ids.find(id);
    if (ordinal >= 0) this.#take(ordinal);
  }

  #take(ordinal: number): void {
    const all = this.#columns.all;
    if (all.alive[ordinal] !== 1) return;
    all.alive[ordinal] = 0;
    this.count -= 1;
    for (const [node, side] of [
      [all.from[ordinal]!, ordinal * 2 + 1],
      [all.to[ordinal]!, ordinal * 2 + 2],
    ] as const) {
      this.degrees[node] = this.degrees[node]! - 1;
      this.#unchain(node, side);
    }
  }

  #next(side: number): number {
    const ordinal = (side - 1) >>> 1;
    return (side - 1) % 2 === 0 ? this.#columns.all.nextFrom[ordinal]! : this.#columns.all.nextTo[ordinal]!;
  }

  #unchain(node: number, side: number): void {
    if (this.#heads[node] === side) {
      this.#heads[node] = this.#next(side);
      return;
    }
    for (let at = this.#heads[node]!; at !== 0; at = this.#next(at)) {
      if (this.#next(at) !== side) continue;
      const ordinal = (at - 1) >>> 1;
      const chain = (at - 1) % 2 === 0 ? this.#columns.all.nextFrom : this.#columns.all.nextTo;
      chain[ordinal] = this.#next(side);
      return;
    }
  }

  /** The living links of a node, newest first. */
  sidesOf(node: number): LinkSide[] {
    const sides: LinkSide[] = [];
    for (let side = this.#heads[node] ?? 0; side !== 0; side = this.#next(side)) {
      const link = (side - 1) >>> 1;
      sides.push({ link, outgoing: (side - 1) % 2 === 0, type: LINK_TYPES[this.#columns.all.type[link]!]! });
    }
    return sides.toSorted((a, b) => b.link - a.link);
  }

  save(writer: SnapshotWriter): void {
    this.ids.save(writer, 'links.ids');
    this.#columns.save(writer, 'links', this.ids.size);
    writer.put('links.heads', this.#heads);
    writer.put('links.degrees', this.degrees);
    writer.putValue('links.count', this.count);
  }

  restore(reader: SnapshotReader): void {
    this.ids.restore(reader, 'links.ids');
    this.#columns.restore(reader, 'links');
    this.#heads = reader.get('links.heads') as Uint32Array<ArrayBuffer>;
    this.degrees = reader.get('links.degrees') as Uint32Array<ArrayBuffer>;
    this.count = reader.value('links.count') as number;
  }
}
