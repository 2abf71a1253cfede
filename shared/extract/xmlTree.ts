/**
 * XML of documents as a tree in which words and elements keep their order. Entities other than those of XML itself are
 * not known, so nothing is fetched and nothing grows by expanding; depth and number of elements are bounded.
 */
import { SaxesParser } from 'saxes';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { decodeXml } from './codePages';
import type { ExtractRefusal } from './extracted';

export interface XmlElement {
  /** `prefix:local` with the caller's prefix of its namespace; `?:local` where the namespace is not the caller's. */
  readonly name: string;
  /** Named as elements are; those without a prefix have none. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: (XmlElement | string)[];
}

/** Namespace to the prefix it is called by here. */
export type Prefixes = ReadonlyMap<string, string>;

export const DEEPEST_XML = 320;
export const MOST_ELEMENTS = 6_000_000;

const LETTERS_A_STEP = 1 << 16;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

class TooMuch extends Error {}
class Broken extends Error {}

/** The root element. Refused as `over-bound` or `broken`; a document type is passed over, and what it declares unknown. */
export function readXmlTree(text: string, prefixes: Prefixes): Result<XmlElement, ExtractRefusal> {
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const nameOf = (uri: string, local: string): string => {
    const prefix = uri === '' ? '' : (prefixes.get(uri) ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  parser.on('error', (error) => {
    throw new Broken(error.message);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS || open.length >= DEEPEST_XML) throw new TooMuch();
    let attributes: Map<string, string> | null = null;
    for (const name in tag.attributes) {
      const { uri, local, value } = tag.attributes[name]!;
      (attributes ??= new Map()).set(nameOf(uri, local), value);
    }
    const element = { name: nameOf(tag.uri, tag.local), attributes: attributes ?? NO_ATTRIBUTES, content: [] };
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (words: string): void => void open.at(-1)?.content.push(words);
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    for (let from = 0; from < text.length; from += LETTERS_A_STEP)
      parser.write(text.slice(from, from + LETTERS_A_STEP));
    parser.close();
  } catch (error) {
    return no(error instanceof TooMuch ? 'over-bound' : 'broken');
  }
  return root ? yes(root) : no('broken');
}

/** As `readXmlTree`, from the bytes of a part: UTF-8, or UTF-16 told by its byte order mark. */
export const readXmlBytes = (bytes: Uint8Array, prefixes: Prefixes): Result<XmlElement, ExtractRefusal> =>
  readXmlTree(decodeXml(bytes), prefixes);

/** The elements directly inside, in order. */
export const elementsOf = (element: XmlElement | null | undefined): XmlElement[] =>
  element ? element.content.filter((child): child is XmlElement => typeof child !== 'string') : [];

/** The first child of that name. */
export const childOf = (element: XmlElement | null | undefined, name: string): XmlElement | undefined =>
  element?.content.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** The first element that a path of names leads to. */
export const below = (element: XmlElement | null | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => childOf(at, name), element ?? undefined);

/** Every element of that name below one, in order, not looking inside those found. */
export function descendants(element: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const child of elementsOf(element)) {
    if (child.name === name) found.push(child);
    else descendants(child, name, found);
  }
  return found;
}

/** An attribute's value; empty where there is none. */
export const valueOf = (element: XmlElement | null | undefined, name: string): string =>
  element?.attributes.get(name) ?? '';

/** All words below an element, in order. */
export function wordsOf(element: XmlElement | null | undefined): string {
  if (!element) return '';
  return element.content.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}
