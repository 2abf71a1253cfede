/**
 * Bibliographic data from elsewhere for documents that are here: which reference is whose, and what it has that the
 * document has not. Pure; nothing a person wrote is replaced unless asked for.
 */
import type { CslItem } from './csl';
import type { Document } from './document';

export type MatchReason = 'file' | 'address' | 'title';

export interface Reference {
  readonly csl: CslItem;
  /** Names of attached files. */
  readonly attachments: readonly string[];
}

export interface Match {
  readonly documentId: string;
  readonly because: MatchReason;
}

/** Letters and digits of a title, without case, accents and punctuation. */
const titleKey = (title: string): string =>
  title
    .normalize('NFKD')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Shorter titles ("Report") are no sign. */
const SHORTEST_TITLE = 8;

/** An address without what does not tell one page from another: protocol, `www`, fragment, marks of campaigns. */
export function addressKey(address: string): string {
  const [place, query = ''] = address.trim().replace(/#.*$/, '').split('?');
  const key = place!
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/+$/, '');
  const host = /^[^/]*/.exec(key)![0];
  const kept = query.split('&').filter((part) => part !== '' && !/^(?:utm_[a-z]+|fbclid|gclid)=/i.test(part));
  return `${host.toLowerCase()}${key.slice(host.length)}${kept.length > 0 ? `?${kept.sort().join('&')}` : ''}`;
}

const fileKey = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .normalize('NFC')
    .toLocaleLowerCase();

/** Documents by a key; one that two documents share tells neither. */
function keyed(documents: readonly Document[], keysOf: (document: Document) => readonly string[]): Map<string, string> {
  const byKey = new Map<string, string>();
  const shared = new Set<string>();
  for (const document of documents) {
    for (const key of new Set(keysOf(document))) {
      if (key === '') continue;
      if (byKey.has(key)) shared.add(key);
      byKey.set(key, document.id);
    }
  }
  for (const key of shared) byKey.delete(key);
  return byKey;
}

/**
 * The document each reference is about: by the name of its attached file, its address (a DOI is one), or its title.
 * Null where none is; no document is given to two references.
 */
export function matchReferences(references: readonly Reference[], documents: readonly Document[]): (Match | null)[] {
  const byFile = keyed(documents, ({ versions }) => versions.map(({ fileName }) => fileKey(fileName)));
  const byAddress = keyed(documents, ({ csl }) => [addressKey(csl.URL ?? '')]);
  const byTitle = keyed(documents, ({ title, csl }) =>
    [title, csl.title ?? ''].map(titleKey).filter((key) => key.length >= SHORTEST_TITLE),
  );
  const looks: readonly (readonly [MatchReason, (reference: Reference) => readonly (string | undefined)[]])[] = [
    ['file', ({ attachments }) => attachments.map((name) => byFile.get(fileKey(name)))],
    ['address', ({ csl }) => [byAddress.get(addressKey(csl.URL ?? ''))]],
    ['title', ({ csl }) => [byTitle.get(titleKey(csl.title ?? ''))]],
  ];
  const matches: (Match | null)[] = references.map(() => null);
  const taken = new Set<string>();
  // The surer sign goes first for all of them.
  for (const [because, look] of looks) {
    references.forEach((reference, i) => {
      const documentId = matches[i] ? undefined : look(reference).find((id) => id !== undefined && !taken.has(id));
      if (documentId === undefined) return;
      taken.add(documentId);
      matches[i] = { documentId, because };
    });
  }
  return matches;
}

/** Fields of the reference that the document lacks, or says otherwise. */
export interface Completion {
  readonly missing: readonly (keyof CslItem)[];
  readonly different: readonly (keyof CslItem)[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function completionOf(document: Pick<Document, 'csl'>, reference: CslItem): Completion {
  const missing: (keyof CslItem)[] = [];
  const different: (keyof CslItem)[] = [];
  for (const field of Object.keys(reference) as (keyof CslItem)[]) {
    // The title is the record's own; "document" is said by what knows no better.
    if (field === 'title' || (field === 'type' && reference.type === 'document')) continue;
    const has = document.csl[field];
    if (has === undefined || (field === 'type' && has === 'document')) missing.push(field);
    else if (!same(has, reference[field])) different.push(field);
  }
  return { missing, different };
}

/** The document's data with the reference's: what is missing, and where `replaces` is set what differs too. */
export function completed(document: Pick<Document, 'csl'>, reference: CslItem, replaces: boolean): CslItem {
  const { missing, different } = completionOf(document, reference);
  const fields = replaces ? [...missing, ...different] : missing;
  return { ...document.csl, ...Object.fromEntries(fields.map((field) => [field, reference[field]])) };
}
