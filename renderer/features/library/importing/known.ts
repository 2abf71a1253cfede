/** What the case and this import have of files and texts already, so that the same one does not come in twice. */
import type { Document } from '@shared/model/document';

export interface Twin {
  readonly same: 'file' | 'text';
  readonly documentId: string;
  readonly title: string;
}

export interface Known {
  /** The document made from the very same bytes. */
  file(originalId: string): Twin | undefined;
  /** The document that has the very same text. */
  text(textId: string): Twin | undefined;
  /** Notes a document of this import. */
  add(document: { id: string; title: string; originalId: string | null; textId: string }): void;
}

/** @param documents those of the case when the import begins */
export function knownOf(documents: Iterable<Document>): Known {
  const files = new Map<string, Twin>();
  const texts = new Map<string, Twin>();
  const note = (documentId: string, title: string, originalId: string | null, textId: string): void => {
    if (originalId !== null && !files.has(originalId)) files.set(originalId, { same: 'file', documentId, title });
    if (!texts.has(textId)) texts.set(textId, { same: 'text', documentId, title });
  };
  for (const { id, title, versions } of documents)
    for (const { originalId, textId } of versions) note(id, title, originalId, textId);
  return {
    file: (originalId) => files.get(originalId),
    text: (textId) => texts.get(textId),
    add: ({ id, title, originalId, textId }) => note(id, title, originalId, textId),
  };
}
