/** Typed-array columns that grow together: one number a row and column, kept as views when restored from a snapshot. */
import type { SnapshotReader, SnapshotWriter } from './snapshot';

export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;
interface NumbersOf {
  new (length: number): Numbers;
  readonly BYTES_PER_ELEMENT: number;
}
export type ColumnKinds = Readonly<Record<string, NumbersOf>>;
type ColumnsOf<Kinds extends ColumnKinds> = { [Name in keyof Kinds]: InstanceType<Kinds[Name]> };

/** The array itself where it is long enough, else a longer copy (at least doubled). */
export function grown<Kind extends Numbers>(array: Kind, length: number): Kind {
  if (array.length >= length) return array;
  const longer = new (array.constructor as new (size: number) => Kind)(Math.max(length, array.length * 2, 16));
  longer.set(array);
  return longer;
}

/** The columns of one table. `all` is replaced piece by piece on growth: read `set.all.name` anew after `ensure`. */
export class ColumnSet<Kinds extends ColumnKinds> {
  readonly all: ColumnsOf<Kinds>;
  readonly #names: readonly (keyof Kinds & string)[];
  readonly #kinds: Kinds;

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
    this.#names = Object.keys(kinds);
    this.all = Object.fromEntries(this.#names.map((name) => [name, new kinds[name]!(0)])) as ColumnsOf<Kinds>;
  }

  /** Makes room for `length` rows; new rows read 0. */
  ensure(length: number): void {
    const all = this.all as Record<string, Numbers>;
    if (all[this.#names[0]!]!.length >= length) return;
    for (const name of this.#names) all[name] = grown(all[name]!, length);
  }

  save(writer: SnapshotWriter, prefix: string, length: number): void {
    this.ensure(length);
    for (const name of this.#names) writer.put(`${prefix}.${name}`, this.all[name].subarray(0, length) as Numbers);
  }

  restore(reader: SnapshotReader, prefix: string): void {
    const all = this.all as Record<string, Numbers>;
    for (const name of this.#names) {
      const array = reader.get(`${prefix}.${name}`);
      if (!(array instanceof this.#kinds[name]!)) throw new Error(`Column ${prefix}.${name} has another type.`);
      all[name] = array;
    }
  }
}
