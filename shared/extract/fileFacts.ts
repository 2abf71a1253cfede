/** What a file says of itself (title, authors, date, language) as bibliographic data, cut to what a record holds. */
import type { CslItem, CslName } from '../model/csl';
import { cslDateOf } from '../model/csl';
import { firstLine, LONGEST_TEXT, LONGEST_TITLE } from '../text/plainText';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import type { ExtractRefusal, ExtractWarning, Extracted } from './extracted';
import type { Flow } from './flow';
import { languageTag } from './languages';

export { languageTag };

export interface FileFacts {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** ISO 8601, with or without a time. */
  readonly date?: string;
  readonly language?: string;
  readonly publisher?: string;
}

const plain = (words: string | undefined, limit: number): string =>
  (words ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/u, '');

/** Titles that programs put there, which say nothing. */
const NO_TITLE = /^(?:untitled|unknown|document ?\d*|microsoft word.*|word document|pdf document|[^\p{L}\p{N}]*)$/iu;
/** Makers that are programs or accounts, not people. */
const NO_AUTHOR =
  /^(?:unknown|user|admin|administrator|author|owner|windows user|apache poi|python-docx|docx4j|[^\p{L}\p{N}]*)$/iu;

/** A day or less of one; empty for what is no date. */
function dayOf(date: string | undefined): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=T|\s|Z|$)/.exec((date ?? '').trim());
  if (!match || Number(match[1]) < 1000) return '';
  const [, year, month, day] = match;
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return year!;
  return day === undefined || Number(day) < 1 || Number(day) > 31 ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function cslOf(facts: FileFacts, language: string): Partial<CslItem> {
  const author = (facts.authors ?? [])
    .map((name) => plain(name, 300))
    .filter((name) => !NO_AUTHOR.test(name))
    .slice(0, 200)
    .map((literal): CslName => ({ literal }));
  const issued = cslDateOf(dayOf(facts.date));
  const publisher = plain(facts.publisher, 500);
  return {
    ...(author.length > 0 ? { author } : {}),
    ...(issued ? { issued } : {}),
    ...(publisher === '' ? {} : { publisher }),
    ...(language === '' ? {} : { language }),
  };
}

/**
 * The whole of an extraction: the flow's text with what the file says of itself. Without a title of its own, the first
 * title or heading is it, else the first line. Refused where there is no text, or too much.
 */
export function extractedFrom(
  extractor: string,
  flow: Flow,
  facts: FileFacts,
  warnings: readonly ExtractWarning[] = [],
): Result<Extracted, ExtractRefusal> {
  const { text, blocks, pages } = flow.done();
  if (text.length > LONGEST_TEXT) return no('too-large');
  if (!/\S/.test(text)) return no('empty');
  const said = plain(facts.title, LONGEST_TITLE);
  const head = blocks.find(([kind]) => kind === 'title') ?? blocks.find(([kind]) => kind === 'heading');
  const own = NO_TITLE.test(said) ? plain(firstLine(head ? text.slice(head[1], head[2]) : text), LONGEST_TITLE) : said;
  const title = own === '' ? firstLine(text) : own;
  const language = languageTag(facts.language);
  return yes({
    text,
    title,
    extractor,
    blocks,
    pages,
    csl: cslOf(facts, language),
    language,
    warnings,
    attachments: [],
  });
}

/** Where pictures were left out, a warning with their count. */
export const pictureWarning = (count: number): ExtractWarning[] =>
  count > 0 ? [{ kind: 'pictures-left-out', count }] : [];
