/** A web page to its text: the article of it where there is one, else all of it; with what it says of itself. */
import type { Result } from '../../model/result';
import type { Extracted, ExtractRefusal } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import type { Flow } from '../flow';
import { findArticle } from './article';
import type { Article } from './article';
import { htmlToFlow } from './htmlToFlow';
import type { HtmlFlowCount } from './htmlToFlow';
import type { HtmlNode } from './node';
import { pageFacts } from './pageFacts';
import { parseHtml } from './parse';

/** Recorded with each text: what made it, and which version of the rules. */
export const HTML_EXTRACTOR = 'html/1';

/** A page with less text has nothing around it that is worth leaving out; an article with less is none. */
const SHORT_PAGE = 1_500;
const SHORT_ARTICLE = 500;
/** An article that is a smaller part of its page, and not long, was taken for one wrongly. */
const LEAST_SHARE = 0.2;
const LONG_ARTICLE = 4_000;

export interface HtmlOptions {
  /** Where the page is from, where that is known. */
  readonly url?: string;
  /** All of the page, not only its article: for what a person chose already, such as a selection that was copied. */
  readonly whole?: boolean;
}

/** Writes a page's elements into a flow, with the pages inside its frames. */
export function writePage(root: HtmlNode, flow: Flow): HtmlFlowCount {
  return htmlToFlow(root, flow, {
    parseFrame: (html) => {
      const page = parseHtml(html);
      return page.ok ? page.value.body : null;
    },
  });
}

interface Read {
  readonly flow: Flow;
  readonly pictures: number;
  readonly length: number;
}

function read(root: HtmlNode, title = ''): Read {
  const flow = startFlow();
  if (title !== '') flow.block('title', title);
  const { pictures } = writePage(root, flow);
  return { flow, pictures, length: flow.done().text.length };
}

const isEnough = (article: number, page: number): boolean =>
  article >= SHORT_ARTICLE && (article >= LONG_ARTICLE || article >= page * LEAST_SHARE);

/** The article begins with its title, which the page may show above it. */
function titled(article: Article, title: string): Read {
  const plain = read(article.content);
  const fold = (words: string): string =>
    words
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  const [wanted, start] = [fold(title), fold(plain.flow.done().text.slice(0, title.length * 2 + 200))];
  return wanted === '' || start.startsWith(wanted) ? plain : read(article.content, title);
}

/**
 * The text of a page's source. Nothing of it is run and nothing is fetched; pictures are counted in a warning. Refused
 * are pages past the bounds, and pages without text.
 */
export function extractHtml(html: string, { url, whole }: HtmlOptions = {}): Result<Extracted, ExtractRefusal> {
  const parsed = parseHtml(html);
  if (!parsed.ok) return parsed;
  const { root, body } = parsed.value;
  let facts = pageFacts(root, html, url);
  let kept = read(body);
  if (!whole && kept.length >= SHORT_PAGE) {
    const heading = kept.flow.done().blocks.find(([kind, , , level]) => kind === 'heading' && level === 1);
    const shown = heading ? kept.flow.done().text.slice(heading[1], heading[2]) : '';
    const article = findArticle(parsed.value);
    const part = article ? titled(article, shown || (facts.title ?? '')) : null;
    if (article && part && isEnough(part.length, kept.length)) {
      kept = part;
      if (facts.authors?.length === 0) facts = { ...facts, authors: pageByline(article.byline) };
    }
  }
  const made = extractedFrom(HTML_EXTRACTOR, kept.flow, facts, pictureWarning(kept.pictures));
  return made.ok ? { ok: true, value: { ...made.value, csl: { ...facts.more, ...made.value.csl } } } : made;
}

const pageByline = (byline: string): string[] => {
  const name = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by\s+/i, '');
  return name !== '' && name.length <= 120 ? [name] : [];
};
