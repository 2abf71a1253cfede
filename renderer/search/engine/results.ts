/** Lists of ordinals that were answered and are still scrolled through: a view asks for windows of one by its handle. */

export interface Result {
  readonly ordinals: Uint32Array;
  /** Place of each ordinal in the list, + 1; made when first asked for. */
  places: Uint32Array | null;
}

const KEPT = 48;

export class Results {
  readonly #kept = new Map<number, Result>();
  #next = 1;

  keep(ordinals: Uint32Array): number {
    const handle = this.#next;
    this.#next += 1;
    this.#kept.set(handle, { ordinals, places: null });
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
    return handle;
  }

  /** The list of a handle; an empty one where it was forgotten. */
  ordinals(handle: number): Uint32Array {
    const result = this.#kept.get(handle);
    if (!result) return new Uint32Array(0);
    this.#kept.delete(handle);
    this.#kept.set(handle, result);
    return result.ordinals;
  }

  /** Place of an ordinal in the list; -1 where it is not in it. */
  place(handle: number, ordinal: number): number {
    const result = this.#kept.get(handle);
    if (!result) return -1;
    if (!result.places) {
      let largest = 0;
      for (const o of result.ordinals) if (o > largest) largest = o;
      const places = new Uint32Array(largest + 1);
      result.ordinals.forEach((o, i) => (places[o] = i + 1));
      result.places = places;
    }
    return (result.places[ordinal] ?? 0) - 1;
  }
}
