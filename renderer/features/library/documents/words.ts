/** The words of the field for what CSL calls its types, and names of languages. */
import type { CslType } from '@shared/model/csl';

export const TYPE_WORDS: Readonly<Record<CslType, string>> = {
  report: 'Report',
  'article-newspaper': 'News article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Journal article',
  webpage: 'Web page',
  post: 'Social post',
  'post-weblog': 'Blog post',
  interview: 'Interview',
  personal_communication: 'Mail or cable',
  speech: 'Statement',
  hearing: 'Hearing',
  broadcast: 'Broadcast',
  document: 'Document',
  book: 'Book',
  chapter: 'Chapter',
};
