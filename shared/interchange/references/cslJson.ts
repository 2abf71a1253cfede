/** References in CSL-JSON (citation-style-language/schema 1.0.2), as Zotero and Better BibTeX write it. */
import type { CslDate, CslName } from '../../model/csl';
import { isObject, listOf, own } from '../jsonFile';
import type { JsonObject } from '../jsonFile';
import { cslOf, dateOf } from './entry';
import type { ReferenceEntry } from './entry';

const TAKEN = new Set([
  'id',
  'type',
  'title',
  'author',
  'issued',
  'accessed',
  'container-title',
  'publisher',
  'publisher-place',
  'genre',
  'number',
  'page',
  'URL',
  'language',
  'abstract',
  'note',
  'keyword',
  'citation-key',
  'categories',
  'custom',
]);

const words = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** The references of a parsed file: a list of items, or an object that has one under `items`; null for anything else. */
export function cslEntries(value: unknown): readonly ReferenceEntry[] | null {
  const list = Array.isArray(value) ? value : isObject(value) ? own(value, 'items') : null;
  if (!Array.isArray(list)) return null;
  const items = list.filter((item) => isObject(item) && typeof own(item, 'type') === 'string');
  return items.length === 0 && list.length > 0 ? null : items.map((item) => entryOf(item as JsonObject));
}

function entryOf(item: JsonObject): ReferenceEntry {
  const text = (field: string): string => words(own(item, field));
  const fields: Record<string, string> = {};
  for (const field of [
    'container-title',
    'publisher',
    'publisher-place',
    'genre',
    'number',
    'page',
    'URL',
    'DOI',
    'language',
  ])
    fields[field] = text(field);
  const details: [string, string][] = [];
  for (const [field, value] of Object.entries(item)) {
    if (TAKEN.has(field)) continue;
    const said = detailOf(value);
    if (said !== '') details.push([field, said]);
  }
  const keywords = listOf(own(item, 'keyword')).flatMap((value) => words(value).split(/[,;\n]/));
  return {
    csl: cslOf({
      type: text('type'),
      title: text('title'),
      authors: listOf(own(item, 'author')).map(nameOf),
      issued: dateIn(own(item, 'issued')),
      accessed: dateIn(own(item, 'accessed')),
      fields,
    }),
    abstract: text('abstract'),
    notes: [text('note')].filter((note) => note.trim() !== ''),
    keywords,
    details,
    attachments: [],
  };
}

function nameOf(value: unknown): CslName {
  if (!isObject(value)) return { literal: words(value) };
  const part = (field: string): string => words(own(value, field));
  const joined = (...names: string[]): string => names.filter((name) => name !== '').join(' ');
  return {
    family: joined(part('non-dropping-particle'), part('family'), part('suffix')),
    given: joined(part('given'), part('dropping-particle')),
    literal: part('literal'),
  };
}

function dateIn(value: unknown): CslDate | undefined {
  if (!isObject(value)) return undefined;
  const ranges = listOf(own(value, 'date-parts')).slice(0, 2);
  const dates = ranges.map((parts) => dateOf(listOf(parts).map(Number))?.['date-parts'][0]);
  const found = dates.filter((parts) => parts !== undefined);
  if (found.length > 0) return { 'date-parts': found };
  const raw = words(own(value, 'raw')) || words(own(value, 'literal'));
  return dateOf(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(raw)?.slice(1).map(Number) ?? []);
}

/** A field as words: names as people are named, dates as ISO 8601. */
function detailOf(value: unknown): string {
  if (isObject(value))
    return (
      dateIn(value)
        ?.['date-parts'].map((parts) => parts.join('-'))
        .join('/') ?? ''
    );
  if (!Array.isArray(value)) return words(value);
  const names = value.map((one) => {
    if (!isObject(one)) return words(one);
    const { family, given, literal } = nameOf(one);
    return literal || [given, family].filter(Boolean).join(' ');
  });
  return names.filter((name) => name !== '').join('; ');
}
