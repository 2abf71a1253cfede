/** RTF (Microsoft's specification 1.9.1) cut into its tokens: groups, control words, bytes of text. */

export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `value` is null where the word has no number. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'byte'; readonly byte: number }
  /** A run of plain ASCII letters. */
  | { readonly kind: 'letters'; readonly letters: string };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isPlain = (byte: number): boolean =>
  byte >= 0x20 && byte < 0x80 && byte !== BACKSLASH && byte !== OPEN && byte !== CLOSE;

const hexOf = (byte: number | undefined): number =>
  byte === undefined ? -1 : '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase());

const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/** The tokens of a file in order; nothing is kept, binary data (`\bin`) is passed over. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === BACKSLASH) {
      const next = bytes[at + 1];
      if (next === undefined) return;
      if (isLetter(next)) {
        let end = at + 1;
        while (end < bytes.length && isLetter(bytes[end]!) && end - at <= LONGEST_WORD) end += 1;
        const name = String.fromCharCode(...bytes.subarray(at + 1, end));
        let stop = end;
        if (bytes[stop] === 0x2d) stop += 1;
        const digits = stop;
        while (stop < bytes.length && isDigit(bytes[stop]!) && stop - digits < LONGEST_NUMBER) stop += 1;
        const hasNumber = stop > digits;
        const value = hasNumber ? Number(String.fromCharCode(...bytes.subarray(end, stop))) : null;
        at = hasNumber ? stop : end;
        if (bytes[at] === 0x20) at += 1;
        if (name === 'bin' && value !== null) at += Math.max(0, value);
        else yield { kind: 'word', name, value };
      } else if (next === 0x27) {
        const [high, low] = [hexOf(bytes[at + 2]), hexOf(bytes[at + 3])];
        const isHex = high >= 0 && low >= 0;
        at += isHex ? 4 : 2;
        if (isHex) yield { kind: 'byte', byte: high * 16 + low };
      } else {
        at += 2;
        yield { kind: 'word', name: String.fromCharCode(next), value: null };
      }
    } else if (isPlain(byte)) {
      let end = at + 1;
      while (end < bytes.length && end - at < 4096 && isPlain(bytes[end]!)) end += 1;
      yield { kind: 'letters', letters: String.fromCharCode(...bytes.subarray(at, end)) };
      at = end;
    } else {
      at += 1;
      // Line ends only break the file's lines; a tab counts as one.
      if (byte === 0x09) yield { kind: 'word', name: 'tab', value: null };
      else if (byte >= 0x80) yield { kind: 'byte', byte };
    }
  }
}
