/** What is said of an exchange folder: refusals of the host, and what came in. */
import type { FileRefusal } from '@shared/platform';
import type { Unlocking } from './round';
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

/** Of an encrypted file that could not be opened. */
export const LOCKED: Readonly<Record<Unlocking, string>> = {
  'no-passphrase': 'The bundle is encrypted. Set the passphrase of the folder, and it is taken in.',
  'wrong-passphrase':
    'The bundle is encrypted with another passphrase than the folder has here. Nothing of it was taken in; ask whose it is for theirs.',
  'sealed-broken': 'The encrypted bundle is damaged or only half there. Nothing of it was taken in; it is tried again.',
};

export const NO_PASSPHRASE =
  'The passphrase of the folder is not at hand. Your changes were not written, so that they do not lie there unencrypted; type it again under “Encrypted”.';
export const NO_KEY =
  'Your signing key is not given out by the keychain. Your changes were not written; sign in as the user who made it, or switch off “Signed by you”.';

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
