/** A document as a citation style reads it: its CSL-JSON, with what the case knows besides. */
import type { CslItem } from '../../model/csl';
import type { Document } from '../../model/document';
import type { Source } from '../../model/source';

/**
 * The document's item. The source that published it stands in for a missing publisher; a publisher of the same name as
 * the newspaper or site is left out, so that no style says it twice.
 */
export function citedItem(document: Document, publisher: Source | undefined): CslItem {
  const { publisher: named, ...csl } = document.csl;
  const issuer = named ?? publisher?.name;
  const language = csl.language ?? document.language;
  return {
    ...csl,
    title: document.title,
    ...(issuer && issuer !== csl['container-title'] && { publisher: issuer }),
    ...(language !== '' && { language }),
  };
}
