/** One entry of the reference list in the order an analyst reads it: who, what, where, when, address; then the source's reliability. */
import { isoOf } from '../model/csl';
import type { CslName } from '../model/csl';
import type { Document } from '../model/document';
import { dateWords } from '../model/eventDate';
import { reliabilityOf } from '../model/source';
import type { Source } from '../model/source';
import type { Emphasis, Runs } from './styles/runs';
import { ENGLISH } from './words';
import type { EvidenceWords } from './words';

/** `title` is set apart (italic); `url` is an address, a link where it is safe; `grade` is set in the mono face. */
export interface EntryPart extends Emphasis {
  readonly kind: 'plain' | 'title' | 'url' | 'grade';
  readonly text: string;
}

const MOST_AUTHORS = 3;

/**
 * The parts of an entry; joined, their texts read as one line. What is not known is left out, except the date: `n.d.`
 * @param locale BCP 47 tag for the dates
 */
export function entryParts(
  document: Document,
  publisher: Source | undefined,
  locale: string,
  words: EvidenceWords = ENGLISH,
): EntryPart[] {
  const { csl } = document;
  const parts: EntryPart[] = [];
  const plain = (text: string): void => void parts.push({ kind: 'plain', text });
  const authors = authorsOf(csl.author ?? [], words);
  const container = csl['container-title'] ?? '';
  const issuer = csl.publisher ?? publisher?.name ?? container;
  const lead = authors || issuer;
  if (lead !== '') plain(`${lead}${/[.!?]$/u.test(lead) ? ' ' : '. '}`);
  parts.push({ kind: 'title', text: document.title });
  const details = [
    csl.genre,
    csl.number && words.number(csl.number),
    container === lead && authors === '' ? undefined : container,
    authors !== '' && issuer !== container ? issuer : undefined,
    csl['publisher-place'],
    dateText(isoOf(csl.issued), locale) || words.noDate,
    csl.page && words.pages(csl.page.replaceAll('-', '–'), /[-–,&]/u.test(csl.page)),
  ].filter((detail): detail is string => !!detail);
  const ended = details.join(', ').replace(/\.$/u, '');
  plain(`${/[.!?]$/u.test(document.title) ? ' ' : '. '}${ended}.`);
  if (csl.URL) {
    plain(' ');
    parts.push({ kind: 'url', text: csl.URL });
    const accessed = dateText(isoOf(csl.accessed), locale);
    plain(accessed === '' ? '.' : ` (${words.accessed(accessed)}).`);
  }
  return parts;
}

/** The reliability of the source, for the end of an entry; nothing where it is not graded. */
export function descriptorParts(publisher: Source | undefined, words: EvidenceWords = ENGLISH): EntryPart[] {
  const reliability = reliabilityOf(publisher);
  if (!publisher || !reliability) return [];
  return [
    { kind: 'plain', text: ` ${words.source}: ${publisher.name}, ` },
    { kind: 'grade', text: reliability },
    { kind: 'plain', text: ` (${words.reliability[reliability]}).` },
  ];
}

/** An entry as a reference style writes it: what it sets in italics stands as titles do. */
export const entryOfRuns = (runs: Runs): EntryPart[] =>
  runs.map(({ italic, url, ...rest }) => ({ ...rest, kind: url ? 'url' : italic ? 'title' : 'plain' }));

/** The entry as one line of text. */
export const entryText = (parts: readonly EntryPart[]): string => parts.map((part) => part.text).join('');

function authorsOf(names: readonly CslName[], { andOthers }: EvidenceWords): string {
  const said = names
    .map((name) => name.literal ?? [name.family, name.given].filter(Boolean).join(', '))
    .filter((name) => name !== '');
  return said.length > MOST_AUTHORS ? `${said[0]} ${andOthers}` : said.join('; ');
}

const dateText = (iso: string, locale: string): string => (iso === '' ? '' : dateWords(iso, locale));
