/** Joplin exports: what the other rooms may use. */
export { readJoplin } from './read';
export { JOPLIN_REFUSALS, joplinRefusalSentence } from './refusals';
export type { JoplinRefusal } from './refusals';
