/** The browser host: its server as started by hand, and its files and printing under the policy, in a real Chromium. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Platform } from '@shared/platform';
import { startServer } from '../../scripts/browser-server.mjs';

declare global {
  interface Window {
    readonly platform: Platform;
  }
}

let folder: string;
let server: Server;
let address: string;
const violations: string[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'collate-browser-'));
  await writeFile(
    path.join(folder, 'page.ts'),
    `import { choosePlatform } from ${JSON.stringify(path.resolve('renderer/platform/index.ts'))};
     Object.defineProperty(window, 'platform', { value: choosePlatform() });`,
  );
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"><script type="module" src="./page.ts"></script></head><body><p>page</p></body></html>',
  );
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.resolve('shared') } },
    build: { outDir: path.join(folder, 'built'), modulePreload: { polyfill: false } },
  });
  server = (await startServer({ folder: path.join(folder, 'built'), port: 0 })) as Server;
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<void> {
  violations.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await page.goto(address);
  await expect.poll(() => page.evaluate(() => window.platform.kind)).toBe('browser');
}

test('files go out as a download and come in through a form where there is no file system API', async ({
  page,
}, info) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { showOpenFilePicker: undefined, showSaveFilePicker: undefined });
  });
  // While somebody listens, dialogs for files are caught: from the start, not only when the first is awaited.
  page.on('filechooser', () => undefined);
  await open(page);
  const [download, saved] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() =>
      window.platform.saveFile({ suggestedName: 'déjà.collate', filters: [], bytes: new Uint8Array([0, 255, 128]) }),
    ),
  ]);
  expect(saved).toEqual({ ok: true, value: { name: 'déjà.collate' } });
  expect(download.suggestedFilename()).toBe('déjà.collate');
  const file = info.outputPath('saved');
  await download.saveAs(file);
  expect([...(await readFile(file))]).toEqual([0, 255, 128]);

  const [opened] = await Promise.all([
    page.evaluate(async () => {
      const reply = await window.platform.openFiles({ title: 'x', filters: [], many: false });
      const first = reply.ok ? reply.value[0] : undefined;
      const read = await first?.read();
      return { name: first?.name, size: first?.size, bytes: read?.ok === true ? [...read.value] : null };
    }),
    page.waitForEvent('filechooser').then((one) => one.setFiles(file)),
  ]);
  expect(opened).toEqual({ name: 'saved', size: 3, bytes: [0, 255, 128] });
  expect(violations).toEqual([]);
});

test('a page to print is laid out with its own styles under the strict policy', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const world = globalThis as unknown as { printed: unknown };
    // Printing happens inside a frame; what it shows at that moment is looked at here.
    const watch = new MutationObserver(() => {
      const view = document.querySelector('iframe')?.contentWindow;
      if (view === null || view === undefined) return;
      view.print = () => {
        const heading = view.document.querySelector('h1')!;
        world.printed = {
          colour: view.getComputedStyle(heading).color,
          text: view.document.body.textContent,
          title: document.title,
          lang: view.document.documentElement.lang,
        };
      };
    });
    watch.observe(document.body, { childList: true });
  });
  const reply = await page.evaluate(() =>
    window.platform.printToPdf({
      suggestedName: 'Brief.pdf',
      html: '<!doctype html><html lang="de"><head><title>t</title><style>@page { size: A5 } h1 { color: rgb(1, 2, 3) }</style></head><body><h1>Brief</h1><script>document.body.textContent = "ran"</script></body></html>',
    }),
  );
  expect(reply).toEqual({ ok: true, value: { name: 'Brief.pdf' } });
  expect(await page.evaluate(() => (globalThis as unknown as { printed: unknown }).printed)).toEqual({
    colour: 'rgb(1, 2, 3)',
    text: 'Brief',
    title: 'Brief',
    lang: 'de',
  });
  expect(await page.title()).toBe('Host');
  expect(violations).toEqual([]);
});

test('what is unsaved is asked for when the page goes out of sight', async ({ page }) => {
  await open(page);
  const asked = await page.evaluate(() => {
    let times = 0;
    const stop = window.platform.onBeforeQuit(async () => {
      times += 1;
    });
    window.dispatchEvent(new Event('pagehide'));
    stop();
    window.dispatchEvent(new Event('pagehide'));
    return times;
  });
  expect(asked).toBe(1);
});

const freePort = async (): Promise<number> => {
  const probe = createSocketServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}
function startHost(port: number): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const script = `const { runBrowserHost } = await import('./scripts/browser-host.mjs'); process.exit(await runBrowserHost());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...env, COLLATE_TEST_PORT: String(port), COLLATE_OUT: path.join(folder, 'out') },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, exit: once(child, 'exit').then(([code]) => code as number | null) };
}

test('without a display it prints its address and serves until it is ended; a second start finds it', async () => {
  await mkdir(path.join(folder, 'out/renderer'), { recursive: true });
  await writeFile(path.join(folder, 'out/renderer/index.html'), 'page');
  const port = await freePort();
  const first = startHost(port);
  await expect.poll(first.output).toContain(`http://127.0.0.1:${port}/`);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('page');

  const second = startHost(port);
  expect(await second.exit).toBe(0);
  expect(second.output()).toContain('already being served');

  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a port taken by another program gets a clear sentence', async () => {
  const stranger = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  const started = startHost(port);
  expect(await started.exit).toBe(1);
  expect(started.output()).toContain(`Port ${port} is taken by another program.`);
  stranger.close();
});
