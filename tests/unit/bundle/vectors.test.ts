// The test vectors lie as files, for readers that others write: they are what docs/bundle-format.md says they are.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLE_REFUSALS, readBundle, signatureOf } from '@shared/bundle';
import { seal, unseal } from '@shared/bundle/seal/age';
import { mergeContents } from '@shared/merge/mergeContents';
import { VECTORS } from '../../fixtures/bundles/vectors';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { held } from '../../fixtures/bundles/held';

const folder = path.resolve(import.meta.dirname, '../../fixtures/bundles/vectors');
const SEALED = 'encrypted.collate.age';
const PASSPHRASE = 'three tankers left the basin';
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(folder, file)));

const listing = `${JSON.stringify(
  [
    ...VECTORS.map(({ file, outcome, what }) => ({ file, outcome, what })),
    { file: SEALED, outcome: 'encrypted', what: `\`small\` in an age file; its passphrase is “${PASSPHRASE}”` },
  ],
  null,
  2,
)}\n`;

if (process.env['COLLATE_VECTORS'] === 'write') {
  mkdirSync(folder, { recursive: true });
  for (const { file, make } of VECTORS) writeFileSync(path.join(folder, file), await make());
  // An age file has another salt each time: the one that is there stays.
  if (!existsSync(path.join(folder, SEALED)))
    writeFileSync(path.join(folder, SEALED), await seal(bytesOf('small.collate'), { passphrase: PASSPHRASE }, 10));
  writeFileSync(path.join(folder, 'index.json'), listing);
}

async function contentsOf(file: string) {
  const read = await held(await readBundle(bytesOf(file), bundleTools));
  if (!read.ok) throw new Error(`${file}: ${read.reason} ${read.detail ?? ''}`);
  return read.value;
}

describe('the test vectors', () => {
  it('are all there and listed, and there is one for each refusal', () => {
    expect(readFileSync(path.join(folder, 'index.json'), 'utf8')).toBe(listing);
    const files = [...VECTORS.map(({ file }) => file), SEALED, 'index.json'];
    expect(readdirSync(folder).sort()).toEqual(files.sort());
    const refused = new Set<string>(VECTORS.map(({ outcome }) => outcome)).add('encrypted');
    expect(BUNDLE_REFUSALS.filter((reason) => reason !== 'cancelled' && !refused.has(reason))).toEqual([]);
  });

  it.each(VECTORS.map(({ file, outcome }) => [file, outcome]))('%s is %s', async (file, outcome) => {
    const read = await held(await readBundle(bytesOf(file), bundleTools));
    expect(read.ok ? 'valid' : read.reason).toBe(outcome);
  });

  it.each(VECTORS.filter(({ outcome }) => outcome === 'valid'))('$file holds what it is made of', async (vector) => {
    const made = await held(await readBundle(await vector.make(), bundleTools));
    expect(made).toEqual({ ok: true, value: await contentsOf(vector.file) });
  });

  it('copy-a and copy-b make merged, in either order', async () => {
    const [a, b, merged] = await Promise.all(
      ['copy-a', 'copy-b', 'merged'].map((name) => contentsOf(`${name}.collate`)),
    );
    for (const [mine, theirs] of [
      [a!, b!],
      [b!, a!],
    ] as const) {
      const both = mergeContents(mine, theirs);
      expect(both).toMatchObject({ ok: true, value: { contents: merged } });
    }
    expect(merged!.rows.conflicts).toMatchObject([{ field: 'note', value: 'Ann’s note.' }]);
    expect(merged!.rows.tags).toMatchObject([{ aliases: ['boats', 'vessels'], name: 'ships and boats' }]);
  });

  it('signed is by the key whose secret is known, and holds the same as small', async () => {
    const signature = await signatureOf(bytesOf('signed.collate'), bundleTools);
    expect(signature).toMatchObject({ ok: true, value: { signer: { name: 'Ann Maker' } } });
    expect(await contentsOf('signed.collate')).toEqual(await contentsOf('small.collate'));
    expect(await contentsOf('packed-again.collate')).toEqual(await contentsOf('small.collate'));
  });

  it('encrypted is refused as it is, and is small with the passphrase', async () => {
    expect(await held(await readBundle(bytesOf(SEALED), bundleTools))).toMatchObject({
      ok: false,
      reason: 'encrypted',
    });
    const opened = await unseal(bytesOf(SEALED), { passphrase: PASSPHRASE });
    if (!opened.ok) throw new Error(opened.reason);
    expect(await held(await readBundle(opened.value, bundleTools))).toEqual({
      ok: true,
      value: await contentsOf('small.collate'),
    });
  });
});
