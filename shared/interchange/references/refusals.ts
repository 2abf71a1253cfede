/** Why a file of references was not read: a closed list, each with its sentence. */

const refusals = {
  empty: () => 'There are no references in the file. Nothing was imported.',
  'too-large': () => 'The file is larger than 64 MB. Nothing was imported; export it in parts.',
  'too-many': () => 'The file holds more than 50,000 references. Nothing was imported; export it in parts.',
  'not-references': () =>
    'The file is neither CSL-JSON nor RIS nor BibTeX. Nothing was imported. In Zotero choose Export Library and one of these formats.',
} as const satisfies Record<string, () => string>;

export type ReferencesRefusal = keyof typeof refusals;
export const REFERENCES_REFUSALS = Object.keys(refusals) as readonly ReferencesRefusal[];

/** What happened, what is unchanged, what to do. */
export const referencesRefusalSentence = (reason: ReferencesRefusal): string => refusals[reason]();
