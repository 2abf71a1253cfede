/**
 * Unsaved words get out before the window goes: closing asks the page to finish what it is writing and waits for it,
 * but not longer than five seconds, so that a page that hangs cannot keep the program open.
 */
import { randomUUID } from 'node:crypto';
import { app, type BrowserWindow } from 'electron';
import { tell } from './ipc';

const LONGEST_WAIT_MS = 5000;
const waiting = new Map<string, () => void>();
let quitting = false;

/** The page says that it has nothing left to write. */
export const flushed = (id: string): void => waiting.get(id)?.();

/** Once, before the first window. */
export function watchQuit(): void {
  app.on('before-quit', () => {
    quitting = true;
  });
}

/** `hasPage` says whether a page is there to be asked (not before it is loaded, not after it crashed). */
export function flushBeforeClose(window: BrowserWindow, hasPage: () => boolean): void {
  let asked = false;
  let done = false;
  window.on('close', (event) => {
    if (done || !hasPage()) return;
    // Preventing the close also stops a quit that is under way; it is taken up again below.
    event.preventDefault();
    if (asked) return;
    asked = true;
    void pageIsDone(window).then(() => {
      done = true;
      if (window.isDestroyed()) return;
      if (quitting) app.quit();
      else window.close();
    });
  });
}

async function pageIsDone(window: BrowserWindow): Promise<void> {
  const id = randomUUID();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_WAIT_MS);
    waiting.set(id, () => {
      clearTimeout(timer);
      resolve();
    });
    if (!tell(window, 'quit:ask', { id })) resolve();
  });
  waiting.delete(id);
}
