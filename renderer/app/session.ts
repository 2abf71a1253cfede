/** The case that is open in this window, with its index and its copy on disk: opened and closed as the route says. */
import { initialsOf } from '@shared/model/analyst';
import type { Platform } from '@shared/platform';
import { openIndex } from '../search/client';
import type { IndexClient } from '../search/client';
import { asFailure, StoreFailure } from '../store/failure';
import { followToDisk } from '../store/secondCopy';
import type { CopyState } from '../store/secondCopy';
import { nameAnalyst } from '../store/newCase';
import { openCase } from '../store/openCase';
import type { OpenCase, OpenOptions } from '../store/openCase';
import { listCases, readSetting, updateCase, writeSetting } from '../store/registry';
import type { AnalystSetting } from './context';
import { packCase } from './packing';

export interface Session {
  readonly open: OpenCase;
  readonly index: IndexClient;
  /** What the status bar says of the copy on disk; null where the host keeps none. */
  readonly copy: CopyState | null;
  close(): Promise<void>;
}

const ANALYST = 'analyst';
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

const randomLetters = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % 36]).join('');

/** Tells this window's stamps from another's; a reload keeps it. */
const windowSign = ((): string => {
  const kept = sessionStorage.getItem('collate.window') ?? randomLetters(3);
  sessionStorage.setItem('collate.window', kept);
  return kept;
})();

export const openOptions = (analyst: AnalystSetting): OpenOptions => ({
  actor: analyst.actor,
  window: windowSign,
  now: () => Date.now(),
});

export const readAnalyst = async (): Promise<AnalystSetting | null> =>
  (await readSetting<AnalystSetting>(ANALYST)) ?? null;

/** Keeps the analyst's name; the actor is made once and stays. */
export async function saveAnalyst(name: string): Promise<AnalystSetting> {
  const known = await readAnalyst();
  const analyst = { actor: known?.actor ?? randomLetters(10), name: name.trim(), initials: initialsOf(name) };
  await writeSetting(ANALYST, analyst);
  return analyst;
}

function onlyIfFull(error: unknown): void {
  const failure = asFailure(error);
  if (!(failure instanceof StoreFailure) || failure.kind !== 'storage-full') throw failure;
}

/**
 * Opens a case for this window.
 * @returns null where this profile has no such case
 * @throws StoreFailure as the store says
 */
export async function openSession(
  caseId: string,
  analyst: AnalystSetting,
  platform: Platform,
): Promise<Session | null> {
  const registered = (await listCases()).find((one) => one.id === caseId);
  if (!registered) return null;
  // First: the worker reads its snapshot while the case is opened here.
  const index = openIndex(caseId);
  let open: OpenCase;
  try {
    open = await openCase(caseId, openOptions(analyst));
    // On a full disk a case can still be read, and exported: the marks of its opening can wait.
    await nameAnalyst(open, analyst.name, analyst.initials).catch(onlyIfFull);
    await updateCase(caseId, { opened: new Date().toISOString() }).catch(onlyIfFull);
  } catch (error) {
    index.close();
    throw error;
  }
  const copy = platform.secondCopy ? await followToDisk(open, platform.secondCopy, registered.name, packCase) : null;
  return {
    open,
    index,
    copy,
    async close() {
      await copy?.stop();
      index.close();
      open.close();
    },
  };
}
