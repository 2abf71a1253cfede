/** Bundles in a folder that several replicas share: docs/exchange-folder.md says how. */
export {
  isKnown,
  MOST_CHANGES,
  newBook,
  nextSeq,
  noteCleared,
  noteQuiet,
  noteSeen,
  noteWritten,
  toClear,
  toTakeIn,
  toWrite,
} from './book';
export type { Book, FolderFile, Seen, Written } from './book';
export { changesOf, documentsOf, neededBy } from './changes';
export { FOLDER_SUFFIX, SEALED_SUFFIX, folderName, readFolderName } from './names';
