/** What the parts of an exported page share: the ids they lead to each other by, and the marking's chip. */
import type { Marking } from '../../model/marking';
import type { ShownPassage } from '../outgoing/passages';
import type { BriefingWords } from '../words';

/** What a walk through a model knows of the page it writes. */
export interface Page {
  readonly prefix: string;
  readonly level: number;
  /** References whose first citation stands already: the way back from the list leads there. */
  readonly cited: Set<number>;
  readonly pictures: ReadonlyMap<string, string> | undefined;
  readonly passages: ReadonlyMap<string, ShownPassage>;
  /** Excerpt id to the key of its passage in the list. */
  readonly keys: ReadonlyMap<string, string>;
  readonly words: BriefingWords;
}

/** A part's name for assistive technology; with several briefings on a page the briefing's title is part of it. */
export const labelled = (prefix: string, part: string): string =>
  `aria-labelledby="${prefix === '' ? '' : `${prefix}title `}${prefix}${part}"`;

/** The label in its standard colours: coloured text on black. */
export const markingHtml = (marking: Marking): string =>
  `<strong class="tlp ${marking.toLowerCase().replace(/[^a-z]+/g, '-')}">${marking}</strong>`;
