/**
 * Field writes that are under way when the page goes. A browser ends a page without waiting for its database: what was
 * typed in the last moment would be lost. So it is put where a page can write without waiting, and written the next
 * time the case is opened. Written twice it is the same: an update to the value that stands changes nothing.
 */
import { useEffect } from 'react';
import type { CommandId } from '@shared/commands';
import type { App, RunOptions } from './context';

interface Words {
  readonly caseId: string;
  readonly id: CommandId;
  readonly args: unknown;
  readonly options: RunOptions;
}

const PREFIX = 'collate.lastWords.';
const ownKey = `${PREFIX}${crypto.randomUUID()}`;

const underWay = new Set<Words>();
let isLeaving = false;

function keep(): void {
  try {
    if (underWay.size === 0) localStorage.removeItem(ownKey);
    else localStorage.setItem(ownKey, JSON.stringify([...underWay]));
  } catch {
    // No room for it: the write that is under way may still come through.
  }
}

addEventListener('pagehide', () => {
  isLeaving = true;
  keep();
});
addEventListener('pageshow', () => {
  isLeaving = false;
});
document.addEventListener('visibilitychange', () => {
  isLeaving = document.visibilityState === 'hidden';
  if (isLeaving) keep();
});

/** True for commands that set fields to values: the ones that can be done again. */
const isUpdate = (id: CommandId): boolean => id.endsWith('.update');

/** Notes a command while it runs. Returns the way to say that it is through. */
export function whileUnderWay(caseId: string | undefined, id: CommandId, args: unknown, options: RunOptions) {
  if (caseId === undefined || !isUpdate(id)) return () => undefined;
  const words: Words = { caseId, id, args, options };
  underWay.add(words);
  if (isLeaving) keep();
  return (): void => {
    underWay.delete(words);
    if (isLeaving || localStorage.getItem(ownKey) !== null) keep();
  };
}

function parsed(json: string | null): readonly Words[] {
  try {
    return json === null ? [] : (JSON.parse(json) as readonly Words[]);
  } catch {
    return [];
  }
}

/** Takes out what former pages left for this case. */
function taken(caseId: string): Words[] {
  const found: Words[] = [];
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(PREFIX) || key === ownKey) continue;
    const all = parsed(localStorage.getItem(key));
    found.push(...all.filter((one) => one.caseId === caseId));
    const others = all.filter((one) => one.caseId !== caseId);
    if (others.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(others));
  }
  return found;
}

/** Writes, once its case is open, what the last page had no time for. */
export function useLastWords(app: App): void {
  useEffect(() => {
    if (!app.openCase) return;
    for (const { id, args, options } of taken(app.openCase.id))
      void app.run(id as 'excerpt.update', args as never, { ...options, refusal: 'return' });
  }, [app]);
}
