/** Calls over the bridge: wrong shapes, strangers and forged handles get an answer, and nothing else. */
import path from 'node:path';
import { expect, outFolder, test } from './fixture';

const CASE = '0193f4f0-0000-7000-8000-000000000001';

test('arguments of a wrong shape are refused as data', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const replies = await page.evaluate(async (caseId) => {
    const bridge = window.collateDesktop as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const { copy, folders } = bridge as unknown as { copy: typeof bridge; folders: typeof bridge };
    const bytes = new Uint8Array([1]);
    return Promise.all([
      bridge['openFiles']!(),
      bridge['openFiles']!(null),
      bridge['openFiles']!({ title: 5, filters: [], many: false }),
      bridge['openFiles']!({ title: 'x', filters: [{ name: 'x', extensions: ['../x'] }], many: false }),
      bridge['openFiles']!({ title: 'x', filters: [], many: false, path: '/etc/passwd' }),
      bridge['readFile']!({ handle: '/etc/passwd' }),
      bridge['readFile']!({ handle: ['x'] }),
      bridge['saveFile']!({ suggestedName: '', filters: [], bytes }),
      bridge['saveFile']!({ suggestedName: 'x.txt', filters: [], bytes: 'text' }),
      bridge['saveFile']!({ suggestedName: 'x.txt', filters: [], bytes: { length: 3 } }),
      bridge['printToPdf']!({ suggestedName: 'x.pdf', html: 1 }),
      copy['append']!({ caseId: '../../x', name: 'x', lastSeq: 1, lines: [] }),
      copy['append']!({ caseId, name: 'x', lastSeq: -1, lines: [] }),
      copy['append']!({ caseId, name: 'x', lastSeq: 1, lines: ['a\nb'] }),
      copy['putBlob']!({ caseId, sha256: '../about.json', bytes }),
      copy['readBlob']!({ caseId: `${caseId}/..`, sha256: 'a'.repeat(64) }),
      copy['remove']!({ caseId: '.' }),
      copy['remove']!({ caseId: '' }),
      copy['putSettings']!({ json: null }),
      folders['read']!({ handle: caseId, name: '../about.json' }),
      folders['write']!({ handle: caseId, name: '/etc/x.collate', bytes }),
      folders['write']!({ handle: caseId, name: 'x.collate', bytes: 'text' }),
      folders['list']!({ handle: '/etc', suffix: '.collate' }),
      folders['list']!({ handle: caseId, suffix: '' }),
    ]);
  }, CASE);
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set([JSON.stringify({ ok: false, reason: 'bad-request' })]),
  );
});

test('a handle that was not given out opens nothing', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const reply = await page.evaluate(() => window.collateDesktop!.readFile({ handle: crypto.randomUUID() }));
  expect(reply).toEqual({ ok: false, reason: 'handle-unknown' });
});

test('a failure in main comes back as data, without a stack', async ({ launchHost }) => {
  const desktop = await launchHost();
  const page = await desktop.firstWindow();
  const reply = await page.evaluate(
    (caseId) => window.collateDesktop!.copy.append({ caseId, name: 'x', lastSeq: 1, lines: ['not JSON'] }),
    CASE,
  );
  expect(reply).toEqual({ ok: false, reason: 'failed', detail: 'TypeError' });
});

test('another origin with the same preload is a stranger', async ({ launchHost }) => {
  const desktop = await launchHost();
  await desktop.firstWindow();
  const replies = await desktop.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>stranger</p>');
      return stranger.webContents.executeJavaScript(
        `Promise.all([
          collateDesktop.copy.list({}),
          collateDesktop.readFile({ handle: '0193f4f0-0000-4000-8000-000000000001' }),
          collateDesktop.openFiles({ title: 'x', filters: [], many: false }),
        ])`,
      ) as Promise<unknown>;
    },
    path.join(outFolder, 'preload/preload.cjs'),
  );
  const forbidden = { ok: false, reason: 'forbidden' };
  expect(replies).toEqual([forbidden, forbidden, forbidden]);
});
