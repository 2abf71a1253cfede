/** Reads a citation style (CSL 1.0.2), one of ours or an analyst's own: it is refused with a reason unless it can be used. */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import type { StyleKind } from './styleList';
import { childOf, everyElement, parseXml, wordsOf } from './xml';
import type { XmlElement } from './xml';

export interface CslStyle {
  readonly id: string;
  readonly name: string;
  readonly kind: StyleKind;
  readonly root: XmlElement;
}

export type StyleRefusal = 'style-too-large' | 'style-not-xml' | 'style-not-csl' | 'style-dependent' | 'style-broken';

/** The largest styles in use have some 250 kB. */
const LARGEST = 1_000_000;
/** Elements once every macro stands where it is called: the largest styles in use have some ten thousand. */
const MOST_ELEMENTS = 200_000;

/**
 * The style of an XML text. Refused: what is not XML or not CSL, a style that only points at another (`style-dependent`,
 * the detail is its parent), and one whose macros are missing, call themselves or multiply without end (`style-broken`).
 */
export function readStyle(xml: string): Result<CslStyle, StyleRefusal> {
  if (xml.length > LARGEST) return no('style-too-large');
  const parsed = parseXml(xml);
  if (!parsed.ok) return no('style-not-xml', parsed.detail);
  const root = parsed.value;
  if (root.name !== 'style' || root.attrs['xmlns'] !== 'http://purl.org/net/xbiblio/csl') return no('style-not-csl');
  const info = childOf(root, 'info');
  const parent = info?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.attrs['rel'] === 'independent-parent',
  );
  if (parent) return no('style-dependent', parent.attrs['href'] ?? '');
  const citation = childOf(root, 'citation');
  if (!info || !citation || !childOf(citation, 'layout')) return no('style-broken', 'citation');
  const fault = macroFault(root);
  if (fault !== null) return no('style-broken', fault);
  const name = wordsOf(childOf(info, 'title'));
  const id = wordsOf(childOf(info, 'id'));
  if (name === '' || id === '') return no('style-broken', name === '' ? 'title' : 'id');
  return yes({ id, name, kind: kindOf(root, info), root });
}

function kindOf(root: XmlElement, info: XmlElement): StyleKind {
  if (root.attrs['class'] === 'note') return 'note';
  const format = [...everyElement(info)].find((one) => one.attrs['citation-format'])?.attrs['citation-format'];
  if (format !== undefined) return format === 'numeric' ? 'numeric' : 'author-date';
  const isNumbered = [...everyElement(childOf(root, 'citation')!)].some(
    (one) => one.attrs['variable'] === 'citation-number',
  );
  return isNumbered ? 'numeric' : 'author-date';
}

/** What is wrong with the macros: the name of one that is missing or calls itself, or that there is too much; else null. */
function macroFault(root: XmlElement): string | null {
  const macros = new Map<string, XmlElement>();
  for (const child of root.children) {
    if (typeof child !== 'string' && child.name === 'macro') macros.set(child.attrs['name'] ?? '', child);
  }
  const sizes = new Map<string, number>();
  const inside = new Set<string>();
  let fault: string | null = null;
  const sizeOf = (element: XmlElement): number => {
    let size = 0;
    for (const one of everyElement(element)) {
      const name = one.attrs['macro'];
      size += 1 + (name === undefined ? 0 : macroSize(name));
    }
    return size;
  };
  const macroSize = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (!macro || inside.has(name)) {
      fault ??= name;
      return 0;
    }
    inside.add(name);
    const size = sizeOf(macro);
    inside.delete(name);
    sizes.set(name, size);
    return size;
  };
  const size = ['citation', 'bibliography']
    .map((part) => childOf(root, part))
    .reduce((sum, part) => sum + (part ? sizeOf(part) : 0), 0);
  return fault ?? (size > MOST_ELEMENTS ? `${size} elements` : null);
}
