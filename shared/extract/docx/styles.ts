/** What a paragraph's style says of it: heading or not, numbered or not, hidden or not, with what styles inherit. */
import type { LayoutKind } from '../../model/layout';
import { styleKind } from '../styleNames';
import { below, childOf, elementsOf, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

export interface Style {
  readonly id: string;
  readonly kind: LayoutKind;
  /** Of headings, from 1; else 0. */
  readonly level: number;
  /** Empty where the style is not numbered. */
  readonly numId: string;
  readonly ilvl: number | null;
  readonly hidden: boolean;
}

export type Styles = (id: string) => Style;

/** True for `<w:vanish/>` and the like, also written with a value. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off|none)$/i.test(valueOf(property, 'w:val'));
}

/** A whole number of an attribute; null where it is none. */
export function wholeOf(element: XmlElement | undefined, name = 'w:val'): number | null {
  const value = valueOf(element, name).trim();
  return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

const BASED_ON_LIMIT = 20;

/** The styles of a document; an id that is not there, or the empty one, gives the default paragraph style. */
export function readStyles(root: XmlElement | null): Styles {
  const raw = new Map<string, XmlElement>();
  let defaultId = '';
  for (const style of elementsOf(root)) {
    if (style.name !== 'w:style') continue;
    const id = valueOf(style, 'w:styleId');
    if (!raw.has(id)) raw.set(id, style);
    if (valueOf(style, 'w:type') === 'paragraph' && /^(?:1|true|on)$/.test(valueOf(style, 'w:default'))) defaultId = id;
  }
  const read = new Map<string, Style>();
  return (id) => {
    const wanted = raw.has(id) ? id : defaultId;
    const known = read.get(wanted);
    if (known) return known;
    const chain: XmlElement[] = [];
    for (let at = raw.get(wanted); at && chain.length < BASED_ON_LIMIT;) {
      chain.push(at);
      at = raw.get(valueOf(childOf(at, 'w:basedOn'), 'w:val'));
    }
    const style = inherited(wanted, chain);
    read.set(wanted, style);
    return style;
  };
}

function inherited(id: string, chain: readonly XmlElement[]): Style {
  const first = <T>(of: (style: XmlElement) => T | null | undefined): T | undefined =>
    chain.map(of).find((value) => value !== null && value !== undefined) ?? undefined;
  const named = first((style) => styleKind(valueOf(childOf(style, 'w:name'), 'w:val')));
  const outline = first((style) => wholeOf(below(style, 'w:pPr', 'w:outlineLvl')));
  const numbered = first((style) => below(style, 'w:pPr', 'w:numPr', 'w:numId'));
  const hidden = first((style) => below(style, 'w:rPr', 'w:vanish'));
  const outlined = outline !== undefined && outline >= 0 && outline < 9;
  return {
    id,
    kind: named?.kind ?? (outlined ? 'heading' : 'paragraph'),
    level: named?.level ?? (outlined ? outline + 1 : 0),
    numId: valueOf(numbered, 'w:val'),
    ilvl: first((style) => wholeOf(below(style, 'w:pPr', 'w:numPr', 'w:ilvl'))) ?? null,
    hidden: isOn(hidden),
  };
}
