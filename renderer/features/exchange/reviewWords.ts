/** The words of the review of a merge. */
import type { Choice, ReviewKind } from '@shared/merge/reviewMerge';

export const KIND_WORDS: Readonly<Record<ReviewKind, string>> = {
  conflict: 'In conflict',
  new: 'New',
  newer: 'Newer there',
  deleted: 'Deleted there',
  older: 'Older there',
  same: 'Same',
};

export const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  join: 'Join',
  theirs: 'Take theirs',
  mine: 'Keep mine',
};

/** What may be decided of a record of this kind; of one that is the same on both sides nothing. */
export function choicesFor(kind: ReviewKind): readonly Choice[] {
  if (kind === 'same') return [];
  return kind === 'new' || kind === 'deleted' ? ['join', 'mine'] : ['join', 'theirs', 'mine'];
}

/** What a choice is called for a record of this kind. */
export function choiceWord(kind: ReviewKind, choice: Choice): string {
  if (kind === 'new') return choice === 'mine' ? 'Delete it' : 'Take it';
  if (kind === 'deleted') return choice === 'mine' ? 'Keep mine' : 'Delete here too';
  return CHOICE_WORDS[choice];
}

/** What follows from a choice, in a sentence. */
export function choiceDetail(kind: ReviewKind, choice: Choice): string {
  if (choice === 'join') {
    if (kind === 'new') return 'It is added to this case.';
    if (kind === 'deleted') return 'It goes here as it did there.';
    if (kind === 'conflict') return 'The newer edit of each field stays; the other value is set aside for later.';
    return kind === 'older' ? 'What is here stays.' : 'The newer edit of each field stays.';
  }
  if (kind === 'new') return 'It is deleted, also for the others once they take in your work.';
  return choice === 'mine'
    ? 'Your version stands, also for the others once they take in your work.'
    : 'Their version stands, also in fields that are newer here.';
}
