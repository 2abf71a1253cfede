// One loopback origin for the page of measures and the built program, and a real browser with a profile that stays.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { startServer } from '../../scripts/browser-server.mjs';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { out } from '../../scripts/paths.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Memory is measured when it is asked for, not when the browser finds time.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

/**
 * Builds the page of measures and serves it beside the program, `/bench/` and `/`.
 * @returns the address, a way to open the browser on the one profile, and how to clear all away
 */
export async function openBench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-bench-'));
  const pages = path.join(folder, 'pages');
  const built = path.join(out, 'renderer');
  if (existsSync(built)) cpSync(built, pages, { recursive: true });
  await build({
    configFile: path.join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: path.join(pages, 'bench') },
  });
  const server = await startServer({ folder: pages, port: 0 });
  // An isolated page has finer clocks and may ask how much memory it takes.
  server.prependListener('request', (_, response) =>
    response.setHeader('cross-origin-embedder-policy', 'require-corp'),
  );
  const executablePath = await findBrowser({ install: true });
  if (!executablePath) throw new Error('The measures need Chromium, Chrome or Edge; CHROMIUM_PATH may name one.');
  const address = `http://127.0.0.1:${server.address().port}/`;
  const profile = path.join(folder, 'profile');
  let last = null;
  return {
    address,
    profile,
    async openBrowser() {
      // A measure that broke has left one open, and a profile is one browser's.
      await last?.close();
      last = await chromium.launchPersistentContext(profile, {
        executablePath,
        args: ARGS,
        chromiumSandbox: false,
        viewport: { width: 1440, height: 900 },
      });
      return last;
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Runs `work` in a page of measures of its own; errors of the page are errors here. */
export async function inBenchPage(context, address, work) {
  const page = await context.newPage();
  try {
    await page.goto(`${address}bench/index.html`);
    await page.waitForFunction(() => window.bench !== undefined);
    return await work(page);
  } finally {
    await page.close();
  }
}
