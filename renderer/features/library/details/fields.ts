/** Which bibliographic fields matter for which type of document, and what each is called there. Pure. */
import type { CslItem, CslType } from '@shared/model/csl';

export type CslTextField = 'container-title' | 'publisher' | 'publisher-place' | 'genre' | 'number' | 'page' | 'URL';

export interface FieldRow {
  readonly name: CslTextField;
  readonly label: string;
}

interface TypeFields {
  readonly authors: string;
  readonly fields: readonly FieldRow[];
}

const row = (name: CslTextField, label: string): FieldRow => ({ name, label });
const ADDRESS = row('URL', 'Address');

/** Every field with the word for it where a type has no better one. */
const ANY: readonly FieldRow[] = [
  row('container-title', 'Published in'),
  row('publisher', 'Publisher’s name'),
  row('publisher-place', 'Place'),
  row('genre', 'Kind'),
  row('number', 'Number'),
  row('page', 'Pages'),
  ADDRESS,
];

const ARTICLE: TypeFields = {
  authors: 'Authors',
  fields: [row('container-title', 'Published in'), row('page', 'Pages'), ADDRESS],
};

const FIELDS: Readonly<Record<CslType, TypeFields>> = {
  report: {
    authors: 'Authors',
    fields: [
      row('genre', 'Kind of report'),
      row('number', 'Report number'),
      row('publisher', 'Issued by'),
      row('publisher-place', 'Place'),
      ADDRESS,
    ],
  },
  'article-newspaper': {
    authors: 'Authors',
    fields: [row('container-title', 'Newspaper'), row('publisher-place', 'Place'), row('page', 'Pages'), ADDRESS],
  },
  'article-magazine': { ...ARTICLE, fields: [row('container-title', 'Magazine'), row('page', 'Pages'), ADDRESS] },
  'article-journal': { ...ARTICLE, fields: [row('container-title', 'Journal'), row('page', 'Pages'), ADDRESS] },
  webpage: { authors: 'Authors', fields: [row('container-title', 'Site'), ADDRESS] },
  post: { authors: 'Account', fields: [row('container-title', 'Platform'), row('genre', 'Kind of post'), ADDRESS] },
  'post-weblog': { authors: 'Authors', fields: [row('container-title', 'Blog'), ADDRESS] },
  interview: {
    authors: 'Interviewed',
    fields: [row('container-title', 'Published in'), row('genre', 'Kind of interview'), ADDRESS],
  },
  personal_communication: {
    authors: 'From',
    fields: [
      row('genre', 'Kind (mail, cable)'),
      row('number', 'Reference'),
      row('publisher', 'Sent by'),
      row('publisher-place', 'Sent from'),
    ],
  },
  speech: {
    authors: 'Speaker',
    fields: [
      row('genre', 'Kind of statement'),
      row('container-title', 'Occasion'),
      row('publisher', 'Issued by'),
      row('publisher-place', 'Place'),
      ADDRESS,
    ],
  },
  hearing: {
    authors: 'Heard',
    fields: [row('container-title', 'Hearing'), row('number', 'Number'), row('publisher-place', 'Place'), ADDRESS],
  },
  broadcast: { authors: 'By', fields: [row('container-title', 'Programme'), row('publisher', 'Station'), ADDRESS] },
  document: {
    authors: 'Authors',
    fields: [row('genre', 'Kind'), row('number', 'Number'), row('publisher', 'Issued by'), ADDRESS],
  },
  book: {
    authors: 'Authors',
    fields: [row('publisher', 'Publisher’s name'), row('publisher-place', 'Place'), ADDRESS],
  },
  chapter: {
    authors: 'Authors',
    fields: [row('container-title', 'Book'), row('publisher', 'Publisher’s name'), row('page', 'Pages'), ADDRESS],
  },
};

/** The types in the order a person looks for them: those of the trade first. */
export const TYPE_ORDER: readonly CslType[] = [
  'report',
  'article-newspaper',
  'webpage',
  'speech',
  'personal_communication',
  'post',
  'article-magazine',
  'article-journal',
  'post-weblog',
  'interview',
  'hearing',
  'broadcast',
  'book',
  'chapter',
  'document',
];

/** What authors of such a document are called. */
export const authorsLabel = (type: CslType): string => FIELDS[type].authors;

/** The fields of the type; one that has a value and no place there comes after them, so that nothing is hidden. */
export function fieldsFor(csl: CslItem): readonly FieldRow[] {
  const own = FIELDS[csl.type].fields;
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...ANY.filter(({ name }) => !names.has(name) && csl[name] !== undefined)];
}

/** True where the day somebody looked matters: of what can change where it stands. */
export const hasAccessed = (csl: CslItem): boolean => csl.accessed !== undefined || csl.URL !== undefined;

/** The item with fields set; an empty or absent value takes a field away. */
export function withFields(
  csl: CslItem,
  fields: { readonly [Field in keyof CslItem]?: CslItem[Field] | undefined },
): CslItem {
  const kept = Object.entries({ ...csl, ...fields }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as CslItem;
}
