/** A fresh profile for each test, the built app on a loopback server, and page objects over it. */
import { test as base, expect } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { startServer } from '../../scripts/browser-server.mjs';
import { Workbench } from './pages/Workbench';

export const outFolder = path.resolve(
  process.env['COLLATE_OUT'] ?? path.resolve(import.meta.dirname, '../../out'),
  'renderer',
);

interface Fixtures {
  readonly workbench: Workbench;
  /** Console errors and warnings, and requests that left the origin; a test ends by finding none. */
  readonly complaints: string[];
}

export const test = base.extend<Fixtures, { address: string }>({
  address: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await startServer({ folder: outFolder, port: 0 });
      const { port } = server.address() as AddressInfo;
      await use(`http://127.0.0.1:${port}/`);
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ address }, use) => use(address),
  // oxlint-disable-next-line no-empty-pattern
  complaints: async ({}, use) => use([]),
  workbench: async ({ page, address, complaints }, use) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`left the origin: ${url}`);
    });
    // The file system pickers cannot be driven from here: the page falls back to an input and a download.
    await page.addInitScript(() => {
      for (const picker of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, picker);
    });
    await page.goto('/');
    await use(new Workbench(page));
  },
});

export { expect };
