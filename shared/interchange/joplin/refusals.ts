/** Why a Joplin export was not read: a closed list, each with its sentence. */

const refusals = {
  empty: () => 'There are no notes in the file. Nothing was imported.',
  'too-large': () => 'The export is larger than 512 MB. Nothing was imported; export the notebooks one by one.',
  'too-many': () =>
    'The export holds more files than can be read here. Nothing was imported; export the notebooks one by one.',
  'not-an-archive': () =>
    'The file is not a Joplin export. Nothing was imported. In Joplin choose File, Export all, JEX.',
  'cut-short': () => 'The export was cut short or damaged. Nothing was imported. Export it again.',
} as const satisfies Record<string, () => string>;

export type JoplinRefusal = keyof typeof refusals;
export const JOPLIN_REFUSALS = Object.keys(refusals) as readonly JoplinRefusal[];

/** What happened, what is unchanged, what to do. */
export const joplinRefusalSentence = (reason: JoplinRefusal): string => refusals[reason]();
