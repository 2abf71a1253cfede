/** What stands above a Markdown text about it: properties in YAML, or the title block that Pandoc reads. */
import { CSL_TYPES } from '../../model/csl';
import type { CslItem } from '../../model/csl';
import { parseNote, word, words } from '../../interchange/markdown/frontMatter';
import type { FileFacts } from '../fileFacts';
import { dayIn, webAddress } from '../html/pageFacts';

export interface HeadMatter {
  readonly facts: FileFacts;
  /** Fields beyond those of any file. */
  readonly more: Partial<CslItem>;
  /** All below it. */
  readonly body: string;
}

/** `% title`, `% authors`, `% date`, each with lines that are set in going on (Pandoc's `pandoc_title_block`). */
const TITLE_BLOCK = /^%([^\n]*(?:\n[ \t]+\S[^\n]*)*)(?:\n%([^\n]*(?:\n[ \t]+\S[^\n]*)*))?(?:\n%([^\n]*))?(?:\n|$)/;

function titleBlock(text: string): HeadMatter | null {
  const block = TITLE_BLOCK.exec(text);
  if (!block) return null;
  const [whole, title = '', authors = '', date = ''] = block;
  const line = (part: string): string => part.replace(/\s+/g, ' ').trim();
  const facts = { title: line(title), authors: authors.split(/[;\n]/).map(line).filter(Boolean), date: dayIn(date) };
  return { facts, more: {}, body: text.slice(whole.length) };
}

/** The head of a text and the text below it; properties that cannot be read stay part of the text. */
export function headMatter(text: string): HeadMatter {
  const note = parseNote(text);
  if (note.properties === null) return titleBlock(text) ?? { facts: {}, more: {}, body: text };
  const said = note.properties;
  const type = CSL_TYPES.find((one) => one === word(said, 'type'));
  const site = word(said, 'publication', 'container-title', 'site', 'outlet').slice(0, 500);
  const url = webAddress(word(said, 'url', 'URL', 'source', 'link'));
  return {
    facts: {
      title: word(said, 'title'),
      authors: words(said, 'author', 'authors'),
      date: dayIn(dateWord(said.get('date') ?? said.get('published') ?? said.get('created'))),
      language: word(said, 'lang', 'language'),
      publisher: word(said, 'publisher', 'institution'),
    },
    more: {
      ...(type ? { type } : {}),
      ...(site === '' ? {} : { 'container-title': site }),
      ...(url === '' ? {} : { URL: url }),
    },
    body: note.body,
  };
}

const dateWord = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
