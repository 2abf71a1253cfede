// A bundle read with a book of known lines gives the lines that are new, and merging those gives what merging all gives.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import { compareFiles } from '@shared/bundle/compare';
import type { ListedFile } from '@shared/bundle/compare';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { no } from '@shared/model/result';
import { forgeZip } from '../../fixtures/bundles/make';
import type { Forged } from '../../fixtures/bundles/make';
import type { BundleContents } from '@shared/bundle';
import { LineBook } from '@shared/bundle/lineMarks';
import type { LineNotes } from '@shared/bundle/lineMarks';
import { buildSample } from '@shared/interchange/sample';
import { makeClock } from '@shared/merge/clock';
import { editRow } from '@shared/merge/edit';
import { mergeContents } from '@shared/merge/mergeContents';
import type { Excerpt } from '@shared/model/excerpt';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { files, readSpec, tools } from '../interchange/sampleFiles';

let sample: BundleContents;
let known: LineNotes;
/** Of its lines. */
let count: number;

async function read(contents: BundleContents, book: LineBook): Promise<[BundleContents, LineBook]> {
  const answer = await readBundle(await writeBundle(contents, bundleTools), bundleTools, { book });
  if (!answer.ok) throw new Error(`${answer.reason} ${answer.detail}`);
  return [answer.value, book];
}

const withExcerpts = (contents: BundleContents, excerpts: readonly Excerpt[]): BundleContents => ({
  ...contents,
  rows: { ...contents.rows, excerpts },
});

beforeAll(async () => {
  const stamp = makeClock('sampleacto', '000', () => Date.UTC(2024, 11, 9, 9)).tick();
  const built = await buildSample(readSpec(), files, { ...tools, stamp });
  if (!built.ok) throw new Error(built.reason);
  const { records, texts } = built.value;
  const { cases, ...rows } = records;
  sample = { case: cases[0]!, rows, texts, originals: [] };
  const [all, { met }] = await read(sample, new LineBook());
  expect(all.rows.excerpts).toHaveLength(records.excerpts.length);
  known = met;
  count = records.excerpts.length + (records.links?.length ?? 0) + (records.layouts?.length ?? 0);
  expect(known.length).toBe(count * 8);
});

test('nothing is new in a bundle that was read before', async () => {
  const texts = sample.texts.map(({ id }) => id);
  const [again, { skipped, filesSkipped }] = await read(sample, new LineBook(known, [], texts));
  expect(skipped).toBe(count);
  expect(filesSkipped).toBe(texts.length);
  expect(again.texts).toEqual([]);
  expect(again.rows.excerpts).toEqual([]);
  expect(again.rows.links).toEqual([]);
  expect(again.rows.documents).toHaveLength(sample.rows.documents!.length);
});

test('what is new is found, and merges to the same case', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 12 }), async (places) => {
      const clock = makeClock('otheractor', '000', () => Date.parse('2030-01-01T00:00:00Z'));
      const theirs = withExcerpts(
        sample,
        (sample.rows.excerpts ?? []).map((row, i) =>
          places.includes(i) ? editRow('excerpts', row, { note: `Changed elsewhere, ${i}` }, clock.tick()) : row,
        ),
      );
      const texts = sample.texts.map(({ id }) => id);
      const [part] = await read(theirs, new LineBook(known, [], texts));
      expect(part.rows.excerpts?.length).toBe(places.filter((i) => i < sample.rows.excerpts!.length).length);
      const some = mergeContents(sample, part);
      const all = mergeContents(sample, theirs);
      expect(some).toEqual(all);
    }),
    { numRuns: 6 },
  );
});

test('files that nobody reads are compared beside the reading: the page, the annotations, texts that are here', async () => {
  const bytes = await writeBundle(sample, bundleTools);
  const texts = sample.texts.map(({ id }) => id);
  const names: string[] = [];
  const compare = async (files: readonly ListedFile[]): ReturnType<typeof compareFiles> => {
    names.push(...files.map(({ entry }) => entry.name));
    return compareFiles(bytes, files, bundleTools);
  };
  const told: number[] = [];
  const onProgress = (done: number): void => void told.push(done);
  const read = await readBundle(bytes, bundleTools, { compare, onProgress, book: new LineBook(known, [], texts) });
  expect(read.ok && read.value.texts).toEqual([]);
  expect(names.toSorted()).toEqual(
    ['data/annotations.jsonld', 'data/index.html', ...texts.map((id) => `data/texts/${id}.txt`)].toSorted(),
  );
  expect(told.at(-1)).toBeCloseTo(1);
  expect(told.every((done, i) => i === 0 || done >= told[i - 1]!)).toBe(true);
  const answer = await readBundle(bytes, bundleTools, { compare: async () => no('checksum-wrong', 'data/index.html') });
  expect(answer).toEqual(no('checksum-wrong', 'data/index.html'));
  const failing = readBundle(bytes, bundleTools, { compare: () => Promise.reject(new Error('the thread broke')) });
  await expect(failing).rejects.toThrow('the thread broke');
});

test.each(['data/index.html', 'data/annotations.jsonld', 'data/texts/'])(
  'a bundle whose %s is another than its manifest says is refused, known or not',
  async (start) => {
    const bytes = await writeBundle(sample, bundleTools);
    const directory = await readZipDirectory(bytes);
    if (!directory.ok) throw new Error(directory.reason);
    const files: Forged[] = [];
    let isDone = false;
    for (const entry of directory.value.values()) {
      const content = await readZipEntry(bytes, entry, bundleTools);
      if (!content.ok) throw new Error(content.reason);
      const changed = content.value.slice();
      if (!isDone && entry.name.startsWith(start)) {
        changed[changed.length >> 1]! ^= 1;
        isDone = true;
      }
      files.push({ name: entry.name, bytes: changed });
    }
    const texts = sample.texts.map(({ id }) => id);
    for (const book of [undefined, new LineBook(known, [], texts)]) {
      const read = await readBundle(forgeZip(files), bundleTools, book ? { book } : {});
      expect(read.ok ? 'taken' : read.reason).toBe('checksum-wrong');
    }
  },
);

test('a text that is here is read all the same where something new is said of it', async () => {
  const texts = sample.texts.map(({ id }) => id);
  const clock = makeClock('otheractor', '000', () => Date.parse('2030-01-01T00:00:00Z'));
  const [first] = sample.rows.excerpts!;
  const changed = withExcerpts(
    sample,
    sample.rows.excerpts!.map((row) =>
      row === first ? editRow('excerpts', row, { note: 'Changed' }, clock.tick()) : row,
    ),
  );
  const [part, { filesSkipped }] = await read(changed, new LineBook(known, [], texts));
  expect(part.texts.map(({ id }) => id)).toEqual([first!.textId]);
  expect(filesSkipped).toBe(texts.length - 1);
});

test('an original file that is here is checked and left out', async () => {
  const bytes = new TextEncoder().encode('a map of Kursk');
  const id = await bundleTools.sha256(bytes);
  const [document, ...others] = sample.rows.documents!;
  const versions = document!.versions.map((version) => ({ ...version, originalId: id }));
  const contents: BundleContents = {
    ...sample,
    rows: { ...sample.rows, documents: [{ ...document!, versions }, ...others] },
    originals: [{ id, ext: 'png', bytes }],
  };
  const [all] = await read(contents, new LineBook());
  expect(all.originals.map((one) => one.id)).toEqual([id]);
  const [part, { filesSkipped }] = await read(contents, new LineBook(undefined, [], [id]));
  expect(part.originals).toEqual([]);
  expect(filesSkipped).toBe(1);
});
