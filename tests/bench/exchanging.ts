/** A case out and in again, and a small change of it taken in: beside what a Dexie add-on does with the same rows. */
import { Dexie } from 'dexie';
import { exportDB, importDB } from 'dexie-export-import';
import { packBundle, prepareBundles, unpackBundle } from '../../renderer/features/exchange/bundleClient';
import { openIndex, prepareIndex } from '../../renderer/search/client';
import { readContents, storeCase } from '../../renderer/store/contents';
import type { CaseContents } from '../../renderer/store/contents';
import { readKnown } from '../../renderer/store/known';
import { mergeIntoCase } from '../../renderer/store/mergeCase';
import { openCase } from '../../renderer/store/openCase';
import { dropCase } from '../../renderer/store/registry';
import type { BundleContents } from '../../shared/bundle';
import type { LineNotes } from '../../shared/bundle/lineMarks';
import { makeClock } from '../../shared/merge/clock';
import { editRow } from '../../shared/merge/edit';
import { generate, NOW, pause, untilCurrent, untilKept } from './cases';
import { dexieOf } from './rawRows';

export interface Exchange {
  /** Rows read from the case's database and written to a bundle. */
  readonly out: number;
  /** Of that, reading the rows. */
  readonly rowsRead: number;
  /** A bundle's bytes read, checked and stored. */
  readonly unpackAndStore: number;
  /** Then indexed, until every list and search has it: the whole import. */
  readonly index: number;
  readonly addOnOut: number;
  readonly addOnIn: number;
  readonly parse: number;
  readonly hash: number;
  /** A bundle that changes 1,000 records taken in, and indexed. */
  readonly merge: { readonly unpack: number; readonly store: number; readonly index: number };
}

/** Records that the bundle of a merge changes. */
const CHANGED = 1_000;

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; time: number }> {
  const start = performance.now();
  const value = await work();
  return { value, time: performance.now() - start };
}

async function stored(bundle: Blob, caseId: string): Promise<CaseContents> {
  let lines: LineNotes | undefined;
  const read = await unpackBundle(bundle, { onRead: (facts) => (lines = facts.lines) });
  if (!read.ok) throw new Error(`refused: ${read.reason}`);
  const contents = read.value as CaseContents;
  const arrival = { caseId, name: 'Imported', now: NOW, lines };
  await storeCase({ ...contents, case: { ...contents.case, id: caseId } }, arrival);
  return contents;
}

/** Times each in turn. Milliseconds. */
export async function measureExchange(excerpts: number): Promise<Exchange> {
  const contents = (await generate(excerpts, crypto.randomUUID())) as BundleContents & CaseContents;
  const given = await packBundle(contents);
  const caseId = contents.case.id;
  // The program starts both while a file is being chosen.
  prepareBundles();
  prepareIndex();
  await pause(500);
  const store = await timed(() => stored(given, caseId));
  const index = openIndex(caseId);
  const indexed = await timed(() => untilCurrent(index));
  await untilKept(caseId);
  const open = await openCase(caseId, { actor: 'benchmark0', window: 'ben', now: () => Date.now() });

  prepareBundles();
  await pause(500);
  const rows = await timed(() => readContents(open, { originals: true }));
  const pack = await timed(() => packBundle(rows.value as BundleContents));

  const plain = await dexieOf('bench-add-on', contents);
  const out = await timed(() => exportDB(plain));
  await plain.delete();
  const back = await timed(() => importDB(out.value));
  await back.value.delete();

  const lines = (contents.rows.excerpts ?? []).map((row) => JSON.stringify(row));
  const parse = await timed(async () => lines.map((line) => JSON.parse(line) as unknown).length);
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const hash = await timed(() => crypto.subtle.digest('SHA-256', bytes));

  const clock = makeClock('otheractor', '000', () => Date.parse(NOW) + 1000);
  const theirs = (contents.rows.excerpts ?? []).map((row, i) =>
    i < CHANGED ? editRow('excerpts', row, { note: `Changed elsewhere, ${i}` }, clock.tick()) : row,
  );
  const bundle = await packBundle({ ...contents, rows: { ...contents.rows, excerpts: theirs as never } });
  prepareBundles();
  await pause(500);
  const read = await timed(async () => unpackBundle(bundle, { known: await readKnown(caseId) }));
  if (!read.value.ok) throw new Error(`refused: ${read.value.reason}`);
  const arrived = read.value.value as CaseContents;
  const heard = new Promise<unknown>((resolve) => index.onChanged(resolve));
  const merge = await timed(() => mergeIntoCase(open, arrived));
  const found = await timed(() => heard);
  index.close();
  open.close();
  await dropCase(caseId);
  if (merge.value.changed !== Math.min(CHANGED, excerpts)) throw new Error(`${merge.value.changed} were changed`);
  await Dexie.delete('bench-add-on');
  return {
    out: rows.time + pack.time,
    rowsRead: rows.time,
    unpackAndStore: store.time,
    index: indexed.time,
    addOnOut: out.time,
    addOnIn: back.time,
    parse: parse.time,
    hash: hash.time,
    merge: { unpack: read.time, store: merge.time, index: found.time },
  };
}
