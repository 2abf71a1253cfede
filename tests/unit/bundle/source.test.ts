// Bundles from wherever they lie: memory, a Blob or a file give the same answer, and nothing is unpacked beyond its size.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentsBroken, inspectBundle, readBundle, signatureOf, writeBundle, writeBundleTo } from '@shared/bundle';
import type { Bytes } from '@shared/bundle';
import { MemorySink, WindowSink } from '@shared/bundle/sink';
import { CHUNK, chunksOf, SourceChanged, wholeOf } from '@shared/bundle/source';
import type { ByteStream } from '@shared/bundle/source';
import { EntryBroken, entryStream } from '@shared/bundle/zipEntry';
import type { ZipEntry } from '@shared/bundle/zipRead';
import { diskFile } from '../../../electron/diskFile';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { held } from '../../fixtures/bundles/held';
import { sha256, smallCase } from '../../fixtures/bundles/make';
import { VECTORS } from '../../fixtures/bundles/vectors';

const vectors = path.resolve(import.meta.dirname, '../../fixtures/bundles/vectors');

/** Bytes in pieces of these lengths, over and over. */
const streamOf = (bytes: Uint8Array, pieces: readonly number[], size = bytes.length): ByteStream => ({
  size,
  async *chunks() {
    for (let at = 0, i = 0; at < bytes.length; i += 1) {
      const to = at + pieces[i % pieces.length]!;
      yield bytes.subarray(at, to);
      at = to;
    }
  },
});

const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  return bytes;
};

describe('a bundle', () => {
  it.each(VECTORS.map(({ file }) => file))('%s is the same from memory, from a Blob and from a disk', async (file) => {
    const place = path.join(vectors, file);
    const bytes = new Uint8Array(readFileSync(place));
    const [memory, blob, disk] = [bytes, new Blob([bytes]), await diskFile(place)];
    const first = await held(await readBundle(memory, bundleTools));
    for (const given of [blob, disk]) {
      expect(await held(await readBundle(given, bundleTools))).toEqual(first);
      expect(await inspectBundle(given, bundleTools)).toEqual(await inspectBundle(memory, bundleTools));
      expect(await signatureOf(given, bundleTools)).toEqual(await signatureOf(memory, bundleTools));
    }
  });

  it('has the same bytes, whatever its originals are handed on as', async () => {
    for (const original of [noise(3 * CHUNK + 17), new Uint8Array(2 * CHUNK).fill(7), new Uint8Array(0)]) {
      const made = async (ext: string, bytes: Bytes): Promise<Uint8Array> => {
        const { rows, ...rest } = smallCase();
        const originalId = sha256(original);
        const documents = rows.documents!.map((document) => ({
          ...document,
          versions: document.versions.map((version) => ({ ...version, originalId })),
        }));
        return writeBundle(
          { ...rest, rows: { ...rows, documents }, originals: [{ id: originalId, ext, bytes }] },
          bundleTools,
        );
      };
      for (const ext of ['txt', 'pdf']) {
        const whole = await made(ext, original);
        const blob = new Blob([original as Uint8Array<ArrayBuffer>]);
        for (const other of [blob, streamOf(original, [1_000, CHUNK, 77_777])])
          expect(Buffer.compare(await made(ext, other), whole)).toBe(0);
        const read = await readBundle(whole, bundleTools);
        expect(read.ok && Buffer.compare(await wholeOf(read.value.originals[0]!.bytes), original)).toBe(0);
      }
    }
  });

  it('is not finished where an original is damaged or is no longer what it was', async () => {
    const small = smallCase();
    const [{ id, ext, bytes }] = small.originals as [(typeof small.originals)[0]];
    const right = await wholeOf(bytes);
    const made = (other: Bytes) =>
      writeBundleTo(new MemorySink(), { ...small, originals: [{ id, ext, bytes: other }] }, bundleTools);
    await expect(made(right.map((byte) => byte ^ 1))).rejects.toThrow(ContentsBroken);
    await expect(made(streamOf(right, [10], right.length + 1))).rejects.toThrow(SourceChanged);
    await expect(made(streamOf(right, [10], right.length - 1))).rejects.toThrow(ContentsBroken);
  });

  it('that becomes shorter while it is read gives no case', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'collate-source-'));
    const place = path.join(folder, 'a.collate');
    const bytes = await writeBundle(smallCase(), bundleTools);
    writeFileSync(place, bytes);
    const file = await diskFile(place);
    writeFileSync(place, bytes.subarray(0, bytes.length / 2));
    await expect(readBundle(file, bundleTools)).rejects.toThrow(SourceChanged);
    rmSync(folder, { recursive: true });
  });

  it('is stopped between two chunks of an original', async () => {
    const original = noise(4 * CHUNK);
    const small = smallCase();
    const id = sha256(original);
    const documents = small.rows.documents!.map((document) => ({
      ...document,
      versions: document.versions.map((version) => ({ ...version, originalId: id })),
    }));
    const contents = { ...small, rows: { ...small.rows, documents }, originals: [{ id, ext: 'pdf', bytes: original }] };
    const signal = { aborted: false };
    let chunks = 0;
    const keep = () => async () => {
      chunks += 1;
      signal.aborted = true;
    };
    const read = await readBundle(await writeBundle(contents, bundleTools), bundleTools, { signal, keep });
    expect(read).toEqual({ ok: false, reason: 'cancelled' });
    expect(chunks).toBe(1);
  });
});

