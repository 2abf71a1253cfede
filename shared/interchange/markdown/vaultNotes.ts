/** The notes of a folder as they lie there: which files are notes, what each says it is. Paths are words to compare, no places. */
import { MARKINGS } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { decodeText } from './decodeText';
import { KIND, parseNote, word, words } from './frontMatter';
import type { ParsedNote, Properties } from './frontMatter';

export interface VaultFile {
  /** Inside the folder; only ever compared and shown. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface VaultNote extends ParsedNote {
  /** Without the extension. */
  readonly path: string;
  /** What is between its last slash and the extension. */
  readonly name: string;
  readonly kind: string;
  readonly whole: string;
}

/** Paths as they are compared: slashes, no case, no normal form. */
export const pathKey = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .normalize('NFC')
    .toLowerCase();

/** A label in whatever spelling; null for anything else. */
export function markingOf(value: string): Marking | null {
  const said = value
    .trim()
    .toUpperCase()
    .replace(/^TLP[: ]\s*/, '');
  return MARKINGS.find((label) => label === `TLP:${said}`) ?? null;
}

/** Of a program's own folder, or hidden. */
export const isHidden = (path: string): boolean => /(?:^|[\\/])\.(?!\.?[\\/])/.test(path);

/** A note by its extension. */
export const isNote = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** The notes among files, in the order of their paths. */
export function notesOf(files: readonly VaultFile[]): VaultNote[] {
  return files
    .filter(({ path }) => isNote(path) && !isHidden(path))
    .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, bytes }) => {
      const whole = decodeText(bytes).text;
      const parsed = parseNote(whole);
      const bare = path
        .replaceAll('\\', '/')
        .replace(/^(?:\.?\/)+/, '')
        .replace(/\.[a-z]+$/i, '');
      const kind = parsed.properties ? word(parsed.properties, KIND) : '';
      return {
        ...parsed,
        whole,
        path: bare,
        name: bare.slice(bare.lastIndexOf('/') + 1) || 'Untitled',
        kind: KINDS.has(kind) ? kind : '',
      };
    });
}
const KINDS = new Set(['case', 'document', 'source', 'tag', 'hypothesis', 'briefing']);

/** Tags among the properties, however they are written: a list, or words with commas or spaces. */
export const propertyTags = (properties: Properties): string[] =>
  words(properties, 'tags', 'tag')
    .flatMap((value) => value.split(/[,\s]+/))
    .map((tag) => tag.replace(/^#/, ''))
    .filter((tag) => tag !== '');
