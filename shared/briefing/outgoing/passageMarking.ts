/** How strict a passage of a briefing is: by what it cites, as that is marked now or was when it was cited. */
import type { BodyNode } from '../../model/briefing';
import { effectiveMarking, MARKINGS, strictest } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { EvidenceLookup } from '../references';

/** What decides how strict a passage is. */
export interface Markings {
  readonly lookup: EvidenceLookup;
  /** The marking of the document a picture belongs to; null where it belongs to none. */
  readonly ofPicture: (originalId: string) => Marking | null;
}

const isMarking = (value: unknown): value is Marking => (MARKINGS as readonly unknown[]).includes(value);

/**
 * The marking of what one citation or quotation points at. Of an excerpt that is gone it is the one kept when it was
 * cited; where none was kept nobody knows how far its words may go, and the strictest holds.
 */
function citedMarking({ attrs = {} }: BodyNode, lookup: EvidenceLookup): Marking {
  const excerpt = lookup.excerpt(attrs['excerptId'] as string);
  const document = excerpt && lookup.document(excerpt.documentId);
  if (excerpt && document) return effectiveMarking(excerpt.marking, document.marking);
  return isMarking(attrs['marking']) ? attrs['marking'] : 'TLP:RED';
}

/** The strictest of what the nodes cite and show, footnotes aside; TLP:CLEAR where they cite nothing. */
export function passageMarking(nodes: readonly BodyNode[], markings: Markings): Marking {
  return strictest(
    nodes.map((node) => {
      if (node.type === 'citation' || node.type === 'quotation') return citedMarking(node, markings.lookup);
      if (node.type === 'footnote') return null;
      const below = passageMarking(node.content ?? [], markings);
      if (node.type !== 'figure') return below;
      return strictest([below, markings.ofPicture(node.attrs!['originalId'] as string)]);
    }),
  );
}
