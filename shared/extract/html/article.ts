/** The article of a page, without what stands around it, as Firefox's reader view finds it. */
import { Readability } from '@mozilla/readability';
import type { HtmlDocument } from './parse';
import { isElement } from './node';
import type { HtmlNode } from './node';

/** Pages with more elements, or nested deeper, are read whole. */
const MOST_ELEMENTS = 60_000;
const DEEPEST = 400;

export interface Article {
  readonly content: HtmlNode;
  readonly byline: string;
}

function isWithin(root: HtmlNode): boolean {
  let elements = 0;
  let level: HtmlNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const next: HtmlNode[] = [];
    for (const node of level) {
      for (let child = node.firstChild; child; child = child.nextSibling) if (isElement(child)) next.push(child);
    }
    elements += next.length;
    if (elements > MOST_ELEMENTS) return false;
    level = next;
  }
  return true;
}

/** The article, or null where none is found. The document is changed by it and good for nothing else afterwards. */
export function findArticle({ own, root }: HtmlDocument): Article | null {
  if (!isWithin(root)) return null;
  try {
    const options = { keepClasses: true, serializer: (node: unknown) => node as HtmlNode, disableJSONLD: true };
    const article = new Readability(own as never, options as never).parse() as {
      content?: HtmlNode | null;
      byline?: string | null;
    } | null;
    return article?.content ? { content: article.content, byline: article.byline ?? '' } : null;
  } catch {
    // It was made for pages as browsers build them; one that it cannot read is read whole.
    return null;
  }
}