describe('a packed file in chunks', () => {
  const all = async (packed: Uint8Array, size: number): Promise<number> => {
    const entry: ZipEntry = { name: 'a', method: 8, crc: 0, size, packed: packed.length, from: 0 };
    let length = 0;
    for await (const chunk of entryStream(packed, entry).chunks()) length += chunk.length;
    return length;
  };

  it('has the bytes that were packed', async () => {
    const text = new TextEncoder().encode('geese over the pier, '.repeat(200_000));
    const packed = new Uint8Array(deflateRawSync(text));
    const entry: ZipEntry = { name: 'a', method: 8, crc: 0, size: text.length, packed: packed.length, from: 0 };
    expect(Buffer.compare(await wholeOf(entryStream(new Blob([packed]), entry)), text)).toBe(0);
  });

  it('is refused where it is longer or shorter than it says, is cut short, or goes on after its end', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(1 << 20)));
    expect(await all(packed, 1 << 20)).toBe(1 << 20);
    await expect(all(packed, (1 << 20) - 1)).rejects.toThrow(EntryBroken);
    await expect(all(packed, (1 << 20) + 1)).rejects.toThrow(EntryBroken);
    await expect(all(packed.subarray(0, -5), 1 << 20)).rejects.toThrow(EntryBroken);
    await expect(all(new Uint8Array(0), 0)).rejects.toThrow(EntryBroken);
    const longer = new Uint8Array(packed.length + (1 << 20));
    longer.set(packed);
    await expect(all(longer, 1 << 20)).rejects.toThrow(EntryBroken);
  });

  it('that is a bomb is left after the step that shows it', async () => {
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(64 << 20)));
    const entry: ZipEntry = { name: 'a', method: 8, crc: 0, size: 1 << 20, packed: packed.length, from: 0 };
    let given = 0;
    await expect(
      (async () => {
        for await (const chunk of entryStream(packed, entry).chunks()) given += chunk.length;
      })(),
    ).rejects.toThrow(EntryBroken);
    expect(given).toBeLessThanOrEqual(1 << 20);
  });
});

it('chunks are of one size, however the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 2 * CHUNK }), { minLength: 1, maxLength: 4 }),
      fc.nat(3 * CHUNK),
      async (pieces, size) => {
        const bytes = new Uint8Array(size).map((_, at) => at);
        const chunks: Uint8Array[] = [];
        for await (const chunk of chunksOf(streamOf(bytes, pieces))) chunks.push(chunk.slice());
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === CHUNK)).toBe(true);
        expect(Buffer.compare(Buffer.concat(chunks), bytes)).toBe(0);
      },
    ),
    { numRuns: 20 },
  );
});

describe('a sink with a window', () => {
  let random: Uint8Array;
  beforeAll(() => {
    random = noise(3 << 20);
  });
  afterAll(() => {
    random = new Uint8Array();
  });

  it('ends with the bytes that were written last at each place', async () => {
    const steps = fc.array(fc.record({ back: fc.nat(6 << 20), length: fc.nat(3 << 20) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (writes) => {
        const [plain, behind] = [new MemorySink(), new MemorySink()];
        const sink = new WindowSink(behind);
        let end = 0;
        for (const { back, length } of writes) {
          const at = Math.max(0, end - back);
          const bytes = random.subarray(0, length);
          await plain.write(at, bytes);
          await sink.write(at, bytes);
          end = Math.max(end, at + length);
        }
        await sink.flush();
        expect(Buffer.compare(behind.bytes(end), plain.bytes(end))).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
