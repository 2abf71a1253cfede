/** The near copies of one document, found again when the documents of the case change. */
import { useEffect, useMemo, useState } from 'react';
import { currentTextId } from '@shared/model/document';
import { useAllRows, useCase } from '../../../store/hooks';
import { findNearCopies } from './nearCopies';
import type { NearCopy } from './nearCopies';

/** Undefined until they are known. The documents in them are as they stand now. */
export function useNearCopies(documentId: string | null): readonly NearCopy[] | undefined {
  const open = useCase();
  const documents = useAllRows('documents');
  const texts = useMemo(() => documents && [...documents.values()].map(currentTextId).sort().join(), [documents]);
  const [found, setFound] = useState<{ of: string | null; texts: string; copies: readonly NearCopy[] } | null>(null);
  useEffect(() => {
    if (!documents || texts === undefined) return undefined;
    const stop = new AbortController();
    void findNearCopies(open, documents, documentId, stop.signal).then(
      (copies) => {
        if (copies) setFound({ of: documentId, texts, copies });
      },
      () => setFound({ of: documentId, texts, copies: [] }),
    );
    return () => stop.abort();
    // Other fields of the documents change nothing of what their texts say.
    // eslint-disable-next-line react/exhaustive-deps
  }, [open, texts, documentId]);
  return useMemo(() => {
    if (!found || !documents || found.of !== documentId || found.texts !== texts) return undefined;
    return found.copies.flatMap(({ document, other, likeness }) => {
      const [one, near] = [documents.get(document.id), documents.get(other.id)];
      return one && near ? [{ document: one, other: near, likeness }] : [];
    });
  }, [found, documents, documentId, texts]);
}
