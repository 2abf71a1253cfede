/**
 * Canonical JSON (RFC 8785): one value, one text. V8's own JSON.stringify already writes numbers and strings as the
 * RFC wants them; what is left is the order of keys and lone surrogates. Both are checked rather than redone where a
 * value is in order already, since a case has a hundred thousand of them.
 */
import { DEEPEST_JSON } from './limits';

/** The value has no canonical form: a number that is none, a lone surrogate, too deep, no JSON at all. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * The value as canonical JSON. Properties that are undefined are left out, as JSON does.
 * @throws NotCanonical
 */
export function canonicalJson(value: unknown): string {
  const text = inOrder(value, 0) ? JSON.stringify(value) : (serializedCopy(value) ?? serialized(value));
  if (typeof text !== 'string') throw new NotCanonical('not a JSON value');
  if (hasLoneSurrogate(text)) throw new NotCanonical('lone surrogate');
  return text;
}

/**
 * True when `text` is the canonical JSON of `value`, which JSON.parse made of it. So a key given twice is found too:
 * the parsed value has it once.
 */
export function isCanonical(text: string, value: unknown): boolean {
  try {
    if (inOrder(value, 0) && JSON.stringify(value) === text) return !hasLoneSurrogate(text);
    return canonicalJson(value) === text;
  } catch (error) {
    if (error instanceof NotCanonical) return false;
    throw error;
  }
}

/** The value with every lone surrogate, in keys too, as U+FFFD: what UTF-8 can carry. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key), wellFormed(inner)]));
}

/** True when the keys of every object stand in the order of their UTF-16 code units. Throws where it is too deep. */
function inOrder(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new NotCanonical('not a finite number');
    return true;
  }
  if (depth > DEEPEST_JSON) throw new NotCanonical('too deep');
  if (Array.isArray(value)) {
    for (const item of value) if (!inOrder(item, depth + 1)) return false;
    return true;
  }
  let last: string | undefined;
  for (const key in value) {
    if (last !== undefined && key <= last) return false;
    last = key;
    if (!inOrder((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
}

/** A key that an object lists by its number, wherever it was put. */
const INDEX = /^(?:0|[1-9]\d*)$/;

class KeyOfNumber extends Error {}

/** The text of a copy in order, which V8 writes faster than we do; undefined where no copy can have that order. */
function serializedCopy(value: unknown): string | undefined {
  try {
    return JSON.stringify(ordered(value));
  } catch (error) {
    if (error instanceof KeyOfNumber) return undefined;
    throw error;
  }
}

function ordered(value: unknown, depth = 0): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new NotCanonical('not a finite number');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST_JSON) throw new NotCanonical('too deep');
  if (Array.isArray(value)) return value.map((item) => ordered(item, depth + 1));
  const copy: Record<string, unknown> = {};
  // Without a comparer, sort() goes by UTF-16 code units: the order the RFC asks for.
  for (const key of Object.keys(value).sort()) {
    // Such keys would be listed first, and a prototype would not be listed at all.
    if (INDEX.test(key) || key === '__proto__') throw new KeyOfNumber();
    copy[key] = ordered((value as Record<string, unknown>)[key], depth + 1);
  }
  return copy;
}

function serialized(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new NotCanonical('not a finite number');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth > DEEPEST_JSON) throw new NotCanonical('too deep');
  if (Array.isArray(value)) return `[${value.map((item) => serialized(item, depth + 1) ?? 'null').join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner = serialized((value as Record<string, unknown>)[key], depth + 1);
    if (inner !== undefined) members.push(`${JSON.stringify(key)}:${inner}`);
  }
  return `{${members.join(',')}}`;
}

/** JSON.stringify writes a lone surrogate as an escape; nothing else gives this escape. */
const hasLoneSurrogate = (json: string): boolean =>
  json.includes('\\ud') && /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/.test(json);
