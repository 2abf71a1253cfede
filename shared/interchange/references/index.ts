/** References from other programs: what the other rooms may use. */
export { readReferences } from './read';
export { REFERENCES_REFUSALS, referencesRefusalSentence } from './refusals';
export type { ReferencesRefusal } from './refusals';
