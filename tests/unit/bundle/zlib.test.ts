// What bundles are deflated with: any inflater reads it, and it gives the bytes that zlib itself gives.
import { spawnSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflate, startDeflater } from '@shared/bundle/zlib';
import { joined } from '@shared/bundle/zipWrite';

async function deflated(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  const deflater = await startDeflater();
  const parts = chunks.flatMap((chunk, i) => deflater.push(chunk, i === chunks.length - 1));
  deflater.close();
  return joined(parts);
}

const letters = fc.array(fc.constantFrom('NIS', 'Pentagon', 'around 1,500 soldiers', '파병', ' ', '\n'), {
  maxLength: 4_000,
});
const content = fc.oneof(
  fc.uint8Array({ maxLength: 40_000 }),
  letters.map((words) => new TextEncoder().encode(words.join(''))),
);

test('what was deflated inflates to the same, however it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.array(fc.nat(), { maxLength: 6 }), async (bytes, cuts) => {
      const whole = await deflated([bytes]);
      expect(Buffer.compare(inflateRawSync(whole), bytes)).toBe(0);
      const at = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
      const chunks = [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
      expect(Buffer.compare(await deflated(chunks), whole)).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('several files can be under way at once, and one that is given up lets go of its memory', async () => {
  const [one, two, three] = ['a', 'b', 'c'].map((letter) => new TextEncoder().encode(letter.repeat(600_000)));
  const first = await startDeflater();
  const second = await startDeflater();
  const parts = [...first.push(one!, false)];
  second.push(two!, false);
  second.close();
  second.close();
  parts.push(...first.push(three!, true));
  first.close();
  expect(Buffer.compare(inflateRawSync(joined(parts)), Buffer.concat([one!, three!]))).toBe(0);
  // So many leaks of half a megabyte would not fit.
  for (let i = 0; i < 10_000; i += 1) (await startDeflater()).close();
});

test('zlib, at level 3 with its own window and memory, makes the same bytes', async (context) => {
  const python = (code: string, input: Uint8Array) => spawnSync('python3', ['-c', code], { input, maxBuffer: 1 << 26 });
  const version = python('import zlib; print(zlib.ZLIB_RUNTIME_VERSION)', new Uint8Array()).stdout?.toString().trim();
  if (!/^1\.[23](\.\d+)*$/.test(version ?? '')) return context.skip('no python3 with a zlib of its own is here');
  const lines = Array.from(
    { length: 20_000 },
    (_, i) => `{"id":"${(i * 2_654_435_761) % 4_294_967_296}","n":${i % 97}}`,
  );
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const theirs = python(
    'import sys,zlib; c=zlib.compressobj(3,zlib.DEFLATED,-15,8); b=sys.stdin.buffer.read(); sys.stdout.buffer.write(c.compress(b)+c.flush())',
    bytes,
  );
  expect(Buffer.compare(await deflated([bytes]), theirs.stdout)).toBe(0);
});

test('what is no whole stream is refused: cut, with bytes behind it, changed, or larger than was said', async () => {
  const bytes = new TextEncoder().encode('1,500 soldiers, says the NIS; about 10,000, says the Pentagon. '.repeat(200));
  const whole = await deflated([bytes]);
  expect(Buffer.compare(await inflate(whole, bytes.length), bytes)).toBe(0);
  await expect(inflate(whole.subarray(0, -1), bytes.length)).rejects.toThrow(/zlib|stream/);
  await expect(inflate(new Uint8Array([...whole, 0]), bytes.length)).rejects.toThrow(/zlib|stream/);
  await expect(inflate(whole, bytes.length - 1)).rejects.toThrow(RangeError);
  await expect(inflate(new Uint8Array(), 10)).rejects.toThrow(/zlib|stream/);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
      const unpacked = await inflate(noise, 5_000).catch(() => null);
      if (unpacked) expect(Buffer.compare(unpacked, inflateRawSync(noise))).toBe(0);
    }),
    { numRuns: 500 },
  );
});
