/** Where the window stood when it was last closed. A file that is missing, broken or of another screen is ignored. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { writeAtomic } from './disk';

const state = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximized: z.boolean(),
});
export type WindowState = z.output<typeof state>;

const fileIn = (userData: string): string => path.join(userData, 'window.json');

/** The kept state, or null. */
export function readWindowState(userData: string): WindowState | null {
  try {
    const kept = state.parse(JSON.parse(readFileSync(fileIn(userData), 'utf8')));
    return isOnScreen(
      kept,
      screen.getAllDisplays().map((display) => display.workArea),
    )
      ? kept
      : null;
  } catch {
    return null;
  }
}

/** Says whether enough of the window (its title bar, 100 px of it) can be seen and caught on one of the screens. */
export const isOnScreen = (window: Rectangle, screens: readonly Rectangle[]): boolean =>
  screens.some(
    (area) =>
      window.x + window.width - 100 > area.x &&
      window.x + 100 < area.x + area.width &&
      window.y >= area.y - 10 &&
      window.y + 40 < area.y + area.height,
  );

/** Keeps the state while the window lives: soon after a move, and when it closes. */
export function keepWindowState(window: BrowserWindow, userData: string): void {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const save = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const kept: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    writing = writing
      .then(() => writeAtomic(fileIn(userData), `${JSON.stringify(kept)}\n`))
      .catch((error: unknown) => console.warn('The place of the window could not be kept.', error));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 400).unref();
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', save);
}
