/** Which version of a document the reader shows: the newest, one that was picked, or the one an excerpt stands in. */
import { useMemo } from 'react';
import { versionsInOrder } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { useRow } from '../../store/hooks';

export interface ShownVersion {
  /** The text that was picked; the newest where absent. */
  readonly version?: string;
  /** The excerpt that was asked for. */
  readonly excerptId?: string;
}

/**
 * The document as it was up to the version shown, which so is the newest of it; undefined while that is read. A version
 * that is not the document's is the newest.
 */
export function useShownVersion(
  document: Document | null | undefined,
  { version, excerptId }: ShownVersion,
): Document | null | undefined {
  const asked = useRow('excerpts', version === undefined ? excerptId : undefined);
  const textId = version ?? asked?.textId;
  const isWaiting = version === undefined && excerptId !== undefined && asked === undefined;
  return useMemo(() => {
    if (!document) return document;
    if (isWaiting) return undefined;
    if (document.versions.length === 1) return document;
    const versions = versionsInOrder(document);
    const at = versions.findIndex((one) => one.textId === textId);
    return { ...document, versions: at < 0 ? [...versions] : versions.slice(0, at + 1) };
  }, [document, textId, isWaiting]);
}
