/**
 * Reads the search box: words, "phrases", `-word`, `-"phrase"`, and field terms such as `tag:kursk` or
 * `source:"Estonian MoD",ISW`. Whatever is typed means something: the reader never refuses and never throws.
 */
import { wordsOf } from '../text/tokens';
import { FIELDS } from './query';
import type { Field, FieldTerm, Query, Sequence } from './query';

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”"“', '„': '“”"', '«': '»', '»': '«' };
const HANGUL = /\p{Script=Hangul}/u;
const FIELD = /^(\p{L}+):(?=\S)/u;
const SPACE = /\s/u;

/** Other spellings of a field's name. */
const FIELD_NAMES: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...FIELDS.map((field) => [field, field] as const),
  ['tags', 'tag'],
  ['document', 'doc'],
  ['tlp', 'marking'],
  ['in', 'kind'],
]);

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** The closing mark was typed, or white space follows. */
  readonly closed: boolean;
  readonly end: number;
}

function readQuoted(text: string, at: number): Piece {
  const closing = CLOSING[text[at]!]!;
  let end = at + 1;
  while (end < text.length && !closing.includes(text[end]!)) end += 1;
  const closed = end < text.length;
  return { text: text.slice(at + 1, end), quoted: true, closed, end: closed ? end + 1 : end };
}

function readBare(text: string, at: number, stop: (character: string) => boolean): Piece {
  let end = at;
  while (end < text.length && !stop(text[end]!)) end += 1;
  return { text: text.slice(at, end), quoted: false, closed: end < text.length, end };
}

const isQuote = (character: string | undefined): boolean =>
  character !== undefined && Object.hasOwn(CLOSING, character);

function readValues(text: string, from: number): { values: string[]; end: number } {
  const values: string[] = [];
  let at = from;
  for (;;) {
    const piece = isQuote(text[at])
      ? readQuoted(text, at)
      : readBare(text, at, (character) => character === ',' || SPACE.test(character));
    if (piece.text.trim() !== '') values.push(piece.text.trim());
    at = piece.end;
    if (text[at] !== ',') return { values, end: at };
    at += 1;
  }
}

function sequenceOf(piece: Piece, typing: boolean): Sequence | null {
  const words = wordsOf(piece.text);
  const last = words.at(-1);
  if (last === undefined) return null;
  // Korean hangs its particles on the word, so the bare word is the beginning of what is written.
  const particles = !piece.quoted && HANGUL.test(last);
  const open = typing && !piece.closed && !SPACE.test(piece.text.at(-1)!);
  return { words, prefix: open || particles, quoted: piece.quoted };
}

export interface ParseOptions {
  /** True while the text is being typed: its last word may go on. Default true. */
  readonly typing?: boolean;
}

/** The query a text stands for. */
export function parseQuery(text: string, options: ParseOptions = {}): Query {
  const typing = options.typing ?? true;
  const must: Sequence[] = [];
  const mustNot: Sequence[] = [];
  const fields: FieldTerm[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text[at]!)) {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    const negated = text[at] === '-' && next !== undefined && !SPACE.test(next) && next !== '-';
    if (negated) at += 1;
    const field = FIELD_NAMES.get(FIELD.exec(text.slice(at, at + 40))?.[1]?.toLowerCase() ?? '');
    if (field) {
      const { values, end } = readValues(text, text.indexOf(':', at) + 1);
      if (values.length > 0) fields.push({ field, values, negated });
      at = Math.max(end, at + 1);
      continue;
    }
    const piece = isQuote(text[at])
      ? readQuoted(text, at)
      : readBare(text, at, (character) => SPACE.test(character) || isQuote(character));
    at = Math.max(piece.end, at + 1);
    const sequence = sequenceOf(piece, typing && !negated);
    if (sequence) (negated ? mustNot : must).push(sequence);
  }
  return { must, mustNot, fields };
}
