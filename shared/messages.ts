/** Every sentence for refusals and failures: what happened, what is unchanged, what to do. */

const plain = {
  'name-empty': () => 'A name is needed. Nothing was changed.',
  'name-too-long': () => 'That name is too long. Nothing was changed; use at most 200 characters.',
  'name-taken': (name: string) => `There is a tag “${name}” at this place already. Nothing was changed.`,
  'nothing-selected': () => 'No words are selected. Select the words to keep, then press E.',
  'no-last-tags': () => 'No excerpt of this case was tagged yet here. Tag one with T; the next can be tagged like it.',
  'selection-too-long': () => 'That passage is longer than 20,000 characters. Select less of it.',
  'split-outside': () =>
    'The caret stands outside the excerpt or at its edge. Put it before the word the second part begins with. Nothing was changed.',
  'merge-one': () =>
    'There is no second excerpt to merge with. Select two that overlap or stand side by side in one text.',
  'merge-documents': () => 'The excerpts stand in different texts. Nothing was changed.',
  'merge-apart': () =>
    'There are words between the excerpts. Nothing was changed; move their ends together first, with B.',
  'merge-too-much': () =>
    'Together their notes, tags or figures are more than one excerpt can hold. Nothing was changed.',
  'already-linked': () => 'These two are linked in this way already. Nothing was changed.',
  'same-record': () => 'A record cannot be linked to itself. Choose another one.',
  'same-source': () => 'A source cannot take its information from itself.',
  'origin-ring': (name: string) => `“${name}” itself takes its information from this source. Nothing was changed.`,
  'move-into-itself': () => 'A tag cannot stand below itself. Nothing was moved.',
  'same-tag': () => 'Choose another tag to merge into.',
  'not-found': () => 'It is no longer there: it was deleted here or in another window.',
  'nothing-to-undo': () => 'There is nothing to take back.',
  'changed-since': (label: string) =>
    `“${label}” cannot be taken back: the same thing was changed since, in another window or by a merge. The step is kept.`,
  'picture-type': () => 'Only PNG, JPEG, WebP and GIF pictures can stand in a briefing. Nothing was added.',
  'picture-too-large': () => 'That picture is larger than 10 MB. Nothing was added; make it smaller first.',
  'no-case': () => 'Open a case first.',
  'date-unclear': () =>
    'That is not a date this program understands. Write 2024-11-04, 2024-11, 2024, or 2024-10-25/2024-10-31.',
  'marking-too-low': (detail: string) =>
    `The briefing cites passages that are stricter: ${detail}. Its marking was left as it was.`,
  'reason-missing': () => 'Say in a few words why. Nothing was changed.',
  'nothing-to-lower': () =>
    'Nothing this briefing cites is stricter than that label. Nothing was changed; choose the label itself.',
  'template-broken': (name: string) =>
    `“${name}” is not a template of this program, or it is damaged. Nothing was imported; ask for the file again.`,
  'template-about-missing': () => 'This template is filled from one of them. Choose which. Nothing was created.',
  'own-label-above': (ceiling: string) =>
    `The note’s own label is stricter than ${ceiling}, and covers what it says without citing anything. Nothing was written. Say that these words may leave, or choose the note’s own label.`,
  'no-briefing': () => 'Open a briefing first. Nothing was changed.',
  'no-passage': () => 'No words are selected. Select the words to comment on in the text of the briefing.',
  'comment-empty': () => 'A comment needs words. Nothing was changed.',
  'comment-too-long': () => 'That comment is longer than 20,000 characters. Nothing was changed; say it in less.',
  'already-this-text': (name: string) => `The text is that of “${name}” already. Nothing was changed.`,
  cancelled: () => '',
  unreadable: (name: string) =>
    `“${name}” could not be read. Nothing was imported; check that the file is still there.`,
  'too-large': (name: string) => `“${name}” is too large to read here. Nothing was imported.`,
  'no-space': () => 'The disk is too full to write this. Nothing was written; free some space and try again.',
  'not-allowed': (name: string) => `The system does not allow access to “${name}”. Nothing was changed.`,
  'handle-unknown': () => 'The file is no longer at hand. Choose it again.',
  'nothing-to-take': () => 'Nothing was chosen. Nothing was changed.',
  'original-gone': () =>
    'The file this document came from is not kept here: it was pasted, or left out of a bundle. Nothing was changed.',
  'copy-not-opened': () =>
    'No program of this computer opened the file. Nothing was changed; save the file and open it where it is known.',
  'folder-empty': (name: string) => `There are no files in “${name}”. Nothing was imported; choose another folder.`,
  'folder-too-large': () =>
    'The folder holds more than 20,000 files. Nothing was imported; choose the folders in it one after the other.',
  'already-here': (title: string) => `This text is in the case already, as “${title}”. Nothing was imported.`,
  'same-text': () => 'The file has a text that this document has already. Nothing was changed.',
  'moved-since': () => 'An excerpt was put elsewhere while you decided. Nothing was changed. Import the version again.',
  'version-earlier': () => 'This is an earlier version of the text: excerpts are taken from the newest.',
  'repeats-itself': () => 'That document repeats this one already. Nothing was changed.',
  'nothing-pasted': () => 'There is no text to import. Paste or type it into the field.',
  'case-here': (name: string) => `The case “${name}” is here already.`,
  'format-unknown': (name: string) =>
    `“${name}” is not of a kind that comes in here. Nothing was imported. The formats are listed in the documentation.`,
  'key-locked': () =>
    'Your signing key is locked: the system’s keychain does not give it out to you here. Nothing was written. Switch “Signed by you” off, or sign in as the user it was made by.',
  'bundle-too-large': () =>
    'The case is larger than one bundle may be (4 GB in all, 1 GB for an original file), or than another program’s file may be (500 MB). Nothing was written; remove documents that are no longer needed.',
  'print-failed': () => 'The PDF could not be made. The briefing is unchanged; try again, or export it as HTML.',
  'source-in-use': (users: string) =>
    `This source is named by ${users}. Nothing was deleted; give them another source first.`,
  'term-unknown': () => 'That word is not on the case’s scale of likelihood. Nothing was changed; choose one that is.',
  'judgement-same-briefing': () =>
    'A judgement goes on from one of another briefing. Nothing was changed; choose a judgement of an earlier note.',
  'judgement-circle': () => 'That judgement itself goes on from this one. Nothing was changed; choose an earlier one.',
  'statement-empty': () => 'A hypothesis needs a statement. Nothing was changed.',
  'statement-too-long': () => 'That statement is too long. Nothing was changed; use at most 2,000 characters.',
} as const satisfies Record<string, (detail: string) => string>;

