/** A briefing's citations and references in its style, read once: for an export. */
import type { EvidenceLookup, References } from '@shared/briefing/references';
import { styledFrom, styleRequest } from '@shared/briefing/styles/styledReferences';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import type { BodyNode } from '@shared/model/briefing';
import { chosenStyle } from './ownStyles';
import type { OwnStyle } from './ownStyles';
import { askStyler } from './styler';

/**
 * The body's labels and references; null where the style cannot be used, and the plain numbered list stands.
 * @param body clean, as `cleanBody` gives it
 * @param styleId of a style that comes with the program or of an own one
 */
export async function styledBriefing(
  references: References,
  body: BodyNode,
  lookup: EvidenceLookup,
  language: string,
  styleId: string,
  own: readonly OwnStyle[],
): Promise<StyledReferences | null> {
  if (references.list.length === 0) return null;
  const { name, ask } = chosenStyle(styleId, own);
  const request = styleRequest(references, body, name.kind, lookup);
  const processed = await askStyler({ style: ask, language, items: request.items, groups: request.groups });
  return processed && styledFrom(references, name, request, processed);
}
