/** A newer version of a document: how one is recognised when it arrives, and what becomes of the records. */
import { currentTextId } from './document';
import type { Document, TextVersion } from './document';
import { planAnchor } from './excerpt';
import type { Anchor, Excerpt } from './excerpt';
import type { Arrived } from './importing';
import { no, yes } from './result';
import type { Result } from './result';

export type VersionSign = 'address' | 'title' | 'file name';

export interface LikelyVersion<One> {
  /** The document it seems to be a newer version of. */
  readonly document: One;
  readonly by: VersionSign;
}

const fold = (words: string): string => words.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase();

/** Without what differs between two visits of one page. */
const addressOf = (url: string | undefined): string =>
  (url ?? '')
    .trim()
    .replace(/#.*$/u, '')
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/[?&](?:utm_|fbclid=).*$/iu, '')
    .replace(/\/+$/u, '');

/** A file's name without its extension and the number a browser or a person put behind it: "Report (2).pdf", "Report v3". */
const stemOf = (fileName: string): string =>
  fold(fileName.replace(/^.*[/\\]/u, '').replace(/\.[a-z0-9]{1,8}$/iu, ''))
    .replace(/[\s_-]*(?:\(\d{1,3}\)|v\d{1,3}(?:\.\d+)*|final|copy|neu|new)$/u, '')
    .trim();

/** Names that say nothing of what is in the file. */
const NAMELESS =
  /^(?:|untitled|document|download|index|scan|image|page|article|report|text|file|doc|pasted|unnamed)\s*\d*$/u;
const SHORTEST = 4;

type Known = Pick<Document, 'id' | 'title' | 'csl' | 'versions'>;

/**
 * The one document of which something that arrived seems to be a newer version: the same address, title or file name
 * and another text. Null where none is, and where several are by the same sign: then nobody can say which.
 */
export function looksLikeNewVersion<One extends Known>(
  arrived: Pick<Arrived, 'title' | 'fileName' | 'csl' | 'textId'>,
  existing: Iterable<One>,
): LikelyVersion<One> | null {
  const address = addressOf(arrived.csl.URL);
  const title = fold(arrived.title);
  const stem = stemOf(arrived.fileName);
  const signs: readonly [VersionSign, (one: One) => boolean][] = [
    ['address', (one) => address !== '' && addressOf(one.csl.URL) === address],
    ['title', (one) => title.length >= SHORTEST && !NAMELESS.test(title) && fold(one.title) === title],
    [
      'file name',
      (one) =>
        stem.length >= SHORTEST &&
        !NAMELESS.test(stem) &&
        one.versions.some((version) => stemOf(version.fileName) === stem),
    ],
  ];
  const others = [...existing].filter((one) => one.versions.every((version) => version.textId !== arrived.textId));
  for (const [by, fits] of signs) {
    const found = others.filter(fits);
    if (found.length === 1) return { document: found[0]!, by };
    if (found.length > 1) return null;
  }
  return null;
}

/**
 * The versions of a document with one more.
 * @returns `same-text` where the text is a version of this document already
 */
export function planVersion(
  document: Pick<Document, 'versions'>,
  arrived: Omit<TextVersion, 'importedAt'>,
  now: string,
): Result<TextVersion[], 'same-text'> {
  if (document.versions.some(({ textId }) => textId === arrived.textId)) return no('same-text');
  return yes([...document.versions, { ...arrived, importedAt: now }]);
}

/** Where an excerpt is to stand in the newer text: UTF-16 code units, end excluded. */
export interface VersionDecision {
  readonly excerptId: string;
  readonly start: number;
  readonly end: number;
  /** The text it stood in when that was decided. */
  readonly fromTextId: string;
}

/**
 * The anchor a decision gives an excerpt.
 * @returns `moved-since` where the excerpt was put elsewhere while the analyst decided
 */
export function planDecision(
  excerpt: Pick<Excerpt, 'textId'> | undefined,
  decision: VersionDecision,
  text: string,
  textId: string,
): Result<Anchor, 'moved-since' | 'nothing-selected' | 'selection-too-long'> {
  if (!excerpt || excerpt.textId !== decision.fromTextId) return no('moved-since');
  return planAnchor(text, textId, decision.start, decision.end);
}

/** True for an excerpt that stands in a version of its document before the newest. */
export const isOnEarlierVersion = (excerpt: Pick<Excerpt, 'textId'>, document: Pick<Document, 'versions'>): boolean =>
  excerpt.textId !== currentTextId(document);
