/** The signs lists are shown with: numbers, letters, bullets, boxes. */
import { attribute, below, childrenOf, hasAttribute, nameOf, textOf } from './node';
import type { HtmlNode } from './node';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let left = number;
  let signs = '';
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      signs += sign;
      left -= value;
    }
  }
  return signs;
}

function letters(number: number): string {
  let signs = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    signs = String.fromCharCode(97 + ((left - 1) % 26)) + signs;
  }
  return signs;
}

function numberSign(number: number, kind: string): string {
  if (number >= 1 && number < 4000) {
    if (kind === 'i' || kind === 'lower-roman') return roman(number);
    if (kind === 'I' || kind === 'upper-roman') return roman(number).toUpperCase();
    if (kind === 'a' || kind === 'lower-alpha' || kind === 'lower-latin') return letters(number);
    if (kind === 'A' || kind === 'upper-alpha' || kind === 'upper-latin') return letters(number).toUpperCase();
  }
  return String(number);
}

const styleType = (node: HtmlNode): string =>
  /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(node, 'style'))?.[1]?.toLowerCase() ?? '';

const wholeNumber = (text: string): number | null =>
  /^\s*[+-]?\d{1,9}\s*$/.test(text) ? Number.parseInt(text, 10) : null;

/** What stands before an item of a list, with a space behind; empty where nothing is shown. To be asked in their order. */
export function signsOf(list: HtmlNode): (item: HtmlNode) => string {
  const style = styleType(list);
  const isOrdered = nameOf(list) === 'ol';
  const kind = style !== '' && style !== 'none' ? style : attribute(list, 'type').trim();
  const step = isOrdered && hasAttribute(list, 'reversed') ? -1 : 1;
  let items = 0;
  if (step < 0) for (const child of childrenOf(list)) if (nameOf(child) === 'li') items += 1;
  let next = wholeNumber(attribute(list, 'start')) ?? (step < 0 ? items : 1);
  return (item) => {
    const number = wholeNumber(attribute(item, 'value')) ?? next;
    next = number + step;
    if (style === 'none' || styleType(item) === 'none') return '';
    return isOrdered ? `${numberSign(number, kind)}. ` : '• ';
  };
}

/** Signs that Word writes in fonts of pictures. */
const WORD_BULLET = /^[\u00b7\u00a7\u00d8\u00fco\uf0b7\uf0a7\uf0d8\uf0fc\u25cf\u25aa-]$/;

export interface WordItem {
  /** From 1. */
  readonly level: number;
  readonly sign: string;
}

/** What a paragraph is that Word writes for an item of a list: its sign stands in a part that is to be ignored. */
export function wordItem(node: HtmlNode): WordItem | null {
  const level = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(attribute(node, 'style'))?.[1];
  if (nameOf(node) !== 'p' || level === undefined) return null;
  let sign = '';
  for (const one of below(node)) {
    if (/mso-list\s*:\s*ignore/i.test(attribute(one, 'style'))) {
      sign = textOf(one, 40).replace(/\s+/g, ' ').trim();
      break;
    }
  }
  return { level: Math.max(1, Number(level)), sign: sign === '' || WORD_BULLET.test(sign) ? '• ' : `${sign} ` };
}
