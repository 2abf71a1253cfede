/** Bytes of a text file to its stored text: which encoding, is it text at all, and what had to be mended. */
import * as chardet from 'chardet';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { byteOrderMark, countUtf8, knownBinary, looksBinary, oddShare, utf16WithoutMark } from '@shared/text/encoding';
import { LONGEST_TEXT, readPlainText } from '@shared/text/plainText';
import type { ImportRefusal, ImportWarning } from '@shared/text/refusals';

/** Largest text file, in bytes. */
export const MAX_TEXT_BYTES = LONGEST_TEXT;

export interface ReadText {
  /** The stored text: see shared/text/plainText. */
  readonly text: string;
  readonly title: string;
  /** Name and version of the rules that made the text, for the record. */
  readonly extractor: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  readonly warnings: readonly ImportWarning[];
}

export type DecodeRefusal = Exclude<ImportRefusal, 'unreadable' | 'cancelled'>;

/** `done` goes from 0 to 1. */
export type OnProgress = (done: number) => void;

/** Bytes decoded between two reports of progress. */
const PIECE = 4 * 1024 * 1024;
/** Bytes shown to the detector. */
const SAMPLE = 128 * 1024;
/** Below this the detector's answer is not believed at all; below the second it is named as a guess. */
const LEAST_CONFIDENCE = 8;
/** Shares of characters that a right table never leaves. */
const MOST_ODD = 0.003;
const MOST_ODD_UTF16 = 0.02;

function decode(bytes: Uint8Array, encoding: string, onProgress: OnProgress): string {
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    const stop = Math.min(bytes.length, at + PIECE);
    text += decoder.decode(bytes.subarray(at, stop), { stream: stop < bytes.length });
    onProgress(stop / bytes.length);
  }
  return text;
}

/** Lines with letters outside ASCII, put together: mark-up and figures between them would only mislead the detector. */
function tellingPart(bytes: Uint8Array): Uint8Array {
  const part = new Uint8Array(Math.min(SAMPLE, bytes.length));
  let length = 0;
  let lineStart = 0;
  let telling = false;
  for (let at = 0; at <= bytes.length && length < part.length; at += 1) {
    const byte = bytes[at] ?? 10;
    if (byte >= 0x80) telling = true;
    if (byte !== 10 && at - lineStart < 1024) continue;
    if (telling) {
      const line = bytes.subarray(lineStart, Math.min(at + 1, lineStart + part.length - length));
      part.set(line, length);
      length += line.length;
    }
    lineStart = at + 1;
    telling = false;
  }
  return part.subarray(0, length);
}

/** What the detector takes the bytes for, where this platform can decode it. */
function guessEncoding(bytes: Uint8Array): string | null {
  for (const { name, confidence } of chardet.analyse(tellingPart(bytes))) {
    if (confidence < LEAST_CONFIDENCE) return null;
    if (/^(?:UTF|ASCII|ISO-2022-(?:CN|KR))/i.test(name)) continue;
    try {
      return new TextDecoder(name).encoding;
    } catch {
      // Not in the Encoding Standard: the next likely one.
    }
  }
  return null;
}

interface Choice {
  readonly encoding: string;
  readonly warnings: readonly ImportWarning[];
  readonly mostOdd: number;
}

function chooseEncoding(bytes: Uint8Array): Result<Choice, 'binary' | 'encoding-unknown'> {
  if (knownBinary(bytes) !== null) return no('binary');
  const marked = byteOrderMark(bytes);
  if (marked === 'utf-32') return no('encoding-unknown');
  const sixteen = marked === null ? utf16WithoutMark(bytes) : marked === 'utf-8' ? null : marked;
  if (sixteen !== null) return yes({ encoding: sixteen, warnings: [], mostOdd: MOST_ODD_UTF16 });
  if (looksBinary(bytes)) return no('binary');
  const { valid, invalid } = countUtf8(bytes);
  if (invalid === 0) return yes({ encoding: 'utf-8', warnings: [], mostOdd: 1 });
  if (marked === 'utf-8' || valid > invalid * 3) {
    return yes({ encoding: 'utf-8', warnings: [{ kind: 'bytes-replaced', count: invalid }], mostOdd: 1 });
  }
  const encoding = guessEncoding(bytes);
  if (encoding === null) return no('encoding-unknown');
  return yes({ encoding, warnings: [{ kind: 'encoding-guessed', encoding }], mostOdd: MOST_ODD });
}

/** The stored text of a file's bytes. Works where it is called; see importText for the one that keeps the page free. */
export function decodeTextFile(bytes: Uint8Array, onProgress: OnProgress = () => {}): Result<ReadText, DecodeRefusal> {
  if (bytes.length === 0) return no('empty');
  if (bytes.length > MAX_TEXT_BYTES) return no('too-large');
  const choice = chooseEncoding(bytes);
  if (!choice.ok) return choice;
  const { encoding, warnings, mostOdd } = choice.value;
  const decoded = decode(bytes, encoding, onProgress);
  if (oddShare(decoded) > mostOdd) return no(mostOdd === MOST_ODD_UTF16 ? 'binary' : 'encoding-unknown');
  const read = readPlainText(decoded);
  return read.ok ? yes({ ...read.value, encoding, warnings }) : read;
}
