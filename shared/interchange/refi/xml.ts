/**
 * XML as a tree of plain elements, read as a stream and bounded: no document type, so no entity is ever expanded, and a
 * cap on depth and on the number of elements.
 */
import { SaxesParser } from 'saxes';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import type { RefiRefusal } from './refusals';

export const DEEPEST_XML = 256;
export const MOST_ELEMENTS = 2_000_000;
/** UTF-16 code units of one project. */
export const LARGEST_XML = 384 * 1024 * 1024;

const LETTERS_A_STEP = 1 << 16;

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By local name; in a Map, since an attribute may be called `__proto__`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** The words directly in it. */
  text: string;
}

class Stop extends Error {
  readonly reason: RefiRefusal;
  readonly detail: string;
  constructor(reason: RefiRefusal, detail = '') {
    super(reason);
    this.reason = reason;
    this.detail = detail;
  }
}

/** The root element of a document; refused where it is no XML, declares a document type or is beyond the limits. */
export function readXml(text: string): Result<XmlElement, RefiRefusal> {
  if (text.length > LARGEST_XML) return no('too-large');
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new Stop('xml-doctype');
  });
  parser.on('error', () => {
    throw new Stop('xml-broken', `line ${parser.line}`);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS) throw new Stop('xml-large', String(MOST_ELEMENTS));
    if (open.length >= DEEPEST_XML) throw new Stop('xml-deep', String(DEEPEST_XML));
    const attributes = new Map<string, string>();
    for (const name in tag.attributes) {
      const { prefix, local, value } = tag.attributes[name]!;
      if (prefix === '') attributes.set(local, value);
    }
    const element: XmlElement = { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (words: string): void => {
    const last = open.at(-1);
    if (last) last.text += words;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    if (declaresType(text)) return no('xml-doctype');
    for (let from = 0; from < text.length; from += LETTERS_A_STEP)
      parser.write(text.slice(from, from + LETTERS_A_STEP));
    parser.close();
  } catch (error) {
    if (error instanceof Stop) return error.detail === '' ? no(error.reason) : no(error.reason, error.detail);
    return no('xml-broken', `line ${parser.line}`);
  }
  return root ? yes(root) : no('xml-broken', 'no element');
}

/** Whether a document type stands before the root element: told from its first letters, what it declares is not read. */
function declaresType(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (end === null) return text.slice(at, at + 9).toLowerCase() === '<!doctype';
    const close = text.indexOf(end, at);
    if (close < 0) return false;
    at = close + end.length;
  }
  return false;
}

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** All children of that name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** An attribute's value; empty where there is none. */
export const valueOf = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';

/** A GUID as it is compared: lower case, without braces. */
export const guidOf = (element: XmlElement, name = 'guid'): string =>
  valueOf(element, name)
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();

/** The words of the child of that name, trimmed; empty where there is none. */
export const wordsOf = (element: XmlElement | undefined, name: string): string =>
  childOf(element, name)?.text.trim() ?? '';
