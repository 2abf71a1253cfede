/** Bytes of a text file or of a page to their letters: which encoding, is it text at all, and what had to be mended. */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { byteOrderMark, oddShare } from '../text/encoding';
import { LONGEST_TEXT } from '../text/plainText';
import { decodeBytes, standardName } from './decodeBytes';
import type { ExtractWarning } from './extracted';
import { tellEncoding } from './tellEncoding';

/** Largest text file, in bytes. */
export const MAX_TEXT_BYTES = LONGEST_TEXT;

export interface Decoded {
  readonly text: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  readonly warnings: readonly ExtractWarning[];
}

export type DecodeRefusal = 'empty' | 'binary' | 'too-large' | 'encoding-unknown';

/** Bytes in which a page says its encoding; the standard has 1,024, pages are not so strict. */
const PAGE_HEAD = 16_384;

/** Bytes at the start of a page as letters, whatever their encoding: mark-up is ASCII in all that a page can name. */
const asciiOf = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, PAGE_HEAD)) text += String.fromCharCode(byte);
  return text;
};

/**
 * The letters of a text file. `encoding` is one a person chose (any label of the Encoding Standard); without it the
 * bytes tell. A guess is named in the warnings, and so is how many places are no letters.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Result<Decoded, DecodeRefusal> {
  if (bytes.length === 0) return no('empty');
  if (bytes.length > MAX_TEXT_BYTES) return no('too-large');
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const told = tellEncoding(bytes);
  if (!told.ok) return told;
  const { mostOdd, warnings } = told.value;
  const text = decodeBytes(bytes, told.value.encoding);
  if (oddShare(text) > mostOdd) return no(told.value.encoding.startsWith('utf-16') ? 'binary' : 'encoding-unknown');
  return yes({ text, encoding: told.value.encoding, warnings });
}

function decodeAs(bytes: Uint8Array, label: string): Result<Decoded, DecodeRefusal> {
  const encoding = standardName(label);
  if (encoding === null) return no('encoding-unknown');
  const text = decodeBytes(bytes, encoding);
  const count = text.split('\ufffd').length - 1;
  return yes({ text, encoding, warnings: count > 0 ? [{ kind: 'bytes-replaced', count }] : [] });
}

/** What a page says of its own encoding (HTML §13.2.3, XML §4.3.3); null where it says nothing, or nothing that is known. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = asciiOf(bytes).replace(/<!--[\s\S]*?-->/g, '');
  const declared =
    /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,400}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  if (declared === undefined) return null;
  const encoding = standardName(declared);
  // What could be read byte by byte is no UTF-16, whatever it says.
  if (encoding?.startsWith('utf-16')) return 'utf-8';
  return encoding === 'x-user-defined' ? 'windows-1252' : encoding;
}

/** The letters of a page: by its mark, by what it says of itself where that fits, else as of any text. */
export function decodeHtml(bytes: Uint8Array, encoding?: string): Result<Decoded, DecodeRefusal> {
  if (encoding !== undefined || byteOrderMark(bytes) !== null || bytes.length > MAX_TEXT_BYTES) {
    return decodeText(bytes, encoding);
  }
  const declared = declaredEncoding(bytes);
  const told = decodeText(bytes);
  if (declared === null || declared === 'utf-8') return told;
  // A page that is well-formed UTF-8 with letters outside ASCII was saved anew, and its word is the old one.
  if (told.ok && told.value.encoding !== 'utf-8' && told.value.warnings.length === 0) return told;
  if (told.ok && told.value.encoding === 'utf-8' && /[\u0080-\uffff]/.test(told.value.text)) return told;
  const read = decodeAs(bytes, declared);
  return read.ok && oddShare(read.value.text) < 0.05 ? read : told;
}
