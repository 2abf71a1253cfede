/** Bytes of a text file to its words, by what they say about themselves; pure, as these converters are told no host's decoder. */
import { byteOrderMark, countUtf8, utf16WithoutMark } from '../../text/encoding';

/** What windows-1252 has between 0x80 and 0x9f (Encoding Standard); all else is as in Latin-1. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Units handed to the engine at once. */
const CHUNK = 8_192;

function joined(next: () => number): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let code = next(); code >= 0; code = next()) {
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
    if (units.length < CHUNK) continue;
    parts.push(String.fromCharCode(...units));
    units = [];
  }
  return parts.join('') + String.fromCharCode(...units);
}

/** Well-formed UTF-8 only: whoever calls has counted. */
function utf8(bytes: Uint8Array, from: number): string {
  let at = from;
  const more = (): number => bytes[at++]! & 0x3f;
  return joined(() => {
    if (at >= bytes.length) return -1;
    const lead = bytes[at++]!;
    if (lead < 0x80) return lead;
    if (lead < 0xe0) return ((lead & 0x1f) << 6) | more();
    if (lead < 0xf0) return ((lead & 0x0f) << 12) | (more() << 6) | more();
    return ((lead & 0x07) << 18) | (more() << 12) | (more() << 6) | more();
  });
}

function utf16(bytes: Uint8Array, from: number, isBig: boolean): string {
  let at = from;
  return joined(() => {
    if (at + 1 >= bytes.length) return -1;
    const [first, second] = [bytes[at]!, bytes[at + 1]!];
    at += 2;
    return isBig ? (first << 8) | second : (second << 8) | first;
  });
}

function windows1252(bytes: Uint8Array): string {
  let at = 0;
  return joined(() => {
    if (at >= bytes.length) return -1;
    const byte = bytes[at++]!;
    return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
  });
}

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** The words of a file: UTF-8 where its bytes are that, UTF-16 by its mark or its zeros, else windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = byteOrderMark(bytes);
  const wide = mark === 'utf-16le' || mark === 'utf-16be' ? mark : mark === null ? utf16WithoutMark(bytes) : null;
  if (wide) return { text: utf16(bytes, mark ? 2 : 0, wide === 'utf-16be'), encoding: wide };
  if (countUtf8(bytes).invalid === 0) return { text: utf8(bytes, mark === 'utf-8' ? 3 : 0), encoding: 'utf-8' };
  return { text: windows1252(bytes), encoding: 'windows-1252' };
}
