import { ENGLISH as BRIEFING } from '../../briefing/words';
import { LINK_TYPE_REVERSED, LINK_TYPES } from '../../model/link';
import type { LinkType } from '../../model/link';
import { ENGLISH_PLACES } from '../../model/place';
import { SOURCE_KINDS } from '../../model/source';
import type { SourceKind } from '../../model/source';
import { TAG_KINDS } from '../../model/tag';
import type { TagKind } from '../../model/tag';
import type { PageWords } from './words';

/** The model's own words for its kinds are English ones. */
const same = <Word extends string>(words: readonly Word[]): Record<Word, Word> =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;

const counted =
  (one: string, many: string) =>
  (n: number): string =>
    `${n} ${n === 1 ? one : many}`;

export const ENGLISH: PageWords = {
  lang: 'en',
  locale: 'en-GB',
  briefing: BRIEFING,
  places: ENGLISH_PLACES,
  script: {
    search: 'Search this page',
    previous: 'Previous',
    next: 'Next',
    notFound: 'Not found',
    moreThan: 'more than ',
    found: '',
    of: ' of ',
    place: ' place',
    places: ' places',
  },
  contents: 'Contents',
  parts: {
    briefings: 'Briefings',
    hypotheses: 'Hypotheses',
    documents: 'Documents',
    tags: 'Tags',
    sources: 'Sources',
  },
  counts: {
    documents: counted('document', 'documents'),
    excerpts: counted('excerpt', 'excerpts'),
    tags: counted('tag', 'tags'),
    links: counted('link', 'links'),
    briefings: counted('briefing', 'briefings'),
  },
  excerpts: 'Excerpts',
  address: 'Address',
  excerpt: (number) => `Excerpt ${number}`,
  excerptInText: (number) => `Excerpt ${number} in the text`,
  theExcerpt: (number) => `excerpt ${number}`,
  excerptNotShown: 'an excerpt that is not shown here',
  links: Object.fromEntries(LINK_TYPES.map((type) => [type, [type, LINK_TYPE_REVERSED[type]]])) as unknown as Record<
    LinkType,
    [string, string]
  >,
  tagKinds: same<TagKind>(TAG_KINDS),
  sourceKinds: same<SourceKind>(SOURCE_KINDS),
  origin: (name) => `takes its information from ${name}`,
  quotesAlone: (excerpts, most) =>
    `This is a large case (${excerpts} excerpts; up to ${most} are shown in their texts): the page has the quotes alone.`,
  citedAlone: (excerpts, most) =>
    `This is a very large case (${excerpts} excerpts; up to ${most} are shown): the page has only those that briefings cite, and their documents.`,
  wordForWord: 'Every quote stands word for word in its document’s text, in the folder texts.',
  about:
    'This page is a copy to read. The case itself is in the folder records; open the bundle with Collate to work on it.',
};
