/** What the bundle code needs from its host: the domain is compiled without DOM and Node types. */

export interface BundleTools {
  /** UTF-8; lone surrogates become U+FFFD. */
  readonly encode: (text: string) => Uint8Array;
  /** Strict UTF-8, a byte order mark kept. Throws on bytes that are none. */
  readonly decode: (bytes: Uint8Array) => string;
  /** SHA-256 in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => Promise<string>;
  /** Raw DEFLATE (RFC 1951) unpacked; throws where the stream is broken or gives more than `maxSize` bytes. */
  readonly inflate: (bytes: Uint8Array, maxSize: number) => Promise<Uint8Array>;
}

/** Fraction done, 0 to 1. */
export type OnProgress = (fraction: number) => void;

/** The part of an AbortSignal that is read here. */
export interface StopSignal {
  readonly aborted: boolean;
}
