/** The properties at the head of a note: YAML between two lines of three dashes, flat, as Obsidian shows and edits them. */
import { parseDocument, stringify } from 'yaml';

/** Longer properties are read as text. */
const LONGEST = 64 * 1024;
/** Deeper nesting costs a reader of YAML far more than its length. */
const DEEPEST = 64;
/** The property by which a note of ours says what it is. */
export const KIND = 'collate';

export type Properties = ReadonlyMap<unknown, unknown>;

export interface ParsedNote {
  /** Null where there are none, or none that can be read. */
  readonly properties: Properties | null;
  /** The lines between the dashes. */
  readonly raw: string;
  /** All after them, letter for letter. */
  readonly body: string;
  readonly isBroken: boolean;
}

/** A note taken apart. Lines may end in CRLF; those of the body are left alone. */
export function parseNote(text: string): ParsedNote {
  const none = { properties: null, raw: '', body: text, isBroken: false };
  const head = /^---[ \t]*\r?\n/.exec(text);
  if (!head) return none;
  const end = /^---[ \t]*(?:\r?\n|$)/m;
  const rest = text.slice(head[0].length, head[0].length + LONGEST);
  const close = end.exec(rest);
  if (!close) return none;
  const raw = rest.slice(0, close.index);
  const body = text.slice(head[0].length + close.index + close[0].length);
  if (raw.trim() === '') return { properties: new Map(), raw, body, isBroken: false };
  if (isDeep(raw)) return { ...none, isBroken: true };
  try {
    const document = parseDocument(raw, { logLevel: 'silent', uniqueKeys: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS({ mapAsMap: true, maxAliasCount: 50 });
    if (value instanceof Map) return { properties: value, raw, body, isBroken: false };
  } catch {
    // Nesting or aliases beyond what a property has: the same as any YAML that cannot be read.
  }
  return { ...none, isBroken: true };
}

function isDeep(raw: string): boolean {
  let depth = 0;
  for (const [sign] of raw.matchAll(/[[\]{}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return /(?:[-?:][ \t]+){64}/.test(raw);
}

/** The head of a note; properties without a value are left out. */
export function writeProperties(properties: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(properties).filter(
    ([, value]) =>
      value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(kept), { lineWidth: 0, compat: 'yaml-1.1' })}---\n`;
}

const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** A property's words; of a list the first. */
export function word(properties: Properties, ...names: readonly string[]): string {
  for (const name of names) {
    const value = properties.get(name);
    const found = wordOf(Array.isArray(value) ? value[0] : value);
    if (found !== '') return found;
  }
  return '';
}

/** A property's words, one by one. */
export function words(properties: Properties, ...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = properties.get(name);
    return (Array.isArray(value) ? value : [value]).map(wordOf).filter((one) => one !== '');
  });
}
