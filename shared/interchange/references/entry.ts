/** A reference on its way in: what a document has a field for, what its text keeps, and its keywords. */
import { isWebAddress } from '../../briefing/address';
import { CSL_TYPES } from '../../model/csl';
import type { CslDate, CslItem, CslName, CslType } from '../../model/csl';
import { wordsOf } from '../jsonFile';
import { htmlText, looksLikeHtml } from '../markdown/htmlText';

export interface ReferenceEntry {
  readonly csl: CslItem;
  readonly abstract: string;
  readonly notes: readonly string[];
  readonly keywords: readonly string[];
  /** Fields a document has no place for, as label and value: they stand in its text. */
  readonly details: readonly (readonly [string, string])[];
  /** Names of attached files. */
  readonly attachments: readonly string[];
}

/** Types of CSL 1.0.2 that documents do not have, as the nearest they have. */
const NEAREST: Readonly<Record<string, CslType>> = {
  article: 'report',
  'paper-conference': 'chapter',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  thesis: 'report',
  pamphlet: 'report',
  standard: 'report',
  review: 'article-journal',
  'review-book': 'article-journal',
  periodical: 'article-magazine',
  motion_picture: 'broadcast',
  song: 'broadcast',
  performance: 'speech',
  collection: 'book',
  classic: 'book',
};

const isKnown = (type: string): type is CslType => (CSL_TYPES as readonly string[]).includes(type);

/** The type a document gets, and the word for the one it had where that is another. */
export function typeOf(type: string): { readonly type: CslType; readonly genre: string } {
  if (isKnown(type)) return { type, genre: '' };
  const type_ = Object.hasOwn(NEAREST, type) ? NEAREST[type]! : 'document';
  return { type: type_, genre: type.replace(/[-_]/g, ' ') };
}

export interface EntryParts {
  readonly type: string;
  readonly title: string;
  readonly authors: readonly CslName[];
  readonly issued: CslDate | undefined;
  readonly accessed: CslDate | undefined;
  /** By the name of the CSL variable. */
  readonly fields: Readonly<
    Partial<
      Record<
        'container-title' | 'publisher' | 'publisher-place' | 'genre' | 'number' | 'page' | 'URL' | 'DOI' | 'language',
        string
      >
    >
  >;
}

const LIMITS = {
  'container-title': 500,
  publisher: 500,
  'publisher-place': 300,
  genre: 200,
  number: 100,
  page: 60,
} as const;

/** Words of one line without markup. */
export const plain = (words: string): string =>
  (looksLikeHtml(words) ? htmlText(words) : words).replace(/\s+/g, ' ').trim();

/** The bibliographic data as documents have it, every value within its bounds. */
export function cslOf({ type, title, authors, issued, accessed, fields }: EntryParts): CslItem {
  const kind = typeOf(type);
  const csl: Record<string, unknown> = { type: kind.type, title: wordsOf(plain(title), 1_000) };
  const names = authors.map(nameOf).filter((name) => name !== null);
  if (names.length > 0) csl['author'] = names.slice(0, 200);
  for (const [field, most] of Object.entries(LIMITS)) {
    const value = plain(fields[field as keyof typeof LIMITS] ?? '') || (field === 'genre' ? kind.genre : '');
    if (value !== '') csl[field] = wordsOf(value, most);
  }
  const doi = plain(fields.DOI ?? '').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const url = plain(fields.URL ?? '') || (doi === '' ? '' : `https://doi.org/${doi}`);
  if (isWebAddress(url) && url.length <= 2_000) csl['URL'] = url;
  const language = plain(fields.language ?? '');
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) && language.length <= 35) csl['language'] = language;
  if (issued) csl['issued'] = issued;
  if (accessed) csl['accessed'] = accessed;
  return csl as CslItem;
}

function nameOf({ family = '', given = '', literal = '' }: CslName): CslName | null {
  const [last, first, whole] = [wordsOf(plain(family), 200), wordsOf(plain(given), 200), wordsOf(plain(literal), 300)];
  if (whole !== '') return { literal: whole };
  if (last === '') return first === '' ? null : { literal: first };
  return first === '' ? { family: last } : { family: last, given: first };
}

/** A date of year, month and day; parts that no calendar has are left out. */
export function dateOf(parts: readonly number[]): CslDate | undefined {
  const [year = Number.NaN, month = 0, day = 0] = parts;
  if (!Number.isInteger(year) || year < 1 || year > 9_999) return undefined;
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  const isDay = isMonth && Number.isInteger(day) && day >= 1 && day <= 31;
  return { 'date-parts': [[year, ...(isMonth ? [month] : []), ...(isDay ? [day] : [])]] };
}

/** The text of a reference's document: a line with the title, then what there is to quote. */
export function textOf(entry: ReferenceEntry): string {
  const title = entry.csl.title || 'Untitled';
  const block = (heading: string, words: string): string => (words === '' ? '' : `${heading}\n${words}`);
  const rich = (words: string): string => (looksLikeHtml(words) ? htmlText(words) : words.trim());
  const parts = [
    title,
    block('Abstract', rich(entry.abstract)),
    ...entry.notes.map((note) => block('Note', rich(note))),
    block('Details', entry.details.map(([label, value]) => `${label}: ${plain(value)}`).join('\n')),
    block('Attachments', entry.attachments.map((name) => `- ${plain(name)}`).join('\n')),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
