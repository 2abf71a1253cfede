/** What the bundle code needs of a web host: encoding, hashing, inflating. Also there in Node, where tests run. */
import { inflateSync } from 'fflate';
import type { BundleTools } from '@shared/bundle';

/** Below this many packed bytes a stream costs more than it saves. */
const SMALL = 64 * 1024;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const bundleTools: BundleTools = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => decoder.decode(bytes),
  sha256: async (bytes) => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  verify: async (publicKey, signature, message) => {
    try {
      const key = await crypto.subtle.importKey('raw', publicKey as BufferSource, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature as BufferSource, message as BufferSource);
    } catch {
      // Not a point of the curve: then it is nobody's signature.
      return false;
    }
  },
  inflate: (bytes, maxSize) => (bytes.length < SMALL ? inflateSmall(bytes, maxSize) : inflateStream(bytes, maxSize)),
};

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
