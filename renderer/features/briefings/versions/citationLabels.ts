/** What stands for a citation where two texts are compared: numbers differ between them, so it says whose words it cites. */
import { citedPlace, EXCERPT_DELETED } from '@shared/briefing/references';
import type { EvidenceLookup } from '@shared/briefing/references';
import type { LabelOf } from '@shared/briefing/diffLines';

const LONGEST = 40;

/** `[Harbour Gazette, ¶5]`. */
export function labelsOf(ids: readonly string[], lookup: EvidenceLookup): LabelOf {
  const labels = new Map<string, string>();
  for (const id of ids) {
    const excerpt = lookup.excerpt(id);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (!excerpt || !document) continue;
    const { saidBy, place } = citedPlace(excerpt, document, lookup);
    const publisher = document.sourceId ? lookup.source(document.sourceId)?.name : undefined;
    const name = saidBy ?? publisher ?? document.title;
    const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
    labels.set(id, `[${[short, place].filter(Boolean).join(', ')}]`);
  }
  return (id) => labels.get(id) ?? `[${EXCERPT_DELETED}]`;
}
