/** What the bundle code needs from its host: the domain is compiled without DOM and Node types. */
import type { PackedFile } from './zipWrite';
import type { Deflater } from './zlib';

export interface BundleTools {
  /** UTF-8; lone surrogates become U+FFFD. */
  readonly encode: (text: string) => Uint8Array;
  /** Strict UTF-8, a byte order mark kept. Throws on bytes that are none. */
  readonly decode: (bytes: Uint8Array) => string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** SHA-256 of so many bytes that come one after the other. */
  readonly hasher: (size: number) => Hasher;
  /**
   * `packFile` beside this thread, for hosts that can. Takes the bytes away: whoever asks for their checksum asks before,
   * and gets it all the same (Web Cryptography hashes a copy).
   */
  readonly pack?: (bytes: Uint8Array) => Promise<PackedFile>;
  /** The one of `zlib.ts`: every host makes the same bytes. */
  readonly startDeflater: () => Promise<Deflater>;
  /** Raw DEFLATE (RFC 1951) unpacked; throws where the stream is broken or gives more than `maxSize` bytes. */
  readonly inflate: (bytes: Uint8Array, maxSize: number) => Promise<Uint8Array>;
  /** Whether a signature of 64 bytes is that of the message by a public key of 32 (Ed25519, RFC 8032). */
  readonly verify: (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => Promise<boolean>;
}

export interface Hasher {
  /** Keeps nothing of the bytes when it returns, or a copy. */
  update(bytes: Uint8Array): void;
  /** Lower-case hex; the last call. */
  hex(): Promise<string>;
}

/** Fraction done, 0 to 1. */
export type OnProgress = (fraction: number) => void;

/** The part of an AbortSignal that is read here. */
export interface StopSignal {
  readonly aborted: boolean;
}
