/** What the bundle code needs of a web host: encoding, hashing, inflating. Also there in Node, where tests run. */
import { sha256 as startSha256 } from '@noble/hashes/sha2.js';
import { inflateSync } from 'fflate';
import type { BundleTools, Hasher } from '@shared/bundle';
import { startDeflater } from '@shared/bundle/zlib';
import { chunksOf, sizeOf } from '@shared/bundle/source';
import type { FileContent } from '@shared/platform';

/** Below this many packed bytes a stream costs more than it saves. */
const SMALL = 64 * 1024;
/** The host hashes ten times as fast as we do, but only what is in memory. */
const HASHED_AT_ONCE = 16 * 1024 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));

export const bundleTools: BundleTools = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
  sha256,
  hasher: (size) => (size > HASHED_AT_ONCE ? hashInSteps() : hashAtOnce(size)),
  verify: async (publicKey, signature, message) => {
    try {
      const key = await crypto.subtle.importKey('raw', publicKey as BufferSource, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature as BufferSource, message as BufferSource);
    } catch {
      // Not a point of the curve: then it is nobody's signature.
      return false;
    }
  },
  startDeflater,
  inflate: (bytes, maxSize) => (bytes.length < SMALL ? inflateSmall(bytes, maxSize) : inflateStream(bytes, maxSize)),
};

/** SHA-256 of a file of any size, in hex. */
export async function hashOf(content: FileContent): Promise<string> {
  const hash = bundleTools.hasher(sizeOf(content));
  for await (const chunk of chunksOf(content)) hash.update(chunk);
  return hash.hex();
}

function hashInSteps(): Hasher {
  const hash = startSha256.create();
  return { update: (bytes) => void hash.update(bytes), hex: async () => hexOf(hash.digest()) };
}

function hashAtOnce(size: number): Hasher {
  let whole = new Uint8Array(size);
  let length = 0;
  return {
    update(bytes) {
      // More than was said has another hash anyway.
      if (length + bytes.length > whole.length) whole = new Uint8Array(0);
      else whole.set(bytes, length);
      length += bytes.length;
    },
    hex: () => sha256(whole.subarray(0, length)),
  };
}

function inflateSmall(bytes: Uint8Array, maxSize: number): Promise<Uint8Array> {
  // fflate stops at the end of the buffer it is given; the byte to spare tells a full one from one too small.
  const out = inflateSync(bytes, { out: new Uint8Array(maxSize + 1) });
  return out.length > maxSize ? Promise.reject(new RangeError('larger than declared')) : Promise.resolve(out);
}

async function inflateStream(bytes: Uint8Array, maxSize: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // Errors of the writing side come out at the reading side too.
  const written = writer.write(bytes as BufferSource).then(() => writer.close());
  written.catch(() => {});
  const reader = stream.readable.getReader();
  const out = new Uint8Array(maxSize);
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (length + step.value.length > maxSize) {
      void reader.cancel().catch(() => {});
      throw new RangeError('larger than declared');
    }
    out.set(step.value, length);
    length += step.value.length;
  }
  await written;
  return length === maxSize ? out : out.subarray(0, length);
}
