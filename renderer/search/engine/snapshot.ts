/**
 * The index as one buffer: a head in JSON, then the arrays. Reading it back makes views over the buffer and copies
 * nothing. A snapshot of another layout, cut short or changed by a bit is refused; the index is then built anew.
 */
import type { Numbers } from './columnSet';

/** Counts up whenever what is stored, or how words are folded, changes. */
export const SNAPSHOT_VERSION = 2;
const MAGIC = 0x43_49_58_31;
const PREAMBLE = 16;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Head {
  readonly version: number;
  readonly arrays: readonly { name: string; kind: Kind; at: number; length: number }[];
  readonly values: Readonly<Record<string, unknown>>;
}

const aligned = (at: number): number => Math.ceil(at / 8) * 8;

/** FNV-1a over 32-bit words, in two lanes. */
function checksum(words: Uint32Array, from: number): number {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const pairs = words.length - ((words.length - from) % 2);
  for (let i = from; i < pairs; i += 2) {
    a = Math.imul(a ^ words[i]!, 0x01000193);
    b = Math.imul(b ^ words[i + 1]!, 0x85ebca6b);
  }
  if (pairs < words.length) a = Math.imul(a ^ words[pairs]!, 0x01000193);
  return (a ^ (b >>> 15) ^ Math.imul(b, 31)) >>> 0;
}

export class SnapshotWriter {
  readonly #arrays: { name: string; array: Numbers }[] = [];
  readonly #values: Record<string, unknown> = {};

  put(name: string, array: Numbers): void {
    this.#arrays.push({ name, array });
  }

  /** A JSON value for the head. */
  putValue(name: string, value: unknown): void {
    this.#values[name] = value;
  }

  finish(): ArrayBuffer {
    let at = 0;
    const arrays = this.#arrays.map(({ name, array }) => {
      const place = { name, kind: array.constructor.name as Kind, at, length: array.length };
      at = aligned(at + array.byteLength);
      return place;
    });
    const head: Head = { version: SNAPSHOT_VERSION, arrays, values: this.#values };
    const headBytes = new TextEncoder().encode(JSON.stringify(head));
    const start = aligned(PREAMBLE + headBytes.length);
    const buffer = new ArrayBuffer(start + at);
    const bytes = new Uint8Array(buffer);
    bytes.set(headBytes, PREAMBLE);
    this.#arrays.forEach(({ array }, i) => {
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + arrays[i]!.at);
    });
    const words = new Uint32Array(buffer);
    words[0] = MAGIC;
    words[1] = headBytes.length;
    words[2] = buffer.byteLength;
    words[3] = checksum(words, 4);
    return buffer;
  }
}

export class SnapshotReader {
  readonly #buffer: ArrayBuffer;
  readonly #start: number;
  readonly #head: Head;
  readonly #places: ReadonlyMap<string, Head['arrays'][number]>;

  private constructor(buffer: ArrayBuffer, start: number, head: Head) {
    this.#buffer = buffer;
    this.#start = start;
    this.#head = head;
    this.#places = new Map(head.arrays.map((place) => [place.name, place]));
  }

  /** A reader, or null where the buffer is not a whole snapshot of this version. */
  static open(buffer: ArrayBuffer): SnapshotReader | null {
    if (buffer.byteLength < PREAMBLE || buffer.byteLength % 8 !== 0) return null;
    const words = new Uint32Array(buffer);
    if (words[0] !== MAGIC || words[2] !== buffer.byteLength || words[3] !== checksum(words, 4)) return null;
    const headLength = words[1]!;
    try {
      const text = new TextDecoder().decode(new Uint8Array(buffer, PREAMBLE, headLength));
      const head = JSON.parse(text) as Head;
      if (head.version !== SNAPSHOT_VERSION) return null;
      return new SnapshotReader(buffer, aligned(PREAMBLE + headLength), head);
    } catch {
      return null;
    }
  }

  /** A view of the array; throws where the snapshot has none of that name. */
  get(name: string): Numbers {
    const place = this.#places.get(name);
    if (!place) throw new Error(`The snapshot has no ${name}.`);
    return new KINDS[place.kind](this.#buffer, this.#start + place.at, place.length);
  }

  value(name: string): unknown {
    return this.#head.values[name];
  }
}
