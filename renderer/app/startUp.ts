/** What happens before the first view: lost cases and settings come back from the disk, and the place one was at. */
import type { Platform } from '@shared/platform';
import { allSettings, listCases, readSetting, writeSetting } from '../store/registry';
import { rebuildLostCases } from '../store/rebuild';
import type { Restored } from '../store/rebuild';
import { clearSpool } from '../platform/spool';
import { unpackCase } from './packing';
import { navigate, routeOf } from './route';

const ANALYST = 'analyst';

/** Rebuilds what IndexedDB lost. Returns what came back; nothing where the host keeps no copy. */
export async function restoreFromDisk(platform: Platform): Promise<readonly Restored[]> {
  void clearSpool(Date.now());
  const disk = platform.secondCopy;
  if (!disk) return [];
  if ((await readSetting(ANALYST)) === undefined) {
    const kept = parsed(await disk.readSettings());
    // The name last: a start that is interrupted here takes it up again.
    const ordered = Object.entries(kept).sort(([a], [b]) => Number(a === ANALYST) - Number(b === ANALYST));
    for (const [key, value] of ordered) await writeSetting(key, value);
  }
  return rebuildLostCases({ disk, unpack: unpackCase, now: () => new Date() });
}

/** Settings that are no longer JSON are gone; the cases are not. */
function parsed(json: string | null): Record<string, unknown> {
  try {
    return json === null ? {} : (JSON.parse(json) as Record<string, unknown>);
  } catch {
    return {};
  }
}

const PLACE = 'view.place';

/** Remembers where the analyst is, so that the next start comes to the same place. */
export const keepPlace = (hash: string): Promise<void> => writeSetting(PLACE, hash);

/** Goes where the last start left off, unless the address names a place or that case is gone. */
export async function returnToPlace(): Promise<void> {
  if (location.hash !== '') return;
  const route = routeOf((await readSetting<string>(PLACE)) ?? '');
  if (route.view === 'library' || !(await listCases()).some((one) => one.id === route.caseId)) return;
  navigate(route, 'replace');
}

/** Writes the settings next to the cases' copies. Never fails: a full disk is told by the copy of the case, once. */
export async function keepSettings(platform: Platform): Promise<void> {
  const settings = await allSettings();
  // Without a name they are a first start's, or what was left of a lost database: no reason to give up the copy.
  if (!(ANALYST in settings)) return;
  await platform.secondCopy?.putSettings(JSON.stringify(settings)).catch(() => undefined);
}
