/** What compromise's lexicon knows of words: countries, cities, first names. Its answers are kept. */
import nlp from 'compromise/two';

const tagCache = new Map<string, ReadonlySet<string>>();

/** What the lexicon says of some words: `Country`, `City`, `FirstName` … for each it holds of them all. */
export function lexiconOf(words: string): ReadonlySet<string> {
  let tags = tagCache.get(words);
  if (!tags) {
    const [sentence] = nlp(words).json({ terms: { tags: true } }) as { terms: { tags?: string[] }[] }[];
    const each = (sentence?.terms ?? []).map((term) => new Set(term.tags ?? []));
    tags = new Set([...(each[0] ?? [])].filter((tag) => each.every((other) => other.has(tag))));
    if (tagCache.size > 20_000) tagCache.clear();
    tagCache.set(words, tags);
  }
  return tags;
}

/** A country, a city, a region. */
export const isPlaceWord = (words: string): boolean => {
  const tags = lexiconOf(words);
  return tags.has('Country') || tags.has('City') || tags.has('Region') || tags.has('Place');
};
export const isFirstName = (word: string): boolean => {
  const tags = lexiconOf(word);
  return tags.has('FirstName') || tags.has('MaleName') || tags.has('FemaleName');
};

const SMALL = ['Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Pronoun', 'QuestionWord'];

/** A word that begins sentences and no names. */
export const isSmallWord = (word: string): boolean => SMALL.some((tag) => lexiconOf(word).has(tag));
