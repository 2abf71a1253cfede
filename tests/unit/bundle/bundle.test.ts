// Bundles: what is written is read, the same case gives the same bytes, and nothing broken or hostile gets in.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLE_REFUSALS, bundleRefusalSentence, inspectBundle, readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents, BundleRefusal } from '@shared/bundle';
import { canonicalJson } from '@shared/bundle/canonicalJson';
import { headerOf } from '@shared/bundle/header';
import { RECORD_TABLES } from '@shared/bundle/names';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { buildSample } from '@shared/interchange/sample';
import { editRow } from '@shared/merge/edit';
import { makeClock } from '@shared/merge/clock';
import { MODEL_VERSION } from '@shared/model/tables';
import { bytesOf, forgeBag, forgeZip, idOf, sha256, smallCase } from '../../fixtures/bundles/make';
import type { Forged } from '../../fixtures/bundles/make';
import { files, readSpec, tools } from '../interchange/sampleFiles';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { held } from '../../fixtures/bundles/held';

const written = async (contents: BundleContents): Promise<Uint8Array> => writeBundle(contents, bundleTools);

async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const read = await held(await readBundle(bytes, bundleTools));
  return read.ok ? null : read.reason;
}

/** The files of a bundle, under `data/`, by name. */
async function payloadOf(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const directory = await readZipDirectory(bytes);
  if (!directory.ok) throw new Error(directory.reason);
  const files = new Map<string, Uint8Array>();
  for (const entry of directory.value.values()) {
    const content = await readZipEntry(bytes, entry, bundleTools);
    if (!content.ok) throw new Error(content.reason);
    if (entry.name.startsWith('data/')) files.set(entry.name, content.value);
  }
  return files;
}

/** The small case's bundle with files under `data/` changed and every checksum right again. */
async function altered(
  change: (files: Map<string, string | Uint8Array>, textOf: (name: string) => string) => void,
  more: readonly Forged[] = [],
): Promise<Uint8Array> {
  const contents = smallCase();
  const files: Map<string, string | Uint8Array> = await payloadOf(await written(contents));
  change(files, (name) => bundleTools.decode(files.get(name) as Uint8Array));
  return forgeBag(contents, files, more);
}

const EXCERPTS = 'data/records/excerpts.jsonl';
const TAGS = 'data/records/tags.jsonl';

/** One word changed in one file. */
const replaced = (name: string, from: string, to: string) =>
  altered((files, textOf) => {
    expect(textOf(name)).toContain(from);
    files.set(name, textOf(name).replace(from, to));
  });

