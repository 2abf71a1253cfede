/** Which encoding the bytes of a text file are in: what they say first, what a detector takes them for last. */
import * as chardet from 'chardet';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { byteOrderMark, countUtf8, knownBinary, looksBinary, oddShare, utf16WithoutMark } from '../text/encoding';
import { decodeBytes, standardName } from './decodeBytes';
import { EBCDIC, looksEbcdic } from './ebcdic';
import type { ExtractWarning } from './extracted';

/** Bytes shown to the detector. */
const SAMPLE = 128 * 1024;
/** Below this the detector's answer is not believed at all. */
const LEAST_CONFIDENCE = 8;
/** Shares of characters that a right table never leaves. */
const MOST_ODD = 0.003;
const MOST_ODD_UTF16 = 0.02;

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
    // Not every name of the detector is in the Encoding Standard: then the next likely one.
    const known = standardName(name);
    if (known !== null) return known;
  }
  return null;
}

/** UTF-16 of a script other than Latin: read the right way round it has spaces and full stops, the wrong way none. */
function utf16BySpaces(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 16 || bytes.length % 2 === 1) return null;
  const part = bytes.subarray(0, 65_536);
  const count = (encoding: string): number =>
    decodeBytes(part, encoding).match(/[ \n\u3001\u3002\uff0c]/g)?.length ?? 0;
  const [little, big] = [count('utf-16le'), count('utf-16be')];
  const enough = part.length / 200;
  const found =
    little > enough && big < little / 20 ? 'utf-16le' : big > enough && little < big / 20 ? 'utf-16be' : null;
  return found !== null && oddShare(decodeBytes(part, found)) <= MOST_ODD ? found : null;
}

/** ISO-2022-JP is ASCII to look at, but for the signs by which it changes its set. */
function isIso2022Jp(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(27); at >= 0 && at < SAMPLE; at = bytes.indexOf(27, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

export interface ToldEncoding {
  readonly encoding: string;
  readonly warnings: readonly ExtractWarning[];
  readonly mostOdd: number;
}

const sure = (encoding: string, mostOdd = 1): Result<ToldEncoding, never> => yes({ encoding, warnings: [], mostOdd });

const guessed = (encoding: string, mostOdd = MOST_ODD): Result<ToldEncoding, never> =>
  yes({ encoding, warnings: [{ kind: 'encoding-guessed', encoding }], mostOdd });

/** The encoding of the bytes, whether it is only a guess, and the share of odd characters past which it is wrong. */
export function tellEncoding(bytes: Uint8Array): Result<ToldEncoding, 'binary' | 'encoding-unknown'> {
  if (knownBinary(bytes) !== null) return no('binary');
  const marked = byteOrderMark(bytes);
  if (marked === 'utf-32') return no('encoding-unknown');
  if (marked !== null && marked !== 'utf-8') return sure(marked, MOST_ODD_UTF16);
  const unmarked = marked === null ? (utf16WithoutMark(bytes) ?? utf16BySpaces(bytes)) : null;
  const { valid, invalid } = countUtf8(bytes);
  if (unmarked !== null && (invalid > 0 || bytes.includes(0))) return sure(unmarked, MOST_ODD_UTF16);
  if (marked === null && looksEbcdic(bytes)) return guessed(EBCDIC);
  if (looksBinary(bytes)) return no('binary');
  if (invalid === 0) return isIso2022Jp(bytes) && valid === 0 ? guessed('iso-2022-jp') : sure('utf-8');
  if (marked === 'utf-8' || valid > invalid * 3) {
    return yes({ encoding: 'utf-8', warnings: [{ kind: 'bytes-replaced', count: invalid }], mostOdd: 1 });
  }
  const encoding = guessEncoding(bytes);
  return encoding === null ? no('encoding-unknown') : guessed(encoding);
}
