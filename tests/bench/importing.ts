/** A bundle's way in: unpacked, hashed, parsed, checked, stored and indexed. */
import { packBundle, prepareBundles, unpackBundle } from '../../renderer/features/exchange/bundleClient';
import { openIndex, prepareIndex } from '../../renderer/search/client';
import { storeCase } from '../../renderer/store/contents';
import type { CaseContents } from '../../renderer/store/contents';
import { dropCase } from '../../renderer/store/registry';
import type { BundleContents } from '../../shared/bundle';
import { forgetIndex, generate, NOW, untilCurrent, untilKept } from './cases';
import { watchFrames } from './frames';
import { timeRawPuts } from './rawRows';

export interface Import {
  readonly unpack: number;
  readonly store: number;
  readonly index: number;
  readonly all: number;
  /** Gaps between the page's frames over the whole import. */
  readonly frames: readonly number[];
}

async function importBundle(bundle: Blob): Promise<Import> {
  // The program does so when it is asked to open a bundle, and has the time it takes to choose a file.
  prepareBundles();
  prepareIndex();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const caseId = crypto.randomUUID();
  const stopFrames = watchFrames();
  const start = performance.now();
  const read = await unpackBundle(bundle);
  if (!read.ok) throw new Error(`refused: ${read.reason} ${read.detail ?? ''}`);
  const unpacked = performance.now();
  const contents = read.value as CaseContents;
  await storeCase({ ...contents, case: { ...contents.case, id: caseId } }, { caseId, name: 'Imported', now: NOW });
  const stored = performance.now();
  const index = openIndex(caseId);
  await untilCurrent(index);
  const end = performance.now();
  const frames = stopFrames();
  index.close();
  await dropCase(caseId);
  return { unpack: unpacked - start, store: stored - unpacked, index: end - stored, all: end - start, frames };
}

/** Times both, turn about. Milliseconds. */
export async function measureImport(
  excerpts: number,
  repetitions: number,
): Promise<{ imports: Import[]; raw: number[]; bundleBytes: number }> {
  const contents = await generate(excerpts);
  const bundle = await packBundle(contents as BundleContents);
  const imports: Import[] = [];
  const raw: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const turns = [
      async () => imports.push(await importBundle(bundle)),
      async () => raw.push(await timeRawPuts(contents)),
    ];
    for (const turn of i % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  return { imports, raw, bundleBytes: bundle.size };
}

/** Gaps between the page's frames while the index of a seeded case is built from its rows; and how long it took. */
export async function measureBuildFrames(caseId: string): Promise<{ frames: number[]; time: number }> {
  await forgetIndex(caseId);
  const stopFrames = watchFrames();
  const start = performance.now();
  const index = openIndex(caseId);
  await untilCurrent(index);
  const time = performance.now() - start;
  const frames = stopFrames();
  await untilKept(caseId);
  index.close();
  return { frames, time };
}

/** Builds the index and keeps it, for the measures that come next. */
export async function rebuildIndex(caseId: string): Promise<void> {
  const index = openIndex(caseId);
  await untilCurrent(index);
  await untilKept(caseId);
  index.close();
}
