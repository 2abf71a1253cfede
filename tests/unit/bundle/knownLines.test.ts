// A bundle read with a book of known lines gives the lines that are new, and merging those gives what merging all gives.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { newBook } from '@shared/bundle/lineMarks';
import type { LineBook } from '@shared/bundle/lineMarks';
import { buildSample } from '@shared/interchange/sample';
import { makeClock } from '@shared/merge/clock';
import { editRow } from '@shared/merge/edit';
import { mergeContents } from '@shared/merge/mergeContents';
import type { Excerpt } from '@shared/model/excerpt';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { files, readSpec, tools } from '../interchange/sampleFiles';

let sample: BundleContents;
let known: Set<string>;

async function read(contents: BundleContents, marks: ReadonlySet<string>): Promise<[BundleContents, LineBook]> {
  const book = newBook(marks);
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
  const [all, { met }] = await read(sample, new Set());
  expect(all.rows.excerpts).toHaveLength(records.excerpts.length);
  known = new Set(met.map(({ mark }) => mark));
  expect(met.map(({ id }) => id)).toEqual([...all.rows.excerpts!, ...all.rows.links!].map(({ id }) => id));
  expect(known.size).toBe((sample.rows.excerpts?.length ?? 0) + (sample.rows.links?.length ?? 0));
});

test('nothing is new in a bundle that was read before', async () => {
  const [again, { skipped }] = await read(sample, known);
  expect(skipped).toBe(known.size);
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
      const [part] = await read(theirs, known);
      expect(part.rows.excerpts?.length).toBe(places.filter((i) => i < sample.rows.excerpts!.length).length);
      const some = mergeContents(sample, part);
      const all = mergeContents(sample, theirs);
      expect(some).toEqual(all);
    }),
    { numRuns: 6 },
  );
});
