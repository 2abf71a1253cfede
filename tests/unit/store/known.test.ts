// A bundle merged without the lines that are known: the same case comes out, and what was edited here is still compared.
import { afterEach, expect, test } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { LineBook } from '@shared/bundle/lineMarks';
import { buildSample } from '@shared/interchange/sample';
import { makeClock } from '@shared/merge/clock';
import { editRow } from '@shared/merge/edit';
import { yes } from '@shared/model/result';
import { bundleTools } from '../../../renderer/features/exchange/bundleTools';
import { readContents, storeCase } from '../../../renderer/store/contents';
import type { CaseContents } from '../../../renderer/store/contents';
import { readKnown } from '../../../renderer/store/known';
import { mergeIntoCase, reviewIncoming } from '../../../renderer/store/mergeCase';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { files, readSpec, tools } from '../interchange/sampleFiles';

const DAY = Date.UTC(2024, 11, 10);
const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

async function sample(): Promise<BundleContents> {
  const stamp = makeClock('sampleacto', '000', () => DAY - 86_400_000).tick();
  const built = await buildSample(readSpec(), files, { ...tools, stamp });
  if (!built.ok) throw new Error(built.reason);
  const { cases, ...rows } = built.value.records;
  return { case: cases[0]!, rows, texts: built.value.texts, originals: [] };
}

const opened: OpenCase[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** The contents, come in as a bundle under an id of their own. */
async function cameIn(contents: BundleContents, caseId: string): Promise<OpenCase> {
  const book = new LineBook();
  const read = await readBundle(await writeBundle(contents, bundleTools), bundleTools, { book });
  if (!read.ok) throw new Error(read.reason);
  const own = { ...read.value, case: { ...read.value.case, id: caseId } } as unknown as CaseContents;
  await storeCase(own, { caseId, name: 'Came in', now: '2024-12-10T00:00:00Z', lines: book.met });
  let wall = DAY;
  const open = await openCase(caseId, { actor: 'aaaaaaaaaa', window: 'aaa', now: () => (wall += 1_000) });
  opened.push(open);
  return open;
}

test('what is known is left out, what was edited here is compared, and the same case comes out', async () => {
  const contents = await sample();
  const clock = makeClock('otheractor', '000', () => DAY + 3_600_000);
  const [first, second, third] = contents.rows.excerpts!;
  const theirs: BundleContents = {
    ...contents,
    rows: {
      ...contents.rows,
      excerpts: contents.rows.excerpts!.map((row) =>
        row === second || row === third ? editRow('excerpts', row, { note: 'Changed elsewhere' }, clock.tick()) : row,
      ),
    },
  };
  const bundle = await writeBundle(theirs, bundleTools);
  const results: CaseContents[] = [];
  for (const [n, isTold] of [true, false].entries()) {
    const open = await cameIn(contents, id(n + 1));
    for (const row of [first!, second!])
      await open.transact('Note', async (tx) => {
        await tx.get('excerpts', row.id);
        tx.update('excerpts', row.id, { note: 'Changed here' });
        return yes(null);
      });
    const known = await readKnown(open.id);
    expect(known.touched.toSorted()).toEqual([first!.id, second!.id].toSorted());
    const book = isTold ? new LineBook(known.lines, known.touched, known.files) : new LineBook();
    const read = await readBundle(bundle, bundleTools, { book });
    if (!read.ok) throw new Error(read.reason);
    const incoming = { ...read.value, case: { ...read.value.case, id: open.id } } as unknown as CaseContents;
    if (isTold) {
      // Edited here, edited on both sides, edited there.
      const ids = [first!, second!, third!].map((row) => row.id);
      expect(incoming.rows.excerpts?.map((row) => row.id)).toEqual(ids.toSorted());
      expect(incoming.rows.links).toEqual([]);
    }
    const { counts } = await reviewIncoming(open, incoming, DAY);
    expect(counts).toMatchObject({ conflict: 1, newer: 1, older: 1, new: 0, deleted: 0 });
    expect(await mergeIntoCase(open, incoming)).toMatchObject({ added: 0, conflicts: 1 });
    const after = await readContents(open, { originals: true });
    results.push({ ...after, case: { ...after.case, id: id(9) } });
  }
  expect(results[0]).toEqual(results[1]);
});

test('a case that did not come as a bundle knows no lines', async () => {
  const contents = await sample();
  const own = { ...contents, case: { ...contents.case, id: id(5) } } as unknown as CaseContents;
  await storeCase(own, { caseId: id(5), name: 'Made here', now: '2024-12-10T00:00:00Z' });
  expect((await readKnown(id(5))).lines).toHaveLength(0);
  expect((await readKnown(id(5))).files.toSorted()).toEqual(contents.texts.map((text) => text.id).toSorted());
});
