/**
 * A page's source to a tree of elements. linkedom runs no script, loads nothing and has no network; a tree without the
 * elements every page has (a fragment, a clipboard) is given them.
 */
import { DOMParser } from 'linkedom';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { below, childrenOf, isElement, isText, nameOf } from './node';
import type { HtmlNode } from './node';

/** Longest source, in UTF-16 code units, the most tags it may hold, and the most of them open at once. */
export const LONGEST_HTML = 64 * 1024 * 1024;
const MOST_TAGS = 1_000_000;
const MOST_OPEN = 10_000;

/** What is used of a parsed document. */
export interface HtmlDocument {
  readonly body: HtmlNode;
  readonly head: HtmlNode | null;
  readonly root: HtmlNode;
  /** The parser's own document, for a library that reads and changes one. */
  readonly own: object;
}

interface OwnElement extends HtmlNode {
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
}
interface OwnDocument {
  readonly childNodes: ArrayLike<OwnElement>;
  readonly documentElement: OwnElement | null;
  readonly head: OwnElement;
  readonly body: OwnElement;
}

function parsed(source: string): OwnDocument {
  return new DOMParser().parseFromString(source, 'text/html') as unknown as OwnDocument;
}

/** HTML takes the names of attributes in any case; the parser keeps them as they are written. */
function lowerAttributes(root: HtmlNode): void {
  for (const node of below(root)) {
    if (!isElement(node)) continue;
    const element = node as OwnElement;
    for (const name of element.getAttributeNames()) {
      const lower = name.toLowerCase();
      if (lower !== name && !element.hasAttribute(lower)) element.setAttribute(lower, element.getAttribute(name) ?? '');
    }
  }
}

/** Elements and words among the nodes: comments and white space say nothing. */
const said = (nodes: Iterable<HtmlNode>): string[] =>
  [...nodes]
    .filter((node) => isElement(node) || (isText(node) && (node.nodeValue ?? '').trim() !== ''))
    .map((node) => nameOf(node));

/** True where head and body stand alone in the root: whatever is beside them would be lost to a reader of the body. */
function isWhole(own: OwnDocument): boolean {
  if (said(Array.from(own.childNodes)).join(' ') !== 'html') return false;
  const root = Array.from(own.childNodes).find((node) => nameOf(node) === 'html')!;
  return /^(?:head )?body$/.test(said(childrenOf(root)).join(' '));
}

/** Items, cells and rows end a paragraph that was left open, which the parser does not know (HTML §13.2.6.4). */
const ENDS_PARAGRAPH = /<(?=(?:li|t[dhr]|d[td]|tbody|tfoot)[\s>/])/gi;

/** Elements that end by themselves. */
const ALONE = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[td]|t[dhr]|option)$/i;

/** True where the source holds more tags, or leaves more of them open at once, than any page does. */
function isOverBound(source: string): boolean {
  let tags = 0;
  let open = 0;
  for (const [, slash, name] of source.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    tags += 1;
    if (!ALONE.test(name!)) open = Math.max(0, open + (slash ? -1 : 1));
    if (tags > MOST_TAGS || open > MOST_OPEN) return true;
  }
  return false;
}

/** The tree of a page or of a part of one. Refused are sources past the bounds; broken mark-up is read as browsers do. */
export function parseHtml(html: string): Result<HtmlDocument, 'too-large' | 'over-bound'> {
  if (html.length > LONGEST_HTML) return no('too-large');
  if (isOverBound(html)) return no('over-bound');
  const source = html.replace(/^\ufeff/, '').replace(ENDS_PARAGRAPH, '</p><');
  let own = parsed(source);
  if (!isWhole(own)) own = parsed(`<!doctype html><html><head></head><body>${source}</body></html>`);
  const top = own.documentElement!;
  lowerAttributes(top);
  return yes({ root: top, head: own.head, body: own.body, own });
}
