/** Bibliographic fields in words, for what a reference brings. */
import type { CslItem } from '@shared/model/csl';

const WORDS: Readonly<Record<keyof CslItem, string>> = {
  type: 'type',
  title: 'title',
  author: 'authors',
  'container-title': 'published in',
  publisher: 'publisher',
  'publisher-place': 'place',
  issued: 'date',
  accessed: 'day looked at',
  genre: 'kind',
  number: 'number',
  page: 'pages',
  URL: 'address',
  language: 'language',
};

export const fieldsInWords = (fields: readonly (keyof CslItem)[]): string =>
  fields.map((field) => WORDS[field] ?? field).join(', ');
