/** What is said of an exchange folder: refusals of the host, and what came in. */
import type { FileRefusal } from '@shared/platform';
import type { MergeReport } from '../../../store/mergeCase';

const REFUSED: Readonly<Record<FileRefusal, string>> = {
  cancelled: '',
  unreadable:
    'The folder cannot be read now: the share or the stick may be away. Nothing was changed; it is tried again.',
  'too-large': 'There are more bundles in the folder than can be looked at. Choose a folder that is only for this.',
  'no-space': 'There is no room left in the folder. Your changes are kept here and written when there is.',
  'not-allowed':
    'The folder may not be read or written. Nothing was changed; press “Exchange now” to be asked for leave again.',
  'handle-unknown': 'The folder is no longer known here. Choose it again; nothing in it is lost.',
};

/** Of the folder as a whole. */
export const folderSentence = (reason: FileRefusal): string => REFUSED[reason];

/** Of one file in it that could not be read. */
export const fileSentence = (reason: FileRefusal): string =>
  reason === 'too-large'
    ? 'The file is larger than a bundle may be. Nothing of it was taken in.'
    : 'The file cannot be read now. Nothing of it was taken in; it is tried again.';

export const REDACTED =
  'The bundle is a redacted copy. Nothing of it was taken in by itself; open it by hand if you want what it holds.';

export const isChange = ({ added, changed, deleted, conflicts }: MergeReport): boolean =>
  added + changed + deleted + conflicts > 0;

/** What came, in a few words. */
export function reportWords(report: MergeReport): string {
  if (!isChange(report)) return 'nothing new';
  const parts = [
    [report.added, 'new'],
    [report.changed, 'changed'],
    [report.deleted, 'deleted'],
    [report.conflicts, 'set aside for review'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}
