/** XML as a tree of plain objects, the form the citation processor takes: styles and locales are read with a real parser. */
import { SaxesParser } from 'saxes';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';

export interface XmlElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (OpenElement | string)[];
}

const DEEPEST = 100;

/** Elements whose words count even where there are none: an empty term is a term. */
const WORDS: ReadonlySet<string> = new Set(['term', 'single', 'multiple']);

/**
 * The root element. Comments and white space between elements are left out; entities other than those of XML itself
 * are not known, so nothing can grow by expanding them. The detail of a refusal is the line and what is wrong there.
 */
export function parseXml(text: string): Result<XmlElement, 'not-xml'> {
  const parser = new SaxesParser({ position: true });
  const top: OpenElement = { name: '', attrs: {}, children: [] };
  const open = [top];
  let fault: Error | null = null;
  parser.on('error', (error) => (fault ??= error));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) parser.fail('elements too deep');
    const element: OpenElement = { name, attrs: { ...(attributes as Record<string, string>) }, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  const addText = (words: string): void => {
    if (words.trim() !== '' || WORDS.has(open.at(-1)!.name)) open.at(-1)!.children.push(words);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop()!;
    const hasWords = element.children.some((child) => typeof child === 'string' && child.trim() !== '');
    const hasElements = element.children.some((child) => typeof child !== 'string');
    if (!hasWords && WORDS.has(element.name)) {
      element.children.splice(0, element.children.length, ...(hasElements ? elementsOf(element) : ['']));
    }
  });
  parser.write(text.replace(/^\uFEFF/u, '').trimStart()).close();
  const root = top.children.find((child) => typeof child !== 'string');
  const said = (fault as Error | null)?.message;
  return said === undefined && root ? yes(root) : no('not-xml', said ?? 'no element');
}

const elementsOf = (element: OpenElement): OpenElement[] =>
  element.children.filter((child): child is OpenElement => typeof child !== 'string');

/** A copy that may be changed. */
export const copyOf = (element: XmlElement): XmlElement => JSON.parse(JSON.stringify(element)) as XmlElement;

/** Every element below one, itself first. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  const open: XmlElement[] = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    for (let i = next.children.length - 1; i >= 0; i -= 1) {
      const child = next.children[i]!;
      if (typeof child !== 'string') open.push(child);
    }
  }
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** The words directly inside an element. */
export const wordsOf = (element: XmlElement | undefined): string =>
  (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
