/** The head of an RTF file: its code page and fonts, its styles, and what it says of itself. */
import { charsetPage, SYMBOL_CHARSET } from './words';
import type { GroupState } from './state';

interface Font {
  readonly name: string;
  readonly charset: number;
  readonly page: number | null;
}

interface RtfStyle {
  readonly name: string;
  readonly outline: number | null;
}

export interface Head {
  readonly facts: ReadonlyMap<string, string>;
  /** Windows language numbers, the usual one first. */
  readonly languages: readonly number[];
  /** The code page of a font's letters. */
  pageOf(font: number): number;
  /** The name of a symbol font; null where the font is none. */
  symbolFont(font: number): string | null;
  styleOf(style: number): RtfStyle;
  usualFont(): number;
  /** Words inside a table of the head. */
  put(state: GroupState, words: string): void;
  /** Takes a control word of the head; false where it is none. */
  word(state: GroupState, name: string, value: number | null): boolean;
}

const LONGEST_NAME = 200;
const LONGEST_FACT = 2_000;
/** Words among the facts that only set letters. */
const OF_LETTERS = /^(?:f|lang|langfe|fs|b|i|plain|pard|cf|ltrch|rtlch|af|loch|hich|dbch)$/;
const NO_STYLE: RtfStyle = { name: '', outline: null };

/** A level of headings from 0; null for body text. */
export const outlineOf = (value: number | null): number | null =>
  value !== null && value >= 0 && value < 9 ? value : null;

/** How many letters stand in for one in Unicode. */
export const standInsOf = (value: number | null): number => Math.min(64, Math.max(0, value ?? 1));

/** The head of a file, not read yet. */
export function startHead(): Head {
  const fonts = new Map<number, Font>();
  const styles = new Map<number, RtfStyle>();
  const facts = new Map<string, string>();
  const languages: number[] = [];
  let page = 1252;
  let usualFont = -1;
  let definedFont = 0;

  const change = (to: Partial<Font>): void => {
    const font = fonts.get(definedFont);
    if (font) fonts.set(definedFont, { ...font, ...to });
  };
  const fontWord = (name: string, value: number): void => {
    if (name === 'f') fonts.set((definedFont = value), { name: '', charset: 0, page: null });
    else if (name === 'fcharset') change({ charset: value, page: fonts.get(definedFont)?.page ?? charsetPage(value) });
    else if (name === 'cpg') change({ page: value });
  };
  const factWord = (state: GroupState, name: string, value: number | null): void => {
    if (state.fact === 'creatim' && /^(?:yr|mo|dy)$/.test(name)) facts.set(name, String(value ?? ''));
    else if (name === 'uc') state.standIns = standInsOf(value);
    // Of a fact that is given twice the first holds.
    else if (!OF_LETTERS.test(name)) state.fact = facts.has(name) ? '' : name;
  };
  return {
    facts,
    languages,
    pageOf: (font) => fonts.get(font)?.page ?? page,
    symbolFont: (font) => (fonts.get(font)?.charset === SYMBOL_CHARSET ? fonts.get(font)!.name : null),
    styleOf: (style) => styles.get(style) ?? NO_STYLE,
    usualFont: () => usualFont,
    put(state, words) {
      if (state.destination === 'fonts')
        change({ name: ((fonts.get(definedFont)?.name ?? '') + words).slice(0, LONGEST_NAME) });
      else if (state.destination === 'styles') {
        const name = ((styles.get(state.style)?.name ?? '') + words).slice(0, LONGEST_NAME);
        styles.set(state.style, { name: name.replace(/;$/, ''), outline: state.outline });
      } else if (state.destination === 'facts' && state.fact !== '')
        facts.set(state.fact, ((facts.get(state.fact) ?? '') + words).slice(0, LONGEST_FACT));
    },
    word(state, name, value) {
      if (state.destination === 'fonts') fontWord(name, value ?? 0);
      else if (state.destination === 'facts') factWord(state, name, value);
      else if (state.destination === 'styles') {
        if (name === 's') state.style = value ?? 0;
        else if (name === 'outlinelevel') state.outline = outlineOf(value);
        else if (name === 'uc') state.standIns = standInsOf(value);
      } else if (name === 'ansicpg') page = value ?? page;
      else if (name === 'mac') page = 10000;
      else if (name === 'deff') state.font = usualFont = value ?? -1;
      else if (name === 'deflang' || name === 'deflangfe') languages.push(value ?? 0);
      else return false;
      return true;
    },
  };
}
