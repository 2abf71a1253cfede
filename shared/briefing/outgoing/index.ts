/** A briefing made ready to leave: up to a marking, its names replaced, its model built from what is left. */
export { releaseOf } from './release';
export type { Release, ReleaseEvidence, ReleaseWishes } from './release';
export { nameFinder, pseudonymsOf } from './pseudonyms';
export type { Pseudonym } from './pseudonyms';
export { SURROUNDINGS_LENGTH } from './context';
export type { Surroundings } from './context';
export type { ShownPassage } from './passages';
export type { Leftover } from './leftovers';
export type { PassageKind, WithheldPassage } from './withhold';
