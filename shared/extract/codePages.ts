/** Bytes to letters by the name of a code page: what the parts of office files and old RTF are written in. */

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** The Encoding Standard's decoder, which every host of the domain has. */
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => Decoder;

const decoders = new Map<string, Decoder | null>();

function decoderOf(label: string): Decoder | null {
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(label);
    } catch {
      decoder = null;
    }
    decoders.set(label, decoder);
  }
  return decoder;
}

/** Windows code page numbers to labels of the Encoding Standard. */
const LABELS: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1361, 'euc-kr'],
  [10000, 'macintosh'],
  [10007, 'x-mac-cyrillic'],
  [20866, 'koi8-r'],
  [21866, 'koi8-u'],
  [28592, 'iso-8859-2'],
  [28595, 'iso-8859-5'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/** 0x80 to 0x9f of code page 1252, as the Encoding Standard has them; not every host's decoder does. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWestern(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte < 0xa0 ? WESTERN[byte - 0x80]! : String.fromCharCode(byte);
  return text;
}

/** Letters of bytes by a Windows code page number; a page that is not known is read as Western European (1252). */
export function decodeCodePage(bytes: Uint8Array, page: number): string {
  const label = LABELS.get(page) ?? (page >= 1250 && page <= 1258 && page !== 1252 ? `windows-${page}` : null);
  return (label === null ? null : decoderOf(label))?.decode(bytes) ?? decodeWestern(bytes);
}

/** The text of an XML file: UTF-16 by its byte order mark, a single-byte encoding by its declaration, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoderOf('utf-16le')!.decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoderOf('utf-16be')!.decode(bytes);
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that can be read byte by byte is no UTF-16, whatever it says.
  const decoder = declared.startsWith('utf-16') ? null : decoderOf(declared);
  return (decoder ?? decoderOf('utf-8')!).decode(bytes);
}
