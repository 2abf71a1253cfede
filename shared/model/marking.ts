/** Traffic Light Protocol 2.0 (FIRST, August 2022): labels, order, colours. */
import { z } from 'zod';

/** From freest to strictest. */
export const MARKINGS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const;
export type Marking = (typeof MARKINGS)[number];
export const markingSchema = z.enum(MARKINGS);

/** Text colour of each label, always on black (#000000). */
export const MARKING_INK: Readonly<Record<Marking, string>> = {
  'TLP:CLEAR': '#FFFFFF',
  'TLP:GREEN': '#33FF00',
  'TLP:AMBER': '#FFC000',
  'TLP:AMBER+STRICT': '#FFC000',
  'TLP:RED': '#FF2B2B',
};

/** Who may have it, in a clause. */
export const MARKING_SENSE: Readonly<Record<Marking, string>> = {
  'TLP:CLEAR': 'no limit on sharing',
  'TLP:GREEN': 'the community, not public channels',
  'TLP:AMBER': 'the recipient’s organisation and its clients, need to know',
  'TLP:AMBER+STRICT': 'the recipient’s organisation only, need to know',
  'TLP:RED': 'the named recipients only',
};

/** How strict a label is: 0 for TLP:CLEAR to 4 for TLP:RED. */
export const strictness = (marking: Marking): number => MARKINGS.indexOf(marking);

/** The strictest of the labels given; TLP:CLEAR where none is. */
export function strictest(markings: Iterable<Marking | null | undefined>): Marking {
  let level = 0;
  for (const marking of markings) if (marking) level = Math.max(level, strictness(marking));
  return MARKINGS[level]!;
}

/** The effective marking of an excerpt: the stricter of its own and its document's. */
export const effectiveMarking = (own: Marking | null, ofDocument: Marking): Marking => strictest([own, ofDocument]);
