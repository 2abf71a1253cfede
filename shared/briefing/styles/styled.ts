/** The citations and references of a briefing in a reference style, at once. Loads the citation processor: use it with `import()`. */
import type { BodyNode } from '../../model/briefing';
import type { EvidenceLookup, References } from '../references';
import type { Locales } from './locales';
import { process } from './processor';
import type { CslStyle } from './readStyle';
import { styledFrom, styleRequest } from './styledReferences';
import type { StyledReferences } from './styledReferences';

export interface StyleChoice {
  readonly style: CslStyle;
  readonly locales: Locales;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Labels for each group of citations of the body, and the references in the order of the style.
 * @param references as `numberReferences` gives them for the same body and lookup
 * @throws where the processor cannot work with the style
 */
export function styledReferences(
  references: References,
  body: BodyNode,
  { style, locales, language }: StyleChoice,
  lookup: EvidenceLookup,
): StyledReferences {
  const request = styleRequest(references, body, style.kind, lookup);
  return styledFrom(references, style, request, process(style, locales, language, request.items, request.groups));
}
