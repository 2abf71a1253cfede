/** What styles of an OpenDocument text say: what a paragraph is, what is hidden, how items of lists are numbered. */
import type { LayoutKind } from '../../model/layout';
import { numeral } from '../numerals';
import { styleKind } from '../styleNames';
import { childOf, elementsOf, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

export interface OdtStyle {
  readonly kind: LayoutKind;
  readonly level: number;
  readonly hidden: boolean;
}

export interface ListLevel {
  /** OOXML's name of the number format; `bullet`, or `none`. */
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels the label shows, the item's own included. */
  readonly shown: number;
}

export interface OdtStyles {
  paragraph(name: string): OdtStyle;
  isHidden(name: string): boolean;
  /** Set above the line. */
  isRaised(name: string): boolean;
  /** The level from 1; null where the style does not say. */
  listLevel(name: string, level: number): ListLevel | null;
  readonly languages: readonly string[];
}

/** The name that stands for the numbering of headings. */
export const OUTLINE = '\u0000outline';

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
const PARENTS_LIMIT = 20;
const LONGEST_SIGN = 20;

const wholeOr = (value: string, usual: number): number => (/^\d{1,9}$/.test(value) ? Number(value) : usual);

function levelOf(element: XmlElement): ListLevel {
  const isNumber = /(?:list-level-style-number|outline-level-style)$/.test(element.name);
  const format = valueOf(element, 'style:num-format');
  return {
    format: isNumber ? (format === '' ? 'none' : (FORMATS[format] ?? 'decimal')) : 'bullet',
    prefix: valueOf(element, 'style:num-prefix').slice(0, LONGEST_SIGN),
    suffix: valueOf(element, 'style:num-suffix').slice(0, LONGEST_SIGN),
    start: wholeOr(valueOf(element, 'text:start-value'), 1),
    shown: Math.min(10, Math.max(1, wholeOr(valueOf(element, 'text:display-levels'), 1))),
  };
}

/** The label of an item by the counts of its level and those above. */
export function labelOf(style: ListLevel, counts: readonly number[], levels: readonly (ListLevel | null)[]): string {
  if (style.format === 'bullet') return '•';
  if (style.format === 'none') return '';
  const from = Math.max(0, counts.length - style.shown);
  const numbers = counts.slice(from).map((count, i) => numeral(count, levels[from + i]?.format ?? 'decimal'));
  return `${style.prefix}${numbers.filter((number) => number !== '').join('.')}${style.suffix}`.trim();
}

/** Reads the styles; of two with one name the first holds. */
export function readOdtStyles(holders: readonly XmlElement[]): OdtStyles {
  const raw = new Map<string, XmlElement>();
  const lists = new Map<string, Map<number, ListLevel>>();
  const languages: string[] = [];
  for (const element of holders.flatMap(elementsOf)) {
    const name = element.name === 'text:outline-style' ? OUTLINE : valueOf(element, 'style:name');
    if (element.name === 'style:style' && !raw.has(name)) raw.set(name, element);
    else if (element.name === 'style:default-style' && valueOf(element, 'style:family') === 'paragraph')
      languages.push(...languagesOf(childOf(element, 'style:text-properties')));
    else if (/^text:(?:list|outline)-style$/.test(element.name) && !lists.has(name)) {
      const levels = elementsOf(element).filter((child) => valueOf(child, 'text:level') !== '');
      lists.set(name, new Map(levels.map((level) => [wholeOr(valueOf(level, 'text:level'), 1), levelOf(level)])));
    }
  }
  const chainOf = (name: string): XmlElement[] => {
    const chain: XmlElement[] = [];
    for (let at = raw.get(name); at && chain.length < PARENTS_LIMIT;)
      at = (chain.push(at), raw.get(valueOf(at, 'style:parent-style-name')));
    return chain;
  };
  const said = (name: string, property: string): string =>
    chainOf(name)
      .map((style) => valueOf(childOf(style, 'style:text-properties'), property))
      .find((value) => value !== '') ?? '';
  const isHidden = (name: string): boolean => said(name, 'text:display') === 'none';
  const known = new Map<string, OdtStyle>();
  return {
    paragraph(name) {
      let style = known.get(name);
      if (!style) {
        // A parent that is not in the file still says by its name what it is for.
        const names = [name, ...chainOf(name).flatMap((one) => namesOf(one))];
        const named = names.map(styleKind).find((kind) => kind !== null);
        style = { kind: named?.kind ?? 'paragraph', level: named?.level ?? 0, hidden: isHidden(name) };
        known.set(name, style);
      }
      return style;
    },
    isHidden,
    isRaised: (name) => /^(?:super|[1-9]\d*%)/.test(said(name, 'style:text-position')),
    listLevel: (name, level) => lists.get(name)?.get(level) ?? null,
    languages,
  };
}

const namesOf = (style: XmlElement): string[] =>
  ['style:display-name', 'style:parent-style-name'].map((name) => valueOf(style, name)).filter((name) => name !== '');

function languagesOf(properties: XmlElement | undefined): string[] {
  const pairs = [
    ['fo:language', 'fo:country'],
    ['style:language-asian', 'style:country-asian'],
    ['style:language-complex', 'style:country-complex'],
  ] as const;
  return pairs.map(([language, country]) => {
    const parts = [valueOf(properties, language), valueOf(properties, country)];
    return parts.filter((part) => part !== '' && part !== 'none').join('-');
  });
}
