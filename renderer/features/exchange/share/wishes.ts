/** What is chosen of a bundle before it is made: for whom, what of the case, how much of it, how it is locked. */
import { NEW_RECIPIENT } from '@shared/bundle/share/recipient';
import type { Recipient } from '@shared/bundle/share/recipient';
import type { PageLanguage } from '@shared/bundle/pageWords';
import type { ShareChoice } from '@shared/bundle/share/select';
import type { Marking } from '@shared/model/marking';

export type SharePart = ShareChoice['what'] | 'since';
export type LockKind = 'none' | 'passphrase' | 'key';

export interface ShareWishes {
  readonly recipientId: string | null;
  readonly part: SharePart;
  readonly documentIds: readonly string[];
  readonly tagId: string | null;
  readonly briefingId: string | null;
  readonly ceiling: Marking | null;
  readonly pseudonyms: boolean;
  readonly privateNotes: boolean;
  readonly originals: boolean;
  /** Of the page to read. */
  readonly language: PageLanguage;
  readonly lock: LockKind;
  readonly passphrase: string;
  /** Their public key of age. */
  readonly key: string;
  readonly sign: boolean;
}

export const firstWishes = (part: SharePart = 'case'): ShareWishes => ({
  recipientId: null,
  part,
  documentIds: [],
  tagId: null,
  briefingId: null,
  ...limitsOf(NEW_RECIPIENT),
  lock: 'none',
  passphrase: '',
  sign: true,
});

/** What holds for a recipient, as wishes. */
export const limitsOf = ({
  ceiling,
  pseudonyms,
  privateNotes,
  originals,
  language,
  key,
}: Omit<Recipient, 'id' | 'name' | 'has'>) => ({
  ceiling,
  pseudonyms,
  privateNotes,
  originals,
  language,
  key,
});

/** What is missing before a bundle can be made, in words for the control; null where nothing is. */
export interface Missing {
  readonly at: 'part' | 'passphrase' | 'key';
  readonly words: string;
}

/** The chosen part; null where it is "since", or nothing is chosen yet. */
export function choiceOf(wishes: ShareWishes, excerptIds: readonly string[]): ShareChoice | null {
  const { part, documentIds, tagId, briefingId } = wishes;
  switch (part) {
    case 'case':
      return { what: 'case' };
    case 'documents':
      return documentIds.length > 0 ? { what: 'documents', ids: documentIds } : null;
    case 'tag':
      return tagId === null ? null : { what: 'tag', id: tagId };
    case 'briefing':
      return briefingId === null ? null : { what: 'briefing', id: briefingId };
    case 'excerpts':
      return excerptIds.length > 0 ? { what: 'excerpts', ids: excerptIds } : null;
    case 'since':
      return null;
  }
}
