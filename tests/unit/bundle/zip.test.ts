// Zips from anywhere: each lie a zip can tell is refused with its own reason.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '@shared/bundle/crc32';
import { isSafeName } from '@shared/bundle/names';
import type { BundleRefusal } from '@shared/bundle/refusals';
import { MemorySink } from '@shared/bundle/sink';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { writeZip, writeZipTo } from '@shared/bundle/zipWrite';
import { bytesOf, forgeZip } from '../../fixtures/bundles/make';
import type { Forged } from '../../fixtures/bundles/make';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';

const file = (name: string, more: Partial<Forged> = {}): Forged => ({ name, bytes: bytesOf(`in ${name}`), ...more });

/** Why a zip is refused, in its directory or in one of its files; null where it is not. */
async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const directory = await readZipDirectory(bytes);
  if (!directory.ok) return directory.reason;
  for (const entry of directory.value.values()) {
    const content = await readZipEntry(bytes, entry, bundleTools);
    if (!content.ok) return content.reason;
  }
  return null;
}

const unixMode = (mode: number): number => (mode << 16) >>> 0;
const unicodePath = new Uint8Array([0x75, 0x70, 1, 0, 0]);

describe('a zip', () => {
  it('gives back what was written, the same bytes each time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 8 }),
        fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 8, maxLength: 8 }),
        async (names, contents) => {
          const files = names.map((name, i) => ({ name: `d/${name}`, bytes: contents[i]!, stored: i % 3 === 0 }));
          const bytes = await writeZip(files, bundleTools);
          expect(await writeZip(files, bundleTools)).toEqual(bytes);
          const directory = await readZipDirectory(bytes);
          if (!directory.ok) throw new Error(directory.reason);
          expect([...directory.value.keys()]).toEqual(files.map((one) => one.name));
          for (const one of files) {
            const read = await readZipEntry(bytes, directory.value.get(one.name)!, bundleTools);
            expect(read.ok && [...read.value]).toEqual([...one.bytes]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('may be one that another program made, with folders, times and extra fields', async () => {
    const time = new Uint8Array([0x55, 0x54, 5, 0, 3, 0, 0, 0, 0]);
    const folder = { name: 'd/', bytes: bytesOf(''), method: 0, attributes: unixMode(0o40755), extra: time };
    const bytes = forgeZip([folder, file('d/a.txt', { attributes: unixMode(0o100644), extra: time })]);
    expect(await refusalOf(bytes)).toBeNull();
    const directory = await readZipDirectory(bytes);
    expect(directory.ok && [...directory.value.keys()]).toEqual(['d/a.txt']);
  });

  it.each<[BundleRefusal, string, () => Uint8Array]>([
    ['empty', 'nothing', () => new Uint8Array()],
    ['not-a-bundle', 'something else', () => bytesOf('Some words that are no zip at all.')],
    ['encrypted', 'an age file', () => bytesOf('age-encryption.org/v1\n-> scrypt')],
    ['cut-short', 'three bytes', () => forgeZip([file('a')]).slice(0, 3)],
    ['trailing-data', 'bytes after the end', () => Buffer.concat([forgeZip([file('a')]), bytesOf('more')])],
    ['zip-broken', 'two end records', () => Buffer.concat([forgeZip([file('a')]), forgeZip([file('b')]).slice(-22)])],
    ['zip-broken', 'bytes before the start', () => Buffer.concat([bytesOf('#!/bin/sh\n'), forgeZip([file('a')])])],
    ['name-twice', 'a name twice', () => forgeZip([file('a.txt'), file('a.txt')])],
    ['name-twice', 'names that differ by case', () => forgeZip([file('a.txt'), file('A.TXT')])],
    ['name-twice', 'a file that is a folder too', () => forgeZip([file('data'), file('data/x')])],
    ['zip-unusual', 'a symlink', () => forgeZip([file('a', { attributes: unixMode(0o120777) })])],
    ['zip-unusual', 'a device', () => forgeZip([file('a', { attributes: unixMode(0o20666) })])],
    ['zip-unusual', 'a password', () => forgeZip([file('a', { flags: 1 })])],
    ['zip-unusual', 'sizes after the data', () => forgeZip([file('a', { flags: 8 })])],
    ['zip-unusual', 'another method', () => forgeZip([file('a', { method: 93 })])],
    ['zip-unusual', 'a second name', () => forgeZip([file('a', { extra: unicodePath })])],
    ['zip-broken', 'another name in the local header', () => forgeZip([file('a.txt', { localName: 'b.txt' })])],
    ['zip-broken', 'another size in the local header', () => forgeZip([file('a', { localSize: 3 })])],
    ['zip-broken', 'a size that is too small', () => forgeZip([file('a', { size: 2 })])],
    ['zip-broken', 'a size that is too large', () => forgeZip([file('a', { size: 500 })])],
    ['zip-broken', 'a wrong CRC', () => forgeZip([file('a', { crc: 1 })])],
    ['zip-broken', 'two files in one place', () => forgeZip([file('aa'), { ...file('aa'), name: 'bb', offset: 0 }])],
    ['zip-broken', 'fewer files than it says', () => forgeZip([file('a'), file('b')], { count: 3 })],
    ['zip-broken', 'more files than it says', () => forgeZip([file('a'), file('b')], { count: 1 })],
    ['too-large', 'a megabyte of zeros a kilobyte', () => forgeZip([file('a', { bytes: new Uint8Array(20 << 20) })])],
    ['too-large', 'a size beyond all bounds', () => forgeZip([file('a', { size: 0xfffffff0 })])],
    [
      'zip-broken',
      'zeros that say they are few',
      () => forgeZip([file('a', { bytes: new Uint8Array(20 << 20), size: 900 })]),
    ],
  ])('is refused as %s: %s', async (reason, _, make) => {
    expect(await refusalOf(make())).toBe(reason);
  });

  it.each([
    '../x',
    'a/../../x',
    '/x',
    'C:\\x',
    'C:/x',
    '\\\\srv\\x',
    'a\\..\\x',
    'x\u0000.txt',
    'con.txt',
    'data/NUL',
    'x.',
    'a//b',
    './x',
    'é.txt',
    'e\u0301.txt',
    'a b',
    'x\n',
    'a/b/c/d/e/f/g/h/i',
    'n'.repeat(300),
    '~user/%2e%2e/x',
  ])('is refused for the name %j', async (name) => {
    expect(isSafeName(name)).toBe(false);
    expect(await refusalOf(forgeZip([file(name)]))).toBe('name-unsafe');
  });

  it('keeps names that are dangerous as keys of an object', async () => {
    const bytes = forgeZip([file('__proto__'), file('constructor'), file('toString')]);
    const directory = await readZipDirectory(bytes);
    expect(directory.ok && [...directory.value.keys()]).toEqual(['__proto__', 'constructor', 'toString']);
    expect(await refusalOf(bytes)).toBeNull();
  });

  it('with a million files is refused by its end record alone, whichever way it says so', async () => {
    const end = (count: number, size: number): Buffer => {
      const record = Buffer.alloc(22);
      record.writeUInt32LE(0x06054b50, 0);
      record.writeUInt16LE(count, 8);
      record.writeUInt16LE(count, 10);
      record.writeUInt32LE(size, 12);
      return record;
    };
    const start = Buffer.from([0x50, 0x4b, 3, 4]);
    const wrapped = Buffer.concat([start, end(1_000_000 % 65_536, 46_000_000)]);
    expect(await readZipDirectory(wrapped)).toMatchObject({ ok: false, reason: 'too-many-files' });
    expect(await readZipDirectory(Buffer.concat([start, end(65_535, 100)]))).toMatchObject({
      reason: 'too-many-files',
    });
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(1_000_000n, 32);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(4n, 8);
    const large = Buffer.concat([start, end64, locator, end(0xffff, 0xffffffff)]);
    expect(await readZipDirectory(large)).toEqual({ ok: false, reason: 'too-many-files', detail: '1000000' });
    end64.writeBigUInt64LE(3n, 32);
    const small = Buffer.concat([start, end64, locator, end(3, 100)]);
    expect(await readZipDirectory(small)).toMatchObject({ reason: 'zip-unusual' });
  });

  it('never throws, whatever bytes are changed', async () => {
    const whole = forgeZip([file('data/a.txt'), file('data/b.txt', { method: 0 })]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          await expect(refusalOf(bytes)).resolves.not.toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a zip we write', () => {
  it('stores what would look like a bomb to a reader', async () => {
    expect(await refusalOf(await writeZip([{ name: 'a', bytes: new Uint8Array(3 << 20) }], bundleTools))).toBeNull();
  });

  it('tells how far it is', async () => {
    const steps: number[] = [];
    await writeZipTo(
      new MemorySink(),
      [
        { name: 'a', bytes: new Uint8Array(3 << 20) },
        { name: 'b', bytes: bytesOf('b') },
      ],
      bundleTools,
      (done) => steps.push(done),
    );
    expect(steps.at(-1)).toBe(1);
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
  });
});

describe('crc32', () => {
  it('gives the check value of its standard', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
