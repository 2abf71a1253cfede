/** The reader, and the list of a document's excerpts that stands beside it. */
export { DocumentView } from './DocumentView';
export type { DocumentViewProps } from './DocumentView';
export { DocumentExcerpts } from './DocumentExcerpts';
export { showPassage } from './stage';
