/** Names of the files in a bundle: which are safe at all, and which place each known one has. */
import { TABLES } from '../model/tables';
import type { TableName } from '../model/tables';
import { DEEPEST_NAME, LONGEST_NAME } from './limits';

export type RecordTable = Exclude<TableName, 'cases'>;
/** The tables that have a file of records, in alphabetical order. */
export const RECORD_TABLES = TABLES.filter((name): name is RecordTable => name !== 'cases').sort();

/** Plain ASCII parts joined by single slashes: so there is no root, drive, backslash, control or look-alike. */
const SAFE = /^(?:[A-Za-z0-9._-]+\/)*[A-Za-z0-9._-]+$/;
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** True for a name that can be unpacked on every system and stays in its folder. */
export function isSafeName(name: string): boolean {
  if (name.length > LONGEST_NAME || !SAFE.test(name)) return false;
  const parts = name.split('/');
  return parts.length <= DEEPEST_NAME && parts.every((part) => !part.endsWith('.') && !DEVICE.test(part));
}

/** Two names that are one file on some systems have the same folded name. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

export const BAG_FILE = 'bagit.txt';
export const BAG_INFO_FILE = 'bag-info.txt';
export const MANIFEST_FILE = 'manifest-sha256.txt';
export const TAG_MANIFEST_FILE = 'tagmanifest-sha256.txt';
export const SIGNATURE_FILE = 'signature.json';
export const CASE_FILE = 'data/case.json';
export const ANNOTATIONS_FILE = 'data/annotations.jsonld';
export const PAGE_FILE = 'data/index.html';

export const recordsFile = (table: RecordTable): string => `data/records/${table}.jsonl`;
export const textFile = (id: string): string => `data/texts/${id}.txt`;
export const originalFile = (id: string, ext: string): string => `data/originals/${id}.${ext}`;

/** A file extension as bundles have it: lower-case letters and digits; `bin` where none is left. */
export const cleanExtension = (ext: string): string => {
  const clean = ext
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 16);
  return clean === '' ? 'bin' : clean;
};

export type Place =
  | { readonly kind: 'tag-file' | 'case' | 'derived' }
  | { readonly kind: 'records'; readonly table: RecordTable }
  | { readonly kind: 'text'; readonly id: string }
  | { readonly kind: 'original'; readonly id: string; readonly ext: string };

const FIXED: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...[BAG_FILE, BAG_INFO_FILE, MANIFEST_FILE, TAG_MANIFEST_FILE, SIGNATURE_FILE].map(
    (name) => [name, { kind: 'tag-file' }] as [string, Place],
  ),
  [CASE_FILE, { kind: 'case' }],
  [ANNOTATIONS_FILE, { kind: 'derived' }],
  [PAGE_FILE, { kind: 'derived' }],
  ...RECORD_TABLES.map((table) => [recordsFile(table), { kind: 'records', table }] as [string, Place]),
]);

/** What a file of a bundle is, by its name; null for one that no bundle has. */
export function placeOf(name: string): Place | null {
  const fixed = FIXED.get(name);
  if (fixed) return fixed;
  const text = /^data\/texts\/([0-9a-f]{64})\.txt$/.exec(name);
  if (text) return { kind: 'text', id: text[1]! };
  const original = /^data\/originals\/([0-9a-f]{64})\.([a-z0-9]{1,16})$/.exec(name);
  return original ? { kind: 'original', id: original[1]!, ext: original[2]! } : null;
}
