/** TIFF files made for tests, and those that libtiff wrote of one small picture: red, black and blue on white. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const WRITTEN = path.resolve(import.meta.dirname, '../../../fixtures/tiff');

export const written = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(WRITTEN, `${name}.tif`)));

type Value = number | readonly number[] | `${number}/${number}`;

/** A page's numbers by tag, and its strips or tiles. */
export interface MadePage {
  readonly tags: Readonly<Record<number, Value>>;
  readonly strips?: readonly (readonly number[])[];
}

const [LONG, RATIO] = [4, 5];

/** Every number is a long one, or the ratio of two. @param last where the last directory says the next is */
export function tiffOf(pages: readonly MadePage[], { little = true, last = 0 } = {}): Uint8Array {
  const bytes = Array.from<number>({ length: 16 }).fill(0);
  const put = (at: number, value: number, size: number): void => {
    for (let i = 0; i < size; i += 1) bytes[at + i] = (value >> (8 * (little ? i : size - 1 - i))) & 0xff;
  };
  /** Where the numbers stand, behind all that is there. */
  const append = (values: readonly number[]): number => {
    const at = bytes.length;
    for (const [i, value] of values.entries()) put(at + 4 * i, value, 4);
    return at;
  };
  bytes.fill(little ? 0x49 : 0x4d, 0, 2);
  put(2, 42, 2);
  let pointer = 4;
  for (const { tags, strips = [] } of pages) {
    const [offsets, lengths] = 322 in tags ? [324, 325] : [273, 279];
    const places = strips.map((strip) => bytes.push(...strip) - strip.length);
    const all: Record<number, Value> = { ...tags };
    if (strips.length > 0) Object.assign(all, { [offsets]: places, [lengths]: strips.map(({ length }) => length) });
    const entries = Object.entries(all).map(([tag, value]) => {
      if (typeof value === 'string') return [Number(tag), RATIO, 1, append(value.split('/').map(Number))] as const;
      const values = typeof value === 'number' ? [value] : value;
      return [Number(tag), LONG, values.length, values.length > 1 ? append(values) : values[0]!] as const;
    });
    const at = bytes.length;
    put(pointer, at, 4);
    put(at, entries.length, 2);
    for (const [i, [tag, type, count, value]] of entries.entries()) {
      const entry = at + 2 + 12 * i;
      put(entry, tag, 2);
      put(entry + 2, type, 2);
      put(entry + 4, count, 4);
      put(entry + 8, value, 4);
    }
    pointer = at + 2 + 12 * entries.length;
    put(pointer, last, 4);
  }
  return Uint8Array.from(bytes);
}
