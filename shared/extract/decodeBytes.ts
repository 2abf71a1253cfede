/** Bytes to letters by the name of an encoding: the platform's decoder, and what it does not know. */
import { decodeEbcdic, EBCDIC } from './ebcdic';

interface Decoder {
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** The Encoding Standard's decoder, which every host of the domain has. */
declare const TextDecoder: new (label: string) => Decoder;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Bytes decoded at once. */
const PIECE = 4 * 1024 * 1024;

function decoderOf(label: string): Decoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** An encoding's name in the Encoding Standard, from any of its labels; null where it is not known. */
export function standardName(label: string): string | null {
  const name = label.trim().toLowerCase();
  if (name === EBCDIC) return EBCDIC;
  const encoding = decoderOf(name)?.encoding ?? null;
  return encoding === 'replacement' ? null : encoding;
}

/** The letters of the bytes, without a byte order mark; what is no letter in this encoding becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === EBCDIC) return decodeEbcdic(bytes);
  const decoder = decoderOf(encoding) ?? decoderOf('utf-8')!;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const stop = Math.min(bytes.length, at + PIECE);
    parts.push(decoder.decode(bytes.subarray(at, stop), { stream: stop < bytes.length }));
  }
  return parts.join('');
}

/** The letters as UTF-8. */
export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
