/** A case out and in again, and a small change of it taken in: beside what a Dexie add-on does with the same rows. */
import { Dexie } from 'dexie';
import { exportDB, importDB } from 'dexie-export-import';
import { packBundle, prepareBundles, unpackBundle } from '../../renderer/features/exchange/bundleClient';
import { storeCase } from '../../renderer/store/contents';
import type { CaseContents } from '../../renderer/store/contents';
import { readKnownLines } from '../../renderer/store/knownLines';
import { mergeIntoCase } from '../../renderer/store/mergeCase';
import { openCase } from '../../renderer/store/openCase';
import { dropCase } from '../../renderer/store/registry';
import type { BundleContents } from '../../shared/bundle';
import { makeClock } from '../../shared/merge/clock';
import { editRow } from '../../shared/merge/edit';
import { generate, NOW, pause } from './cases';
import { dexieOf } from './rawRows';

export interface Exchange {
  readonly pack: number;
  readonly unpackAndStore: number;
  readonly addOnOut: number;
  readonly addOnIn: number;
  readonly parse: number;
  readonly hash: number;
  readonly merge: number;
}

/** Records that the bundle of a merge changes. */
const CHANGED = 1_000;

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; time: number }> {
  const start = performance.now();
  const value = await work();
  return { value, time: performance.now() - start };
}

async function stored(bundle: Blob, caseId: string): Promise<CaseContents> {
  let lines: Uint16Array | undefined;
  const read = await unpackBundle(bundle, { onLines: (met) => (lines = met) });
  if (!read.ok) throw new Error(`refused: ${read.reason}`);
  const contents = read.value as CaseContents;
  const arrival = { caseId, name: 'Imported', now: NOW, lines };
  await storeCase({ ...contents, case: { ...contents.case, id: caseId } }, arrival);
  return contents;
}

/** Times each in turn. Milliseconds. */
export async function measureExchange(excerpts: number): Promise<Exchange> {
  const contents = (await generate(excerpts)) as BundleContents & CaseContents;
  // The program reads the case's rows meanwhile.
  prepareBundles();
  await pause(500);
  const pack = await timed(() => packBundle(contents));
  const caseId = contents.case.id;
  const store = await timed(() => stored(pack.value, caseId));

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
  const open = await openCase(caseId, { actor: 'benchmark0', window: 'ben', now: () => Date.now() });
  const merge = await timed(async () => {
    const read = await unpackBundle(bundle, { known: await readKnownLines(caseId) });
    if (!read.ok) throw new Error(`refused: ${read.reason}`);
    return mergeIntoCase(open, read.value as CaseContents);
  });
  open.close();
  await dropCase(caseId);
  if (merge.value.changed !== Math.min(CHANGED, excerpts)) throw new Error(`${merge.value.changed} were changed`);
  await Dexie.delete('bench-add-on');
  return {
    pack: pack.time,
    unpackAndStore: store.time,
    addOnOut: out.time,
    addOnIn: back.time,
    parse: parse.time,
    hash: hash.time,
    merge: merge.time,
  };
}
