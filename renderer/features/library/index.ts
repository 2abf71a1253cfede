export { LibraryView } from './LibraryView';
export { NameView } from './NameView';
export { DocumentDetails } from './DocumentDetails';
export { DocumentsView } from './DocumentsView';
export { OverviewView } from './OverviewView';
export { pastedOf } from './paste/pasted';
export { importFiles, importFolder, importPastedText } from './importDocuments';
export { openSampleCase } from './openSample';
