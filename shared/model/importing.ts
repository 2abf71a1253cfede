/** A document from a text that was just read: its fields, and whether the case has that text already. */
import { isoOf } from './csl';
import type { CslItem } from './csl';
import type { Document, TextVersion } from './document';
import type { Marking } from './marking';
import type { FieldsOf } from './record';
import { no, yes } from './result';
import type { Result } from './result';

/** Characters of a BCP 47 tag that a record holds. */
const LONGEST_LANGUAGE = 35;

export interface Arrived {
  readonly title: string;
  readonly textId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly originalId: string | null;
  readonly extractor: string;
  /** What the file says of itself; its title is the document's. */
  readonly csl: Partial<CslItem>;
  /** BCP 47; empty where unknown. */
  readonly language: string;
}

/** The same text as one of these documents', whatever version of it. */
export const findByText = (textId: string, documents: Iterable<Document>): Document | undefined => {
  for (const document of documents) if (document.versions.some((version) => version.textId === textId)) return document;
  return undefined;
};

/**
 * The fields of a new document.
 * @param now ISO 8601 instant of the import
 * @returns `already-here` with the title of the document that holds this very text
 */
export function planDocument(
  arrived: Arrived,
  marking: Marking,
  existing: Iterable<Document>,
  now: string,
): Result<FieldsOf<Document>, 'already-here'> {
  const known = findByText(arrived.textId, existing);
  if (known) return no('already-here', known.title);
  const version: TextVersion = {
    textId: arrived.textId,
    importedAt: now,
    fileName: arrived.fileName,
    mediaType: arrived.mediaType,
    originalId: arrived.originalId,
    extractor: arrived.extractor,
  };
  return yes({
    title: arrived.title,
    csl: { type: 'document', ...arrived.csl, title: arrived.title },
    sourceId: null,
    originId: null,
    language: arrived.language.length <= LONGEST_LANGUAGE ? arrived.language : '',
    marking,
    state: 'unread',
    note: '',
    versions: [version],
  });
}

/** The day or month or year the document was published, ISO 8601; empty where unknown. */
export const publishedOn = (document: Pick<Document, 'csl'>): string => isoOf(document.csl.issued);
