/**
 * Ids and their ordinals. A UUID is kept as sixteen bytes, found through an open-addressing hash table: a tenth of what
 * strings in a Map take, and restored from a snapshot without making a single string.
 */
import { grown } from './columnSet';
import type { SnapshotReader, SnapshotWriter } from './snapshot';

const HEX = Array.from({ length: 65_536 }, (_, i) => i.toString(16).padStart(4, '0'));

/** Value of a hex digit by its character code. */
const DIGIT = new Uint8Array(128);
for (let i = 0; i < 16; i += 1) DIGIT[i.toString(16).charCodeAt(0)] = i;

function hex32(id: string, a: number, b: number): number {
  let value = 0;
  for (let i = a; i < a + 4; i += 1) value = (value << 4) | DIGIT[id.charCodeAt(i) & 127]!;
  for (let i = b; i < b + 4; i += 1) value = (value << 4) | DIGIT[id.charCodeAt(i) & 127]!;
  return value >>> 0;
}

const word = (value: number): string => HEX[value >>> 16]! + HEX[value & 0xffff]!;

export class IdSpace {
  /** Number of ordinals given out; they run from 0. */
  size = 0;
  #words = new Uint32Array(64);
  /** Ordinal + 1 by hash; 0 is free. Length is a power of two. */
  #table = new Uint32Array(32);

  #slot(a: number, b: number, c: number, d: number): number {
    const words = this.#words;
    const table = this.#table;
    const mask = table.length - 1;
    let hash =
      Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(c ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f);
    hash ^= hash >>> 15;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = table[at]!;
      if (entry === 0) return at;
      const base = (entry - 1) * 4;
      if (words[base] === a && words[base + 1] === b && words[base + 2] === c && words[base + 3] === d) return at;
    }
  }

  /** The ordinal of an id; -1 where it was never seen. */
  find(id: string): number {
    return this.#table[this.#slot(hex32(id, 0, 4), hex32(id, 9, 14), hex32(id, 19, 24), hex32(id, 28, 32))]! - 1;
  }

  /** The ordinal of an id, a new one where it was never seen. */
  intern(id: string): number {
    const a = hex32(id, 0, 4);
    const b = hex32(id, 9, 14);
    const c = hex32(id, 19, 24);
    const d = hex32(id, 28, 32);
    const slot = this.#slot(a, b, c, d);
    if (this.#table[slot] !== 0) return this.#table[slot]! - 1;
    const ordinal = this.size;
    this.size += 1;
    this.#words = grown(this.#words, this.size * 4);
    const words = this.#words;
    const base = ordinal * 4;
    words[base] = a;
    words[base + 1] = b;
    words[base + 2] = c;
    words[base + 3] = d;
    this.#table[slot] = this.size;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return ordinal;
  }

  #rehash(): void {
    const words = this.#words;
    this.#table = new Uint32Array(this.#table.length * 2);
    for (let i = 0; i < this.size; i += 1) {
      const base = i * 4;
      this.#table[this.#slot(words[base]!, words[base + 1]!, words[base + 2]!, words[base + 3]!)] = i + 1;
    }
  }

  /** The id of an ordinal. */
  id(ordinal: number): string {
    const base = ordinal * 4;
    const [b, c] = [word(this.#words[base + 1]!), word(this.#words[base + 2]!)];
    return `${word(this.#words[base]!)}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${word(this.#words[base + 3]!)}`;
  }

  save(writer: SnapshotWriter, prefix: string): void {
    writer.put(`${prefix}.words`, this.#words.subarray(0, this.size * 4));
    writer.put(`${prefix}.table`, this.#table);
  }

  restore(reader: SnapshotReader, prefix: string): void {
    this.#words = reader.get(`${prefix}.words`) as Uint32Array<ArrayBuffer>;
    this.#table = reader.get(`${prefix}.table`) as Uint32Array<ArrayBuffer>;
    this.size = this.#words.length / 4;
  }
}
