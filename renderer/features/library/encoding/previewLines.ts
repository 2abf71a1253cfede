/** The lines of a text by which a person sees whether its encoding is right: those with letters outside ASCII, and near. */
import { decodeBytes } from '@shared/extract/decodeBytes';

/** Bytes that are decoded for it, lines that are shown, and letters of each. */
const LOOKED = 256 * 1024;
const SHOWN = 24;
const LONGEST_LINE = 400;

const ELSEWHERE = /[^\n\r\t -~]/;

export interface Preview {
  readonly lines: readonly string[];
  /** Places among them that are no letters in this encoding. */
  readonly damaged: number;
}

/** @param encoding a name of the Encoding Standard, or `ibm500` */
export function previewLines(bytes: Uint8Array, encoding: string): Preview {
  // An even number, so that no letter of two bytes is cut.
  const text = decodeBytes(bytes.subarray(0, LOOKED), encoding);
  const lines = (/<(?:html|head|body|p|div|meta)\b/i.test(text) ? withoutTags(text) : text)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = lines.findIndex((line) => ELSEWHERE.test(line));
  const from = Math.max(0, telling - 1);
  const shown = lines.slice(from, from + SHOWN).map((line) => line.slice(0, LONGEST_LINE));
  return { lines: shown, damaged: shown.join('').split('\ufffd').length - 1 };
}

/** Mark-up, styles and scripts out of the way; only to be looked at, nothing is made of it. */
const withoutTags = (text: string): string =>
  text.replace(/<(style|script)\b[^]{0,50000}?<\/\1>/gi, '').replace(/<[^<>]{0,2000}>/g, ' ');