export type RefusalReason = keyof typeof plain;

/** The sentence for a refusal; an unknown reason is shown as a general one. */
export function refusalSentence(reason: string, detail = ''): string {
  const say = (plain as Record<string, (detail: string) => string>)[reason];
  return say ? say(detail) : `That was not done. Nothing was changed. (${reason})`;
}

const failures = {
  'storage-full':
    'The disk, or the share of it this program may use, is full. Nothing was changed. Free some space, then try again; export the case as a bundle to be safe.',
  'newer-schema':
    'A newer version of Collate has opened this case in another window. Nothing was changed here. Close this window, or reload it to go on with the newer version.',
  'case-deleted':
    'This case was deleted in another window. Nothing else was changed. Go to the other cases; a bundle of it brings it back.',
  'storage-closed':
    'The connection to the case was closed. The last step was not saved. Reload the window and repeat it.',
  'storage-broken':
    'The case’s database cannot be read. Nothing was changed. Restart the program: on the desktop the case is rebuilt from its backup.',
  unknown: 'Something went wrong. Nothing was changed. Try again; if it happens again, copy the report.',
} as const;

export type FailureSentence = keyof typeof failures;

/** The sentence for a failure. */
export const failureSentence = (kind: string): string => (failures as Record<string, string>)[kind] ?? failures.unknown;
