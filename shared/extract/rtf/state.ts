/** What holds inside a group of RTF and is forgotten at its end. */

/** Where letters go: the text, nowhere, a table of the file’s head, or a shape that may hold text deeper down. */
export type Destination = 'text' | 'nowhere' | 'fonts' | 'styles' | 'facts' | 'label' | 'shape';

export interface GroupState {
  destination: Destination;
  /** Where letters went before an alternative (`\upr`) was passed over. */
  beforeAlternative: Destination | null;
  /** The group was marked `\*`, and its first word has not come yet. */
  isMarked: boolean;
  font: number;
  /** Letters that stand in for one in Unicode, to be passed over. */
  standIns: number;
  hidden: boolean;
  deleted: boolean;
  /** Set above the line. */
  raised: boolean;
  style: number;
  /** From 0; null for body text. */
  outline: number | null;
  listLevel: number;
  inTable: boolean;
  fact: string;
  /** What begins with this group and ends with it. */
  opens: 'note' | 'endnote' | 'shape' | 'label' | null;
}

export const FIRST_STATE: GroupState = {
  destination: 'text',
  beforeAlternative: null,
  isMarked: false,
  font: -1,
  standIns: 1,
  hidden: false,
  deleted: false,
  raised: false,
  style: 0,
  outline: null,
  listLevel: 0,
  inTable: false,
  fact: '',
  opens: null,
};
