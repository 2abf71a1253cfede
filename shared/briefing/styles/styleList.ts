/** The reference styles that come with the program, in the order they are offered. Their XML lies in `resources/styles`. */

/** How a citation stands in the text: a number, a note below or after it, or the author's name and the year. */
export type StyleKind = 'numeric' | 'note' | 'author-date';

export const STYLES = [
  { id: 'icd-206', name: 'Numbered source references (ICD 206)', kind: 'numeric' },
  { id: 'chicago-notes', name: 'Chicago, notes', kind: 'note' },
  { id: 'apa', name: 'APA', kind: 'author-date' },
  { id: 'ieee', name: 'IEEE', kind: 'numeric' },
  { id: 'iso-690', name: 'ISO 690, name and date', kind: 'author-date' },
] as const satisfies readonly { id: string; name: string; kind: StyleKind }[];

export type BuiltInStyleId = (typeof STYLES)[number]['id'];

/** True for the styles that come with the program; any other id is an analyst's own. */
export const isBuiltInStyle = (id: string): id is BuiltInStyleId => STYLES.some((style) => style.id === id);