describe('a bundle', () => {
  it('gives back the case, tombstones included, and the same bytes when it is written again', async () => {
    const contents = smallCase();
    const bytes = await written(contents);
    const read = await held(await readBundle(bytes, bundleTools));
    if (!read.ok) throw new Error(bundleRefusalSentence(read.reason, read.detail));
    expect(read.value.case).toEqual(contents.case);
    for (const table of RECORD_TABLES) expect(read.value.rows[table]).toEqual(contents.rows[table] ?? []);
    expect(read.value.texts).toEqual(contents.texts);
    expect(read.value.originals).toEqual(contents.originals);
    expect(Buffer.compare(await written(read.value), bytes)).toBe(0);
  });

  it('does so for tags of any name, note and order of keys', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(word, word), { maxLength: 12 }), async (pairs) => {
        const base = smallCase();
        const tag = base.rows.tags![0]!;
        const clock = makeClock('other00000', '111', () => 1_800_000_000_000);
        const tags = [
          tag,
          ...pairs.map(([name, description], i) =>
            editRow(
              'tags',
              Object.fromEntries(Object.entries({ ...tag, id: idOf(1000 + i), name }).reverse()) as never,
              { description },
              clock.tick(),
            ),
          ),
        ];
        const bytes = await written({ ...base, rows: { ...base.rows, tags } });
        const read = await held(await readBundle(bytes, bundleTools));
        if (!read.ok) throw new Error(bundleRefusalSentence(read.reason, read.detail));
        expect(read.value.rows.tags).toEqual(tags);
        expect(Buffer.compare(await written(read.value), bytes)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('writes a lone surrogate, which UTF-8 has no room for, as a replacement character', async () => {
    const base = smallCase();
    const tags = [{ ...base.rows.tags![0]!, name: 'half \ud83d' }];
    const read = await held(await readBundle(await written({ ...base, rows: { ...base.rows, tags } }), bundleTools));
    expect(read.ok && read.value.rows.tags![0]!.name).toBe('half \ufffd');
  });

  it('leaves out texts no document names, and does not write what no reader would take', async () => {
    const base = smallCase();
    const stray = { id: sha256('stray'), text: 'stray' };
    expect(await written({ ...base, texts: [stray, ...base.texts] })).toEqual(await written(base));
    await expect(written({ ...base, texts: [] })).rejects.toThrow(/reference-missing/);
    await expect(written({ ...base, texts: [{ ...base.texts[0]!, text: `${base.texts[0]!.text} ` }] })).rejects.toThrow(
      /damaged/,
    );
  });

  it('puts rows in order that came in none', async () => {
    const base = smallCase();
    const excerpts = base.rows.excerpts!.toReversed();
    expect(await written({ ...base, rows: { ...base.rows, excerpts } })).toEqual(await written(base));
  });

  it('carries the sample case', async () => {
    const stamp = makeClock('sampleacto', '000', () => Date.UTC(2024, 11, 9, 9)).tick();
    const built = await buildSample(readSpec(), files, { ...tools, stamp });
    if (!built.ok) throw new Error(built.reason);
    const { records, texts } = built.value;
    const { cases, ...rows } = records;
    const bytes = await written({ case: cases[0]!, rows, texts, originals: [] });
    const read = await held(await readBundle(bytes, bundleTools));
    if (!read.ok) throw new Error(bundleRefusalSentence(read.reason, read.detail));
    expect(read.value.rows.excerpts).toHaveLength(records.excerpts.length);
    expect(Buffer.compare(await written(read.value), bytes)).toBe(0);
    if (process.env['COLLATE_KEEP']) writeFileSync(process.env['COLLATE_KEEP'], bytes);
  });

  it('tells what it is without being read whole', async () => {
    const contents = smallCase();
    const header = await inspectBundle(await written(contents), bundleTools);
    expect(header).toMatchObject({
      ok: true,
      value: {
        case: { name: 'Harbour & sea' },
        marking: 'TLP:AMBER',
        counts: { documents: 1, excerpts: 2, links: 1, texts: 1, originals: 1 },
      },
    });
  });

  it('tells how far it is, up to the end', async () => {
    const steps: number[] = [];
    const bytes = await writeBundle(smallCase(), bundleTools, (done) => steps.push(done));
    expect(steps.at(-1)).toBe(1);
    await held(await readBundle(bytes, bundleTools, { onProgress: (done) => steps.push(done) }));
    expect(steps.at(-1)).toBe(1);
    expect(Math.max(...steps)).toBe(1);
  });

  it('can be stopped', async () => {
    const read = await held(await readBundle(await written(smallCase()), bundleTools, { signal: { aborted: true } }));
    expect(read).toEqual({ ok: false, reason: 'cancelled' });
  });
});

describe('a bundle cut short', () => {
  it('is refused at every length, and says how many files are missing where that can be known', async () => {
    const bytes = await written(smallCase());
    const sentences = new Set<string>();
    for (let length = 1; length < bytes.length; length += length < 200 || length > bytes.length - 200 ? 1 : 37) {
      const read = await held(await readBundle(bytes.slice(0, length), bundleTools));
      if (read.ok) throw new Error(`taken at ${length}`);
      expect(read.reason).toBe('cut-short');
      sentences.add(bundleRefusalSentence(read.reason, read.detail));
    }
    const all = (await payloadOf(bytes)).size;
    expect([...sentences]).toContain(
      `The bundle was cut short: 1 of ${all} files are missing. Nothing was imported. Ask the sender for the file again.`,
    );
  });
});

describe('a bundle with a changed byte', () => {
  it('is refused or, where the byte carries nothing, read as the same case', async () => {
    const contents = smallCase();
    const bytes = await written(contents);
    const whole = await held(await readBundle(bytes, bundleTools));
    expect(whole.ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const other = bytes.slice();
        other[at]! ^= change;
        const read = await held(await readBundle(other, bundleTools));
        expect(read.ok ? read : whole).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a bundle is refused', () => {
  const cases: [BundleRefusal, string, () => Promise<Uint8Array>][] = [
    ['not-a-bundle', 'as any other zip', async () => forgeZip([{ name: 'a.txt', bytes: bytesOf('a') }])],
    ['not-a-bundle', 'as a bag of something else', async () => forgeBag(smallCase(), new Map([['data/a.txt', 'a']]))],
    [
      'fetch-refused',
      'with fetch.txt',
      async () => altered(() => {}, [{ name: 'fetch.txt', bytes: bytesOf('http://x 1 data/a') }]),
    ],
    [
      'file-unexpected',
      'with a file beside the bag',
      async () => altered(() => {}, [{ name: 'extra.txt', bytes: bytesOf('x') }]),
    ],
    [
      'file-unexpected',
      'with a file no manifest lists',
      async () => altered(() => {}, [{ name: 'data/extra.txt', bytes: bytesOf('x') }]),
    ],
    [
      'file-unexpected',
      'with a listed file no bundle has',
      async () => altered((files) => files.set('data/run.sh', 'x')),
    ],
    [
      'file-unexpected',
      'with a file called __proto__',
      async () => altered(() => {}, [{ name: '__proto__', bytes: bytesOf('x') }]),
    ],
    [
      'file-unexpected',
      'with a text no document names',
      async () => altered((files) => files.set(`data/texts/${sha256('x')}.txt`, 'x')),
    ],
    [
      'name-unsafe',
      'with a name that climbs out',
      async () => altered(() => {}, [{ name: 'data/../../x', bytes: bytesOf('x') }]),
    ],
    [
      'name-twice',
      'with a file twice',
      async () => altered(() => {}, [{ name: 'data/case.json', bytes: bytesOf('{}') }]),
    ],
    [
      'checksum-wrong',
      'with a text under another name',
      async () =>
        altered((files, textOf) => {
          const name = [...files.keys()].find((one) => one.startsWith('data/texts/'))!;
          files.set(name, `${textOf(name)}!`);
        }),
    ],
    ['newer-format', 'of a newer format', () => replaced('data/case.json', '"formatVersion":1', '"formatVersion":2')],
    [
      'newer-format',
      'of a newer format of any shape',
      () => altered((files) => files.set('data/case.json', '{"formatVersion":9, "format":"collate-bundle"}')),
    ],
    [
      'newer-format',
      'of a newer model',
      () => replaced('data/case.json', `"modelVersion":${MODEL_VERSION}`, '"modelVersion":99'),
    ],
    ['header-broken', 'of another format', () => replaced('data/case.json', 'collate-bundle', 'other-bundle')],
    ['header-broken', 'with a header that is no JSON', () => altered((files) => files.set('data/case.json', '{'))],
    ['header-broken', 'with white space in its header', () => replaced('data/case.json', '{', '{ ')],
    [
      'header-broken',
      'with a key that is unknown',
      () => replaced('data/case.json', '"withheld":{}', '"withheld":{},"x":1'),
    ],
    ['header-broken', 'with counts that are not so', () => replaced('data/case.json', '"excerpts":2', '"excerpts":3')],
    ['header-broken', 'with a milder marking than it has', () => replaced('data/case.json', 'TLP:AMBER', 'TLP:CLEAR')],
    [
      'record-broken',
      'with a __proto__ key',
      () => replaced(TAGS, '{"aliases"', '{"__proto__":{"name":"x"},"aliases"'),
    ],
    [
      'record-broken',
      'with a __proto__ key inside',
      () => replaced('data/records/briefings.jsonl', '"attrs":{"level":1}', '"attrs":{"__proto__":{"x":1},"level":1}'),
    ],
    ['record-broken', 'with a key twice', () => replaced(TAGS, '"hue":3', '"hue":3,"hue":3')],
    ['record-broken', 'with an unknown key', () => replaced(TAGS, '"hue":3', '"hue":3,"hug":3')],
    ['record-broken', 'with a value out of bounds', () => replaced(TAGS, '"hue":3', '"hue":12')],
    ['record-broken', 'with white space in a record', () => replaced(TAGS, '"hue":3', '"hue": 3')],
    ['record-broken', 'with a carriage return', () => replaced(TAGS, '}\n', '}\r\n')],
    [
      'record-broken',
      'without its last line feed',
      () => altered((files, textOf) => files.set(TAGS, textOf(TAGS).trimEnd())),
    ],
    [
      'record-broken',
      'with an empty file of records',
      () => altered((files) => files.set('data/records/conflicts.jsonl', '')),
    ],
    ['record-broken', 'with a record twice', () => altered((files, textOf) => files.set(TAGS, textOf(TAGS).repeat(2)))],
    [
      'record-broken',
      'with records out of order',
      () =>
        altered((files, textOf) =>
          files.set(EXCERPTS, `${textOf(EXCERPTS).trimEnd().split('\n').reverse().join('\n')}\n`),
        ),
    ],
    [
      'record-broken',
      'with bytes that are no UTF-8',
      () => altered((files) => files.set(TAGS, new Uint8Array([0xff, 0x0a]))),
    ],
    [
      'record-broken',
      'with a record nested without end',
      () =>
        replaced(
          'data/records/briefings.jsonl',
          '"attrs":{"level":1}',
          `"attrs":{"level":${'['.repeat(9000)}${']'.repeat(9000)}}`,
        ),
    ],
    ['record-broken', 'with a clock far in the future', () => replaced(TAGS, '"created":"0', '"created":"z')],
    ['quote-altered', 'with a word changed in a quote', () => replaced(EXCERPTS, 'three tankers', 'three cruiser')],
    ['quote-altered', 'with a quote moved', () => replaced(EXCERPTS, '"end":', '"end":1')],
    [
      'reference-missing',
      'with an excerpt of no document',
      () => replaced(EXCERPTS, `"documentId":"${idOf(3)}"`, `"documentId":"${idOf(4)}"`),
    ],
    [
      'reference-missing',
      'without its text',
      () => altered((files) => files.delete([...files.keys()].find((name) => name.startsWith('data/texts/'))!)),
    ],
  ];
  it.each(cases)('as %s %s', async (reason, _, make) => {
    expect(await refusalOf(await make())).toBe(reason);
  });

  it('with a wrong checksum, whichever file it is', async () => {
    const contents = smallCase();
    const files = await payloadOf(await written(contents));
    for (const name of files.keys()) {
      const bag = forgeBag(contents, files);
      const directory = await readZipDirectory(bag);
      const all: Forged[] = [];
      for (const entry of directory.ok ? directory.value.values() : []) {
        const content = await readZipEntry(bag, entry, bundleTools);
        const bytes = content.ok ? content.value.slice() : new Uint8Array();
        if (entry.name === name) bytes[0]! ^= 1;
        all.push({ name: entry.name, bytes });
      }
      const read = await held(await readBundle(forgeZip(all), bundleTools));
      expect(read).toEqual({ ok: false, reason: 'checksum-wrong', detail: name });
      const changedList = all.map((one) => (one.name === 'manifest-sha256.txt' ? { ...one, bytes: bytesOf('') } : one));
      expect(await refusalOf(forgeZip(changedList))).toBe('checksum-wrong');
      const lacking = all.filter((one) => one.name !== name);
      expect(await refusalOf(forgeZip(lacking))).toBe('files-missing');
    }
  });

  it('with a sentence each that says nothing was imported and what to do', () => {
    for (const reason of BUNDLE_REFUSALS) {
      const sentence = bundleRefusalSentence(reason, '3 of 41');
      expect(sentence).toMatch(/Nothing was imported/);
      expect(sentence).not.toMatch(/!|undefined/);
    }
    expect(bundleRefusalSentence('name-unsafe', `a\u202Eb${'x'.repeat(500)}`)).toMatch(/“a�bx{77}…”/);
  });
});

describe('other programs', () => {
  const has = (program: string): boolean => {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  it.runIf(has('unzip') && has('sha256sum'))(
    'unpack it and verify it, and it is read when packed by them',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
      try {
        const bytes = await written(smallCase());
        writeFileSync(path.join(folder, 'case.zip'), bytes);
        execFileSync('unzip', ['-q', 'case.zip', '-d', 'bag'], { cwd: folder });
        const bag = path.join(folder, 'bag');
        const options = { cwd: bag, encoding: 'utf8' } as const;
        expect(execFileSync('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], options)).toContain(
          'data/case.json: OK',
        );
        expect(execFileSync('sha256sum', ['-c', '--strict', 'tagmanifest-sha256.txt'], options)).toContain(
          'bagit.txt: OK',
        );
        if (has('zip')) {
          execFileSync('zip', ['-qr', '../again.zip', '.'], options);
          const again = execFileSync('cat', ['../again.zip'], { cwd: bag, maxBuffer: 1 << 26 });
          expect(await refusalOf(new Uint8Array(again))).toBeNull();
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('the header', () => {
  it('is canonical JSON and says the strictest marking, deleted records included', () => {
    const contents = smallCase();
    const header = headerOf(contents);
    expect(JSON.parse(canonicalJson(header))).toEqual(header);
    const excerpts = contents.rows.excerpts!.map((row) =>
      row.deleted ? { ...row, marking: 'TLP:RED' as const } : row,
    );
    expect(headerOf({ ...contents, rows: { ...contents.rows, excerpts } }).marking).toBe('TLP:RED');
    expect(headerOf({ ...contents, rows: {} }).marking).toBe('TLP:CLEAR');
  });
});
