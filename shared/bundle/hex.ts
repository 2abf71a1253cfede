/** Checksums in the spellings that standards ask for. */
import { base64Of } from './base64';

/** The bytes of an even number of hex digits. */
export const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Hex as base64 (RFC 4648 §4), as Content-Security-Policy wants a hash. */
export const hexToBase64 = (hex: string): string => base64Of(hexBytes(hex));

/** A SHA-256 in hex as a "named information" address (RFC 6920). */
export const namedInformation = (sha256: string): string =>
  `ni:///sha-256;${hexToBase64(sha256).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
