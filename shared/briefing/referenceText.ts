/** A reference as one line of text with its places, for formats without markup of their own. */
import { entryText } from './entry';
import type { Reference } from './references';

export function placesText(reference: Reference): string {
  const places = reference.places.map((place) => {
    const grade = place.grade ? ` (${place.grade})` : '';
    return `${place.place ?? 'passage'}${grade}${place.saidBy ? `, according to ${place.saidBy}` : ''}`;
  });
  return `Cited: ${places.join('; ')}.`;
}

/** The entry, then where it is cited. */
export const referenceText = (reference: Reference): string => `${entryText(reference.entry)} ${placesText(reference)}`;
