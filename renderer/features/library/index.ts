import type { completeDocuments as complete } from './complete/complete';

export { LibraryView } from './LibraryView';
export { NameView } from './NameView';
export { DocumentDetails } from './DocumentDetails';
export { DocumentsView } from './DocumentsView';
export { OverviewView } from './OverviewView';
export { pastedOf } from './paste/pasted';
export { importFiles, importFolder, importPastedText } from './importDocuments';
export { readByOcr } from './ocr/readByOcr';
export { importVersion, joinVersion } from './newVersion/importVersion';
export { compareDocuments, showNearCopies } from './near/openCompare';
export { openSampleCase } from './openSample';

/** Brings in bibliographic data; its readers come when they are asked for. */
export const completeDocuments: typeof complete = async (...args) =>
  (await import('./complete/complete')).completeDocuments(...args);
