/** A file of JSON from elsewhere: decoded, parsed and bounded before anybody looks into it. */
import type { BundleTools } from '../bundle/tools';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';

/** Largest file of JSON that is read, in bytes. */
export const LARGEST_JSON = 64 * 1024 * 1024;
const DEEPEST = 64;
const MOST_VALUES = 2_000_000;

export type JsonRefusal = 'empty' | 'too-large' | 'not-json' | 'too-deep';
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value that UTF-8 bytes write as JSON; `too-deep` for more than 64 levels, `too-large` above 64 MB. */
export function readJson(bytes: Uint8Array, decode: BundleTools['decode']): Result<unknown, JsonRefusal> {
  if (bytes.length > LARGEST_JSON) return no('too-large');
  let value: unknown;
  try {
    const text = decode(bytes).replace(/^\ufeff/, '');
    if (text.trim() === '') return no('empty');
    value = JSON.parse(text);
  } catch {
    return no('not-json');
  }
  const open: (readonly [unknown, number])[] = [[value, 0]];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, depth] = next;
    if (typeof one !== 'object' || one === null) continue;
    if (depth >= DEEPEST) return no('too-deep');
    for (const inner of Object.values(one)) {
      count += 1;
      if (count > MOST_VALUES) return no('too-large');
      open.push([inner, depth + 1]);
    }
  }
  return yes(value);
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the object's own; what its prototype has is nobody's data. */
export const own = (object: JsonObject, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

/** A value as a list: nothing is empty, one thing stands alone. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** A string fit for a record: at most `most` UTF-16 code units, no half surrogate pairs; empty for all else. */
export function wordsOf(value: unknown, most: number): string {
  if (typeof value !== 'string') return '';
  const cut = value.length > most ? value.slice(0, most) : value;
  // A pair that the cut went through counts as half of one.
  const whole = /[\ud800-\udbff]$/.test(cut) && cut.length < value.length ? cut.slice(0, -1) : cut;
  return whole.replace(/\p{Surrogate}/gu, '\ufffd');
}
