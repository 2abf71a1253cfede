/** Bibliographic data as properties of a note, and back; also the names other programs give them. */
import { isWebAddress } from '../../briefing/address';
import { CSL_TYPES, cslDateOf, isoOf } from '../../model/csl';
import type { CslDate, CslItem, CslName } from '../../model/csl';
import { wordsOf } from '../jsonFile';
import { word, words } from './frontMatter';
import type { Properties } from './frontMatter';

const PLAIN = {
  'container-title': 500,
  publisher: 500,
  'publisher-place': 300,
  genre: 200,
  number: 100,
  page: 60,
} as const;

/** Properties read here: what is not among them is kept in the document's note. */
export const READ_PROPERTIES: ReadonlySet<unknown> = new Set([
  ...Object.keys(PLAIN),
  ...'type author authors issued published date accessed url URL source language lang'.split(' '),
]);

/** `Family, Given`; a name that is one whole and has a comma stands in braces. */
function nameWords({ family, given, literal }: CslName): string {
  if (literal !== undefined) return /[,{}]/.test(literal) ? `{${literal}}` : literal;
  return `${family ?? ''}, ${given ?? ''}`.trimEnd();
}

function nameOf(value: string): CslName {
  const said = value.replace(/^\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]$/, '$1').trim();
  if (/^\{.*\}$/s.test(said)) return { literal: wordsOf(said.slice(1, -1), 300) };
  const comma = said.indexOf(',');
  if (comma < 0) return { literal: wordsOf(said, 300) };
  const [family, given] = [wordsOf(said.slice(0, comma).trim(), 200), wordsOf(said.slice(comma + 1).trim(), 200)];
  return { ...(family === '' ? {} : { family }), ...(given === '' ? {} : { given }) };
}

const dateWords = (date: CslDate | undefined): string =>
  (date?.['date-parts'] ?? []).map((parts) => isoOf({ 'date-parts': [parts] })).join('/');

function dateOf(value: string): CslDate | undefined {
  const ends = value.split('/').map((end) => cslDateOf(/^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(end.trim())?.[0] ?? ''));
  const parts = ends.slice(0, 2).flatMap((date) => date?.['date-parts'] ?? []);
  return parts.length > 0 ? { 'date-parts': parts } : undefined;
}

/** The properties of a document's data, without its title. */
export function bibliographyProperties(csl: CslItem): Record<string, unknown> {
  const { author, issued, accessed, URL, title: _, ...rest } = csl;
  return {
    ...rest,
    author: author?.map(nameWords),
    issued: dateWords(issued),
    accessed: dateWords(accessed),
    url: URL,
  };
}

/** The data that properties give, without a title; what is out of bounds is left out. */
export function bibliographyOf(properties: Properties): CslItem {
  const url = [...words(properties, 'url', 'URL'), ...words(properties, 'source')].find(
    (one) => isWebAddress(one) && one.length <= 2_000,
  );
  const type = CSL_TYPES.find((known) => known === word(properties, 'type')) ?? (url ? 'webpage' : 'document');
  const csl: Record<string, unknown> = { type };
  for (const [name, most] of Object.entries(PLAIN)) {
    const value = wordsOf(word(properties, name), most);
    if (value !== '') csl[name] = value;
  }
  const authors = words(properties, 'author', 'authors')
    .map(nameOf)
    .filter((name) => Object.values(name).some(Boolean));
  if (authors.length > 0) csl['author'] = authors.slice(0, 200);
  const issued = dateOf(word(properties, 'issued', 'published', 'date'));
  const accessed = dateOf(word(properties, 'accessed'));
  const language = word(properties, 'language', 'lang');
  if (issued) csl['issued'] = issued;
  if (accessed) csl['accessed'] = accessed;
  if (url) csl['URL'] = url;
  if (language !== '' && language.length <= 35) csl['language'] = language;
  return csl as CslItem;
}
