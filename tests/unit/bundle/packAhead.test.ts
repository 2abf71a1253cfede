// Files that are packed beside the thread that writes a bundle: the bytes are the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { BundleTooLarge, packFile, writeZip, writeZipTo } from '@shared/bundle/zipWrite';
import { MemorySink } from '@shared/bundle/sink';
import { generateCase } from '../../bench/generate';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';

/** As a thread does it: the bytes are gone from here at once. */
const packAside = (bytes: Uint8Array): ReturnType<typeof packFile> =>
  packFile(structuredClone(bytes, { transfer: [bytes.buffer] }), bundleTools);

test('a bundle has the same bytes, wherever its files are packed', async () => {
  const sha256 = (text: string): Promise<string> => bundleTools.sha256(bundleTools.encode(text));
  const contents = (await generateCase({
    excerpts: 300,
    caseId: '018bcfe5-0000-7000-8000-000000000300',
    sha256,
  })) as BundleContents;
  const aside: number[] = [];
  const pack = (bytes: Uint8Array): ReturnType<typeof packFile> => {
    aside.push(bytes.length);
    return packAside(bytes);
  };
  const bundle = await writeBundle(contents, { ...bundleTools, pack });
  expect(aside.length).toBeGreaterThanOrEqual(2);
  expect(Buffer.compare(bundle, await writeBundle(contents, bundleTools))).toBe(0);
});

test('a zip has the same bytes, whether a file is small, empty, repeats itself or cannot be made smaller', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }),
    fc
      .record({ byte: fc.nat(255), length: fc.nat({ max: 3 << 20 }) })
      .map(({ byte, length }) => new Uint8Array(length).fill(byte)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(content, { maxLength: 4 }), async (contents) => {
      const files = contents.map((bytes, i) => ({ name: `file-${i}`, bytes }));
      const plain = await writeZip(files, bundleTools);
      const ahead = files.map(({ name, bytes }) => ({
        name,
        bytes: { size: bytes.length, packed: packAside(bytes.slice()) },
      }));
      expect(Buffer.compare(await writeZip(ahead, bundleTools), plain)).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test('what was packed aside is refused too where there is no room for it', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(1_000));
  const file = { name: 'file', bytes: { size: bytes.length, packed: packFile(bytes, bundleTools) } };
  await expect(writeZipTo(new MemorySink(), [file], bundleTools, undefined, 900)).rejects.toThrow(BundleTooLarge);
});
