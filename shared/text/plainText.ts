/**
 * The one stored form of a document's text. Every offset in the program refers to it, so it is made once, here, and
 * never changed: no byte order mark, lines end in LF, and nothing else is touched (no Unicode normalisation).
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';

/** Recorded with each text: what made it, and which version of the rules. */
export const PLAIN_EXTRACTOR = 'plain/1';
/** Longest title taken from a text, in UTF-16 code units. */
export const LONGEST_TITLE = 300;
/** Longest text kept, in UTF-16 code units. */
export const LONGEST_TEXT = 64 * 1024 * 1024;

export interface PlainText {
  readonly text: string;
  /** The first line with words in it, at most `LONGEST_TITLE` code units. */
  readonly title: string;
  readonly extractor: typeof PLAIN_EXTRACTOR;
}

export type PlainTextRefusal = 'empty' | 'too-large';

/** First `limit` code units of `text`, without half a surrogate pair at the end. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit).trimEnd();
}

/** The first line that is not only white space, trimmed; the empty string where there is none. */
export function firstLine(text: string): string {
  const from = text.search(/\S/);
  if (from < 0) return '';
  const stop = text.indexOf('\n', from);
  return cut(text.slice(from, stop < 0 ? text.length : stop).trim(), LONGEST_TITLE);
}

/**
 * The stored text of what was decoded or pasted, with its title. Half surrogate pairs, which no UTF-8 file can hold,
 * become U+FFFD, so that the text in memory and the text on disk have the same hash.
 */
export function readPlainText(raw: string): Result<PlainText, PlainTextRefusal> {
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.length > LONGEST_TEXT) return no('too-large');
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (/\p{Surrogate}/u.test(text)) text = text.replace(/\p{Surrogate}/gu, '\ufffd');
  const title = firstLine(text);
  return title === '' ? no('empty') : yes({ text, title, extractor: PLAIN_EXTRACTOR });
}
