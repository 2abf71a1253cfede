/** Counts the items of lists and the numbered headings of an OpenDocument text. */
import { valueOf } from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { labelOf } from './styles';
import type { OdtStyles } from './styles';

export interface OdtLists {
  /** Begins a list at a level and gives the name of its style, which nested lists inherit. */
  enter(list: XmlElement, level: number): string;
  leave(): void;
  /** Counts one item at a level and gives its label; empty where it prints none. */
  next(style: string, level: number, startValue?: string): string;
}

/** Lists of a text, none counted yet. */
export function startOdtLists(styles: OdtStyles): OdtLists {
  const counts = new Map<string, (number | undefined)[]>();
  /** By xml:id, so that a later list can go on where one ended. */
  const named = new Map<string, string>();
  const open: string[] = [];
  return {
    enter(list, level) {
      const style = valueOf(list, 'text:style-name') || open.at(-1) || '';
      open.push(style);
      const goesOn =
        valueOf(list, 'text:continue-numbering') === 'true' || named.get(valueOf(list, 'text:continue-list')) === style;
      if (!goesOn) counts.get(style)?.fill(undefined, level - 1);
      const id = valueOf(list, 'xml:id');
      if (id !== '') named.set(id, style);
      return style;
    },
    leave: () => void open.pop(),
    next(style, level, startValue = '') {
      const own = styles.listLevel(style, level);
      if (!own) return '';
      const levels = Array.from({ length: level }, (_, i) => styles.listLevel(style, i + 1));
      const counted = counts.get(style) ?? [];
      counts.set(style, counted);
      counted.length = Math.min(counted.length, level);
      for (let i = 0; i < level - 1; i += 1) counted[i] ??= levels[i]?.start ?? 1;
      const before = counted[level - 1];
      const given = /^\d{1,9}$/.test(startValue) ? Number(startValue) : null;
      counted[level - 1] = given ?? (before === undefined ? own.start : before + 1);
      return labelOf(own, counted as number[], levels);
    },
  };
}
