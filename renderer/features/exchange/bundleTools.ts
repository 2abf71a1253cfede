/** What the bundle code needs of a web host: encoding, hashing, inflating. Also there in Node, where tests run. */
import { sha256 as startSha256 } from '@noble/hashes/sha2.js';
import type { BundleTools, Hasher } from '@shared/bundle';
import { inflate, startDeflater } from '@shared/bundle/zlib';
import { chunksOf, sizeOf } from '@shared/bundle/source';
import type { FileContent } from '@shared/platform';

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
  inflate,
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
