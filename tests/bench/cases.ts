/** Generated cases, as bundles and in the profile the built program then opens. */
import { bundleTools } from '../../renderer/features/exchange/bundleTools';
import { openIndex } from '../../renderer/search/client';
import type { IndexClient } from '../../renderer/search/client';
import { CaseDatabase } from '../../renderer/store/caseDatabase';
import { storeCase } from '../../renderer/store/contents';
import type { CaseContents } from '../../renderer/store/contents';
import { dropCase, writeSetting } from '../../renderer/store/registry';
import { generateCase } from './generate';

export const NOW = '2025-01-02T03:04:05.000Z';

/** Ids tell the cases apart: the generator's own run from the same number. */
export const caseIdOf = (excerpts: number): string => `018bcfe5-0000-7000-8000-${String(excerpts).padStart(12, '0')}`;

export const generate = (excerpts: number, caseId = caseIdOf(excerpts)): Promise<CaseContents> =>
  generateCase({
    excerpts,
    caseId,
    sha256: (text) => bundleTools.sha256(bundleTools.encode(text)),
  });

/** Resolves when the index is current. */
export function untilCurrent(index: IndexClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (index.state.phase === 'current') resolve();
      else if (index.state.phase === 'failed') reject(new Error(index.state.reason));
    };
    index.onState(look);
    look();
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Stores a case of this size in the profile, its index built and kept; and an analyst, so that the program asks for none. */
export async function seed(excerpts: number): Promise<string> {
  const caseId = caseIdOf(excerpts);
  await writeSetting('analyst', { actor: 'benchmark0', name: 'Bench Mark', initials: 'BM' });
  await dropCase(caseId);
  const contents = await generate(excerpts);
  await storeCase(contents, { caseId, name: contents.case.name, now: NOW });
  const index = openIndex(caseId);
  await untilCurrent(index);
  await untilKept(caseId);
  index.close();
  return caseId;
}

/** Resolves when the index has been written next to the rows. */
export async function untilKept(caseId: string): Promise<void> {
  const db = new CaseDatabase(caseId);
  while ((await db.snapshots.count()) === 0) await pause(100);
  db.close();
}

/** Takes the kept index away, so that the next opening builds it. */
export async function forgetIndex(caseId: string): Promise<void> {
  const db = new CaseDatabase(caseId);
  await db.snapshots.clear();
  db.close();
}

/** Bytes of the whole profile's storage, as the browser counts them. */
export const storedBytes = async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0;
