/** References from other programs: what the other rooms may use. */
export { textOf } from './entry';
export type { ReferenceEntry } from './entry';
export { readReferenceEntries, readReferences, REFERENCE_EXTRACTOR } from './read';
export type { ReferenceFile } from './read';
export { REFERENCES_REFUSALS, referencesRefusalSentence } from './refusals';
export type { ReferencesRefusal } from './refusals';
