/** Numbers of list items and headings, counted as Word counts them (ECMA-376 part 1, 17.9): they are not in the text. */
import { numeral } from '../numerals';
import { childOf, elementsOf, valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { isOn, wholeOf } from './styles';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
  readonly pStyle: string;
  readonly neverRestarts: boolean;
  readonly isLegal: boolean;
}

interface Numbered {
  readonly abstractId: string;
  readonly overrides: ReadonlyMap<number, XmlElement>;
}

export interface Label {
  /** As printed before the item; empty for bullets. */
  readonly text: string;
  /** From 1. */
  readonly level: number;
  readonly isBullet: boolean;
}

export interface Numbering {
  /** Counts one item and gives its label; null where there is no such list. */
  next(numId: string, ilvl: number | null, styleId: string): Label | null;
}

const MOST_LEVELS = 9;
const LONGEST_PATTERN = 60;

function levelOf(element: XmlElement): Level {
  return {
    start: wholeOf(childOf(element, 'w:start')) ?? 1,
    format: valueOf(childOf(element, 'w:numFmt'), 'w:val') || 'decimal',
    pattern: valueOf(childOf(element, 'w:lvlText'), 'w:val').slice(0, LONGEST_PATTERN),
    pStyle: valueOf(childOf(element, 'w:pStyle'), 'w:val'),
    neverRestarts: wholeOf(childOf(element, 'w:lvlRestart')) === 0,
    isLegal: isOn(childOf(element, 'w:isLgl')),
  };
}

function levelsOf(element: XmlElement | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const child of elementsOf(element)) {
    const ilvl = wholeOf(child, 'w:ilvl');
    if (child.name === 'w:lvl' && ilvl !== null && ilvl >= 0 && ilvl < MOST_LEVELS) levels.set(ilvl, levelOf(child));
  }
  return levels;
}

/** The lists of a document, none counted yet. */
export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map<string, XmlElement>();
  const byStyle = new Map<string, XmlElement>();
  const numbered = new Map<string, Numbered>();
  for (const element of elementsOf(root)) {
    if (element.name === 'w:abstractNum') {
      abstracts.set(valueOf(element, 'w:abstractNumId'), element);
      const styleLink = valueOf(childOf(element, 'w:styleLink'), 'w:val');
      if (styleLink !== '') byStyle.set(styleLink, element);
    } else if (element.name === 'w:num') {
      const overrides = elementsOf(element).filter(({ name }) => name === 'w:lvlOverride');
      numbered.set(valueOf(element, 'w:numId'), {
        abstractId: valueOf(childOf(element, 'w:abstractNumId'), 'w:val'),
        overrides: new Map(overrides.map((one) => [wholeOf(one, 'w:ilvl') ?? 0, one])),
      });
    }
  }
  const counts = new Map<string, (number | undefined)[]>();
  const levels = new Map<string, Map<number, Level>>();
  const used = new Set<string>();
  const read = (numId: string, { abstractId, overrides }: Numbered): Map<number, Level> => {
    const known = levels.get(numId);
    if (known) return known;
    const abstract = abstracts.get(abstractId);
    const linked = byStyle.get(valueOf(childOf(abstract, 'w:numStyleLink'), 'w:val'));
    const all = levelsOf(linked ?? abstract);
    for (const [ilvl, override] of overrides) {
      const own = childOf(override, 'w:lvl');
      if (own) all.set(ilvl, levelOf(own));
    }
    levels.set(numId, all);
    return all;
  };
  return {
    next(numId, ilvl, styleId) {
      const list = numbered.get(numId);
      if (!list) return null;
      const all = read(numId, list);
      const byName =
        ilvl === null ? [...all].find(([, level]) => level.pStyle === styleId && styleId !== '')?.[0] : null;
      const at = Math.min(MOST_LEVELS - 1, Math.max(0, ilvl ?? byName ?? 0));
      const level = all.get(at);
      if (!level) return null;
      const counted = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, counted);
      if (!used.has(numId)) {
        used.add(numId);
        for (const [i, override] of list.overrides) {
          if (wholeOf(childOf(override, 'w:startOverride')) !== null) counted[i] = undefined;
        }
      }
      const startOf = (i: number): number =>
        wholeOf(childOf(list.overrides.get(i), 'w:startOverride')) ?? all.get(i)?.start ?? 1;
      for (let i = 0; i < at; i += 1) counted[i] ??= startOf(i);
      counted[at] = counted[at] === undefined ? startOf(at) : counted[at] + 1;
      for (let i = at + 1; i < MOST_LEVELS; i += 1) if (!all.get(i)?.neverRestarts) counted[i] = undefined;
      if (level.format === 'bullet') return { text: '', level: at + 1, isBullet: true };
      const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
        const i = Number(digit) - 1;
        const format = all.get(i)?.format ?? 'decimal';
        return numeral(counted[i] ?? startOf(i), level.isLegal && format !== 'none' ? 'decimal' : format);
      });
      return { text: text.trim(), level: at + 1, isBullet: false };
    },
  };
}
