/** Checksums in the two other spellings that standards ask for. The domain has no btoa. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Hex as base64 (RFC 4648 §4), as Content-Security-Policy wants a hash. */
export function hexToBase64(hex: string): string {
  let out = '';
  for (let i = 0; i < hex.length; i += 6) {
    const part = hex.slice(i, i + 6);
    const value = Number.parseInt(part.padEnd(6, '0'), 16);
    const letters = [18, 12, 6, 0].map((shift) => LETTERS[(value >> shift) & 63]!);
    out +=
      part.length === 6
        ? letters.join('')
        : letters
            .slice(0, part.length === 4 ? 3 : 2)
            .join('')
            .padEnd(4, '=');
  }
  return out;
}

/** A SHA-256 in hex as a "named information" address (RFC 6920). */
export const namedInformation = (sha256: string): string =>
  `ni:///sha-256;${hexToBase64(sha256).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
