/**
 * The languages in which characters can be recognised: one row for each package `@tesseract.js-data/<id>` among the
 * dependencies, whose data the build ships.
 */

export interface OcrLanguage {
  /** ISO 639-3, as Tesseract names its data. */
  readonly id: string;
  /** BCP 47. */
  readonly tag: string;
  readonly label: string;
}

export const OCR_LANGUAGES: readonly [OcrLanguage, ...OcrLanguage[]] = [
  { id: 'eng', tag: 'en', label: 'English' },
  { id: 'ukr', tag: 'uk', label: 'Ukrainian' },
  { id: 'kor', tag: 'ko', label: 'Korean' },
];

/** More at once make reading slow and unsure, and their names have to fit where the extractor is named. */
export const MOST_LANGUAGES = 3;

const isKnown = (id: string): boolean => OCR_LANGUAGES.some((one) => one.id === id);

/** Ids that can be read with, in the order given; the first one of the list where none is left. */
export function readableLanguages(ids: readonly string[]): readonly string[] {
  const kept = [...new Set(ids.filter(isKnown))].slice(0, MOST_LANGUAGES);
  return kept.length > 0 ? kept : [OCR_LANGUAGES[0].id];
}

/**
 * What is read with before anybody chose: the languages of these tags, the commonest first, and English, which stands in
 * papers of every language.
 * @param tags BCP 47, of the documents of a case and of the interface; empty ones do not count
 */
export function likelyLanguages(tags: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0];
    const id = OCR_LANGUAGES.find((one) => one.tag === primary)?.id;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return readableLanguages([...(commonest === undefined ? [] : [commonest]), 'eng']);
}

/** “English and Ukrainian”; an id that is not known stands as it is. */
export function languagesInWords(ids: readonly string[]): string {
  const labels = ids.map((id) => OCR_LANGUAGES.find((one) => one.id === id)?.label ?? id);
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;
}

/** The tag of the language that was read with, where it was one alone; empty where it was several. */
export const tagOfLanguages = (ids: readonly string[]): string =>
  ids.length === 1 ? (OCR_LANGUAGES.find((one) => one.id === ids[0])?.tag ?? '') : '';
