/**
 * One fixture for both: a real Electron (COLLATE_DESKTOP=electron), else the stand-in, which runs the built main and
 * preload bundles in Node and shows their windows in Chromium. Specs see the same surface.
 */
import { test as base, _electron, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type * as Electron from 'electron';
import type { CollateDesktop } from '@shared/ipc';
import { chromiumArgs } from '../../playwright.config';
import { electronBinary } from '../../scripts/electron-binary.mjs';
import { StandIn } from './standin/host';

declare global {
  interface Window {
    readonly collateDesktop?: CollateDesktop;
  }
}

export interface Desktop {
  readonly kind: 'electron' | 'standin';
  firstWindow(): Promise<Page>;
  windows(): Page[];
  /** Runs in the main process, with Electron's module. */
  evaluate<R, A>(run: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Quits as a person does. */
  close(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export const outFolder = path.resolve(process.env['COLLATE_OUT'] ?? 'out');
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const wantsElectron = process.env['COLLATE_DESKTOP'] === 'electron';

function realBinary(): string {
  const binary = electronBinary();
  if (binary === null) throw new Error('COLLATE_DESKTOP=electron, but there is no Electron binary.');
  return binary;
}

const sandboxArgs = process.env['COLLATE_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];

/** Opens the program on a profile folder. `cwd` is the program's folder, where it is not this one. */
export async function openDesktop(userData: string, args: string[] = [], cwd = process.cwd()): Promise<Desktop> {
  if (!wantsElectron) {
    const main = cwd === process.cwd() ? path.join(outFolder, 'main/main.js') : 'out/main/main.js';
    return StandIn.launch({ main, userData, args, cwd, chromiumArgs, executablePath: chromium });
  }
  const real = await _electron.launch({
    executablePath: realBinary(),
    args: [...sandboxArgs, cwd, ...args],
    env: { ...(process.env as Record<string, string>), COLLATE_USER_DATA: userData },
  });
  return {
    kind: 'electron',
    firstWindow: () => real.firstWindow(),
    windows: () => real.windows(),
    evaluate: (run, arg) => real.evaluate(run as never, arg as never),
    close: () => real.close(),
    async kill() {
      const running = real.process();
      running.kill('SIGKILL');
      await new Promise((resolve) => running.once('exit', resolve));
    },
  };
}

/** Starts the program once more on a profile where it runs already; answers the second one's exit code. */
export async function openAgain(userData: string, args: string[], cwd: string): Promise<number | null> {
  if (!wantsElectron) return ((await openDesktop(userData, args, cwd)) as StandIn).exited;
  const second = spawn(realBinary(), [...sandboxArgs, cwd, ...args], {
    stdio: 'ignore',
    env: { ...process.env, COLLATE_USER_DATA: userData },
  });
  return new Promise((resolve) => second.once('exit', resolve));
}

const EMPTY_PAGE =
  '<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"></head><body><h1>Host</h1></body></html>';

export const test = base.extend<
  {
    userData: string;
    /** Opens the program on this test's profile; it is closed when the test ends. */
    launchDesktop: (args?: string[]) => Promise<Desktop>;
    /** The same main process and preload with an empty page, so that only the test speaks to them. */
    launchHost: (args?: string[]) => Promise<Desktop>;
  },
  { hostFolder: string }
>({
  hostFolder: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'collate-host-'));
      for (const part of ['main', 'preload'])
        await cp(path.join(outFolder, part), path.join(folder, 'out', part), { recursive: true });
      await cp('package.json', path.join(folder, 'package.json'));
      await mkdir(path.join(folder, 'out/renderer'));
      await writeFile(path.join(folder, 'out/renderer/index.html'), EMPTY_PAGE);
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'collate-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launchDesktop: async ({ userData }, use) => {
    const { launch, closeAll } = launcher(userData, process.cwd());
    await use(launch);
    await closeAll();
  },
  launchHost: async ({ userData, hostFolder }, use) => {
    const { launch, closeAll } = launcher(userData, hostFolder);
    await use(launch);
    await closeAll();
  },
});
export { expect } from '@playwright/test';

function launcher(userData: string, folder: string) {
  const open: Desktop[] = [];
  return {
    launch: async (args: string[] = []): Promise<Desktop> => {
      const desktop = await openDesktop(userData, args, folder);
      open.push(desktop);
      return desktop;
    },
    closeAll: async (): Promise<void> => {
      for (const desktop of open) await desktop.close();
    },
  };
}
