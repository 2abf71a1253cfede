/**
 * Lines at the end of a description that say what a record has no field for ("Set: Interviews"). A person can read them
 * where they stand, and a project is written from them again.
 */

export const FOLDER_LINE = 'Folder: not used for coding';
export const SET = 'Set';
export const ALIAS = 'Also called';

/** Sets named so hold the notes that this program wrote of records of a kind. */
export const NOTE_SET = 'Kind of note: ';

/** Sets named so hold the tags of a kind. */
export const KIND_SET = 'Kind of tag: ';

export interface Labelled {
  /** The description without its labelled lines. */
  readonly text: string;
  readonly sets: readonly string[];
  readonly aliases: readonly string[];
  readonly isFolder: boolean;
}

/** One line of a name. */
export const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** A labelled line. */
export const labelledLine = (label: string, words: string): string => `${label}: ${oneLine(words)}`;

/** Parts of a description, one below the other; empty ones and repeated ones left out. */
export const paragraphs = (parts: readonly string[]): string =>
  [...new Set(parts.map((part) => part.trim()).filter(Boolean))].join('\n\n');

export type Label = 'Set' | 'Also called' | 'Folder';

/** A description taken apart; lines of other labels than these are left where they are. */
export function readLabelled(description: string, labels: readonly Label[]): Labelled {
  const sets: string[] = [];
  const aliases: string[] = [];
  let isFolder = false;
  const rest = description.split('\n').filter((line) => {
    const match = /^(Set|Also called|Folder): (.+)$/.exec(line);
    const [, label, words] = (match ?? []) as unknown as [string, Label, string];
    if (!match || !labels.includes(label)) return true;
    if (label === SET) sets.push(words.trim());
    else if (label === ALIAS) aliases.push(words.trim());
    else if (line === FOLDER_LINE) isFolder = true;
    else return true;
    return false;
  });
  return {
    text: rest
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    sets,
    aliases,
    isFolder,
  };
}

/** A description with its labelled lines below it, in one order whatever order they came in. */
export const writeLabelled = (text: string, lines: readonly string[]): string =>
  paragraphs([text, [...new Set(lines)].sort().join('\n')]);
