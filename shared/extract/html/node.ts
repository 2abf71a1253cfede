/** The little of a parsed page that its reading needs; what the parser gives has this shape. */

export interface HtmlNode {
  /** 1 an element, 3 text, 4 CDATA; all else is passed over. */
  readonly nodeType: number;
  readonly localName?: string | undefined;
  readonly nodeValue: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  getAttribute?(name: string): string | null;
}

export const isElement = (node: HtmlNode): boolean => node.nodeType === 1;
export const isText = (node: HtmlNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** Prefixes under which pages in XML write elements of HTML; `o:p` of Word is another element than `p`. */
const OWN_PREFIX = /^(?:html|xhtml|xh|h|svg|mml|m|math):/;

/** The element's name in small letters, without the prefix of a page in XML; empty for all else. */
export function nameOf(node: HtmlNode): string {
  if (!isElement(node)) return '';
  return (node.localName ?? '').toLowerCase().replace(OWN_PREFIX, '');
}

/** An attribute's value, or the empty string. */
export const attribute = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';

/** True where the attribute is there, whatever its value. */
export const hasAttribute = (node: HtmlNode, name: string): boolean => typeof node.getAttribute?.(name) === 'string';

/** True where one of the words of an attribute (a role, a class, `epub:type`) is one of these. */
export const hasWord = (node: HtmlNode, name: string, words: ReadonlySet<string>): boolean =>
  attribute(node, name)
    .toLowerCase()
    .split(/\s+/)
    .some((word) => words.has(word));

/** The children in order. */
export function* childrenOf(node: HtmlNode): Generator<HtmlNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** Every node below `root` in order of the text, without going deep into the stack. `enter` says whether to look inside. */
export function* below(root: HtmlNode, enter: (node: HtmlNode) => boolean = () => true): Generator<HtmlNode> {
  const waiting: (HtmlNode | null)[] = [root.firstChild];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node) continue;
    waiting.push(node.nextSibling);
    yield node;
    if (isElement(node) && enter(node)) waiting.push(node.firstChild);
  }
}

/** The element's words as they stand, at most `most` code units of them. */
export function textOf(root: HtmlNode, most = 1_000_000): string {
  let text = '';
  for (const node of below(root)) {
    if (isText(node)) text += node.nodeValue ?? '';
    if (text.length >= most) break;
  }
  return text.slice(0, most);
}
