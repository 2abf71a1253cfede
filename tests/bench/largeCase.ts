/**
 * A case whose original files are more than a machine should hold in memory: each is made anew whenever it is read. Run
 * by Node it writes a bundle of them: `large.mjs FILE BYTES`.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import process from 'node:process';
import { writeBundleTo } from '../../shared/bundle';
import type { BundleContents, BundleOriginal } from '../../shared/bundle';
import { WindowSink } from '../../shared/bundle/sink';
import type { ByteStream } from '../../shared/bundle/source';
import type { RowOf } from '../../shared/model/tables';
import { tools } from '../../electron/cli/io';
import { generateCase } from './generate';

const BLOCK = 1 << 20;
const EXCERPTS = 1_000;
/** One original of this size is a text, which is packed; all others are as good as random and stored. */
const PACKED = 64 << 20;

/** Blocks of xorshift32: the same for the same seed, and nothing that could be packed. */
function noise(size: number, seed: number): ByteStream {
  return {
    size,
    async *chunks() {
      let state = seed;
      for (let at = 0; at < size; at += BLOCK) {
        const words = new Uint32Array(BLOCK / 4);
        for (let i = 0; i < words.length; i += 1) {
          state ^= state << 13;
          state ^= state >>> 17;
          state ^= state << 5;
          words[i] = state;
        }
        yield new Uint8Array(words.buffer, 0, Math.min(BLOCK, size - at));
      }
    },
  };
}

/** Lines of words and numbers. */
const lines = (size: number): ByteStream => ({
  size,
  async *chunks() {
    for (let at = 0; at < size; at += BLOCK) {
      const text = Array.from({ length: BLOCK / 16 }, (_, i) => `${at + i} ships left `.padStart(16)).join('');
      yield new TextEncoder().encode(text).subarray(0, Math.min(BLOCK, size - at));
    }
  },
});

async function hashed(bytes: ByteStream): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes.chunks()) hash.update(chunk);
  return hash.digest('hex');
}

/** A generated case, one original file for each of its documents, so many bytes together. */
async function largeCase(bytes: number): Promise<BundleContents> {
  const sha256 = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
  const contents = (await generateCase({ excerpts: EXCERPTS, sha256 })) as BundleContents;
  const documents = contents.rows.documents ?? [];
  const size = Math.floor((bytes - PACKED) / (documents.length - 1));
  const originals: BundleOriginal[] = [];
  const named: RowOf<'documents'>[] = [];
  for (const [i, document] of documents.entries()) {
    const content = i === 0 ? lines(PACKED) : noise(size, 0x9e3779b9 + i);
    const id = await hashed(content);
    originals.push({ id, ext: i === 0 ? 'txt' : 'pdf', bytes: content });
    named.push({ ...document, versions: document.versions.map((version) => ({ ...version, originalId: id })) });
  }
  return { ...contents, rows: { ...contents.rows, documents: named }, originals };
}

const [file, bytes] = process.argv.slice(2);
const handle = await open(file!, 'w');
const sink = new WindowSink({
  write: async (at, part) => void (await handle.write(part, 0, part.length, at)),
});
await writeBundleTo(sink, await largeCase(Number(bytes)), tools);
await sink.flush();
await handle.close();
