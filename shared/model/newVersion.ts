/** A newer version of a document: how one is recognised when it arrives, and what becomes of the records. */
import { currentTextId, newestVersion } from './document';
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

type ArrivedText = Pick<Arrived, 'title' | 'fileName' | 'csl' | 'textId'>;

/** What a document or a file is known by; empty where it says nothing. */
interface Names {
  readonly address: string;
  readonly title: string;
  readonly stems: readonly string[];
}

const telling = (name: string): string => (name.length >= SHORTEST && !NAMELESS.test(name) ? name : '');

const namesOf = (title: string, url: string | undefined, fileNames: readonly string[]): Names => ({
  address: addressOf(url),
  title: telling(fold(title)),
  stems: [...new Set(fileNames.map((name) => telling(stemOf(name))))],
});

/**
 * A function that gives the one document of which something that arrived seems to be a newer version: the same address,
 * title or file name and another text. Null where none is, and where several are by the same sign: then nobody can say
 * which. The documents are read once.
 */
export function versionFinder<One extends Known>(
  existing: Iterable<One>,
): (arrived: ArrivedText) => LikelyVersion<One> | null {
  const bySign = { address: new Map<string, One[]>(), title: new Map<string, One[]>(), stem: new Map<string, One[]>() };
  const note = (map: Map<string, One[]>, name: string, one: One): void => {
    if (name !== '') map.set(name, [...(map.get(name) ?? []), one]);
  };
  for (const one of existing) {
    const names = namesOf(
      one.title,
      one.csl.URL,
      one.versions.map(({ fileName }) => fileName),
    );
    note(bySign.address, names.address, one);
    note(bySign.title, names.title, one);
    for (const stem of names.stems) note(bySign.stem, stem, one);
  }
  return ({ title, csl, fileName, textId }) => {
    const names = namesOf(title, csl.URL, [fileName]);
    const signs: readonly [VersionSign, readonly One[] | undefined][] = [
      ['address', bySign.address.get(names.address)],
      ['title', bySign.title.get(names.title)],
      ['file name', bySign.stem.get(names.stems[0]!)],
    ];
    for (const [by, all] of signs) {
      const found = (all ?? []).filter((one) => one.versions.every((version) => version.textId !== textId));
      if (found.length === 1) return { document: found[0]!, by };
      if (found.length > 1) return null;
    }
    return null;
  };
}

/** The same for one thing that arrived. */
export const looksLikeNewVersion = <One extends Known>(
  arrived: ArrivedText,
  existing: Iterable<One>,
): LikelyVersion<One> | null => versionFinder(existing)(arrived);

/** The instant, or the one behind an earlier version's where that came from a clock that is ahead. */
function after(earlier: string, now: string): string {
  const time = Date.parse(earlier);
  return now > earlier || Number.isNaN(time) ? now : new Date(time + 1).toISOString();
}

/**
 * The versions of a document with one more, which is the newest.
 * @returns `same-text` where the text is a version of this document already
 */
export function planVersion(
  document: Pick<Document, 'versions'>,
  arrived: Omit<TextVersion, 'importedAt'>,
  now: string,
): Result<TextVersion[], 'same-text'> {
  if (document.versions.some(({ textId }) => textId === arrived.textId)) return no('same-text');
  return yes([...document.versions, { ...arrived, importedAt: after(newestVersion(document).importedAt, now) }]);
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
