// Mutated bundles and hostile files: each is refused with a sentence, or read as a case that can be written and read
// again. COLLATE_FUZZ says how many mutants are drawn; 500 where nothing is said.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUNDLE_REFUSALS,
  bundleRefusalSentence,
  inspectBundle,
  readBundle,
  signBundle,
  writeBundle,
} from '@shared/bundle';
import type { BundleContents, BundleTools } from '@shared/bundle';
import { LARGEST_RATIO, RATIO_FREE_SIZE } from '@shared/bundle/limits';
import { smallCase } from '../../fixtures/bundles/make';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { mutant, takenApart } from './mutants';
import type { Good } from './mutants';
import { held } from '../../fixtures/bundles/held';

const RUNS = Number(process.env['COLLATE_FUZZ'] ?? 500);
/** No mutant is larger; a file of it may unpack to what the ratio allows, and so often. */
const MOST_STEPS = 200;

const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const namesOfShared = (): string => JSON.stringify(SHARED.map((one) => Object.getOwnPropertyNames(one)));
const before = namesOfShared();

/** The host's tools, which count: a reader that asks for more than its input can be worth is stopped. */
function countingTools(size: number): BundleTools {
  let steps = 0;
  let room = size * LARGEST_RATIO + MOST_STEPS * (RATIO_FREE_SIZE + 1);
  const step = (): void => {
    steps += 1;
    if (steps > MOST_STEPS) throw new Error('The reader goes on and on');
  };
  return {
    ...bundleTools,
    sha256: (bytes) => {
      step();
      return bundleTools.sha256(bytes);
    },
    inflate: (bytes, maxSize) => {
      step();
      room -= maxSize;
      if (room < 0) throw new Error('The reader unpacks more than the limits allow');
      return bundleTools.inflate(bytes, maxSize);
    },
  };
}

/** What became of it: `read`, or the reason it was refused for. Fails where it is neither. */
async function outcome(bytes: Uint8Array, whole: readonly BundleContents[] | null): Promise<string> {
  const given = bytes.slice();
  const read = await held(await readBundle(bytes, countingTools(bytes.length)));
  const header = await inspectBundle(bytes, countingTools(bytes.length));
  expect(Buffer.compare(given, bytes)).toBe(0);
  expect(namesOfShared()).toBe(before);
  if (!read.ok) {
    expect(BUNDLE_REFUSALS).toContain(read.reason);
    expect(bundleRefusalSentence(read.reason, read.detail)).not.toMatch(/undefined|\[object|Error/);
    return read.reason;
  }
  expect(header.ok).toBe(true);
  // Where no checksum was mended, only what carries nothing can have changed.
  if (whole) expect(whole).toContainEqual(read.value);
  const again = await held(await readBundle(await writeBundle(read.value, bundleTools), bundleTools));
  expect(again).toEqual({ ok: true, value: read.value });
  return 'read';
}

async function goodOnes(): Promise<Good[]> {
  const contents = smallCase();
  const plain = await writeBundle(contents, bundleTools);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signer = {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    actor: 'maker00000',
    name: 'Ann Maker',
    sign: async (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
  };
  const signed = await signBundle(plain, signer, bundleTools);
  if (!signed.ok) throw new Error(signed.reason);
  return [await takenApart(contents, plain), await takenApart(contents, signed.value)];
}

describe('a mutated bundle', () => {
  it(
    'is refused, or read as a case that can be written and read again',
    async () => {
      const good = await goodOnes();
      const read = await held(await readBundle(good[0]!.bytes, bundleTools));
      if (!read.ok) throw new Error(read.reason);
      const tally = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(fc.noShrink(fc.integer({ min: 0, max: 0xffffffff })), async (seed) => {
          const { bytes, mended } = mutant(good, seed);
          const became = await outcome(bytes, mended ? null : [read.value]);
          tally.set(became, (tally.get(became) ?? 0) + 1);
        }),
        { numRuns: RUNS },
      );
      // A fuzzer that only ever meets one refusal looks at one line of the reader.
      expect(tally.size).toBeGreaterThan(12);
      expect(tally.get('read') ?? 0).toBeGreaterThan(RUNS / 100);
      if (process.env['COLLATE_FUZZ']) console.log([...tally].sort(([, a], [, b]) => b - a));
    },
    // A watchdog, not a measure: a reader that hangs is to fail the run.
    RUNS * 1_000,
  );
});

describe('a hostile file from elsewhere', () => {
  const folder = path.join(
    process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../../shared/testdata'),
    'hostile',
  );
  let files: string[] = [];
  try {
    files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    console.warn('The hostile files are not here: they are left out.');
  }
  it.runIf(files.length > 0)('is refused as a bundle', async () => {
    const good = (await goodOnes())[0]!.bytes;
    const taken: string[] = [];
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file));
      // Also after a bundle, and before one.
      const tries = bytes.length === 0 ? [bytes] : [bytes, Buffer.concat([good, bytes]), Buffer.concat([bytes, good])];
      for (const one of tries) if ((await outcome(one, [])) === 'read') taken.push(file);
    }
    expect(taken).toEqual([]);
  });
});
