/** The registry: a small database that knows the cases, the analyst and the settings of this profile. */
import { Dexie } from 'dexie';
import type { EntityTable } from 'dexie';
import { unlessArriving, whileArriving } from './arrival';
import { caseDatabaseName } from './caseDatabase';
import { asFailure, StoreFailure } from './failure';

export interface RegisteredCase {
  readonly id: string;
  readonly name: string;
  /** `unfinished` while rows are still coming in: dropped at the next start. */
  readonly state: 'ready' | 'unfinished';
  /** ISO 8601 instants. */
  readonly created: string;
  readonly opened: string;
}

class RegistryDatabase extends Dexie {
  declare readonly cases: EntityTable<RegisteredCase, 'id'>;
  declare readonly settings: EntityTable<{ key: string; value: unknown }, 'key'>;
  constructor() {
    super('collate-registry', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ cases: 'id', settings: 'key' });
  }
}

export const registry = new RegistryDatabase();

/** Cases that can be opened, the last opened first. */
export async function listCases(): Promise<RegisteredCase[]> {
  const cases = await registry.cases.toArray();
  return cases.filter((one) => one.state === 'ready').sort((a, b) => (a.opened < b.opened ? 1 : -1));
}

export async function registerCase(entry: RegisteredCase): Promise<void> {
  try {
    await registry.cases.put(entry);
  } catch (error) {
    throw asFailure(error);
  }
}

export async function updateCase(id: string, patch: Partial<RegisteredCase>): Promise<void> {
  await registry.cases.update(id, patch);
}

/** Forgets a case and deletes its database. Cannot be undone. When interrupted, the next start goes on with it. */
export async function dropCase(id: string): Promise<void> {
  // Nothing hangs on it but a start after an interruption: a disk too full for the mark still lets the case go.
  await registry.cases.update(id, { state: 'unfinished' }).catch(() => 0);
  await deleteDatabase(caseDatabaseName(id));
  await registry.cases.delete(id);
}

/** As Dexie.delete, which complains aloud when it has to wait for a connection that is about to close. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(asFailure(request.error) as Error);
  });
}

/**
 * Drops what interrupted imports left behind; what another window is bringing in stays, unless that window goes.
 * Returns how many were dropped now.
 */
export async function dropUnfinishedCases(): Promise<number> {
  let count = 0;
  const drop = async (id: string): Promise<void> => {
    if ((await registry.cases.get(id))?.state === 'unfinished') await dropCase(id);
  };
  for (const { id, state } of await registry.cases.toArray()) {
    if (state !== 'unfinished') continue;
    const dropped = await unlessArriving(id, () => drop(id));
    if (dropped) count += 1;
    else void whileArriving(id, () => drop(id)).catch(() => undefined);
  }
  return count;
}

/** A setting; undefined where it was never set. */
export async function readSetting<Value>(key: string): Promise<Value | undefined> {
  return (await registry.settings.get(key))?.value as Value | undefined;
}

/** Keeps a setting. On a full disk it is forgotten instead: a width or a place must not stand in the way of work. */
export async function writeSetting(key: string, value: unknown): Promise<void> {
  try {
    await registry.settings.put({ key, value });
  } catch (error) {
    const failure = asFailure(error);
    if (!(failure instanceof StoreFailure) || failure.kind !== 'storage-full') throw failure;
  }
}

/**
 * Keeps a setting unless a good one is there already, also where two windows ask at once. Returns the one that is kept.
 * @throws StoreFailure where the disk is full
 */
export async function claimSetting(key: string, value: unknown, isGood: (kept: unknown) => boolean): Promise<unknown> {
  try {
    return await registry.transaction('rw', registry.settings, async () => {
      const kept: unknown = (await registry.settings.get(key))?.value;
      if (isGood(kept)) return kept;
      await registry.settings.put({ key, value });
      return value;
    });
  } catch (error) {
    throw asFailure(error);
  }
}

/** All settings as one object, for the copy on disk. */
export async function allSettings(): Promise<Record<string, unknown>> {
  return Object.fromEntries((await registry.settings.toArray()).map(({ key, value }) => [key, value]));
}
