import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS, type Channel } from '@shared/ipc';

const registered = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>();
vi.mock('electron', () => ({
  app: { isPackaged: true },
  ipcMain: { handle: (channel: string, handler: never) => registered.set(channel, handler) },
}));

const { answer, listen } = await import('../../../electron/ipc');
const PAGE = 'app://workbench/index.html';
const window = { isDestroyed: () => false, webContents: { id: 7, send: () => undefined } };
const seen: unknown[] = [];
let free: () => unknown = () => answer(5);

const event = (url: string, { id = 7, parent = null as unknown } = {}) => ({
  sender: { id },
  senderFrame: { url, parent },
});
const call = (channel: Channel, sender: unknown, ...args: unknown[]): Promise<unknown> =>
  registered.get(channel)!(sender, ...args);

beforeEach(() => {
  registered.clear();
  seen.length = 0;
  free = () => answer(5);
  const handlers = Object.fromEntries(
    Object.keys(CHANNELS).map((channel) => [
      channel,
      (ask: unknown) => {
        seen.push([channel, ask]);
        return channel === 'copy:free-space' ? free() : answer(null);
      },
    ]),
  );
  listen(handlers as never, () => window as never);
});

describe('who may call', () => {
  it('the main frame of the own window', async () => {
    expect(await call('copy:free-space', event(PAGE), {})).toEqual({ ok: true, value: 5 });
  });

  it.each([
    ['another page', event('https://example.org/')],
    ['a look-alike host', event('app://workbench.example/index.html')],
    ['a look-alike user', event('app://workbench@example/index.html')],
    ['another scheme', event('file:///app://workbench/index.html')],
    ['a page to print', event('app://workbench/print/1')],
    ['an empty address', event('')],
    ['a dev server, when packaged', event('http://127.0.0.1:5173/')],
    ['a frame inside', event(PAGE, { parent: {} })],
    ['another window', event(PAGE, { id: 8 })],
    ['a frame that has gone', { sender: { id: 7 }, senderFrame: null }],
  ])('not %s', async (_who, sender) => {
    for (const channel of Object.keys(CHANNELS) as Channel[])
      expect(await call(channel, sender, {})).toEqual({ ok: false, reason: 'forbidden' });
    expect(seen).toEqual([]);
  });
});

describe('what may be asked', () => {
  it.each<[Channel, unknown[]]>([
    ['copy:free-space', []],
    ['copy:free-space', [{}, {}]],
    ['copy:free-space', [{ more: 1 }]],
    ['copy:free-space', [null]],
    ['file:read', [{ handle: '../x' }]],
    ['file:open', [{ title: 'x', filters: 'all', many: true }]],
    ['file:save', [{ suggestedName: 'x', filters: [], bytes: [1, 2] }]],
    ['menu:state', [{ enabled: [1], undoLabel: null, redoLabel: null }]],
    ['copy:append', [{ caseId: '../x', name: '', lastSeq: 0, lines: [] }]],
    ['copy:read-log', [{ caseId: '0193f4f0-0000-7000-8000-000000000001', afterSeq: 1.5 }]],
    ['copy:put-blob', [{ caseId: '0193f4f0-0000-7000-8000-000000000001', sha256: 'AB', bytes: new Uint8Array() }]],
  ])('not %s with %j', async (channel, args) => {
    expect(await call(channel, event(PAGE), ...args)).toEqual({ ok: false, reason: 'bad-request' });
    expect(seen).toEqual([]);
  });
});

describe('what comes back', () => {
  it('is a failure without words of the error, when the work throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    free = () => {
      throw Object.assign(new Error('/home/analyst/secret.txt'), { code: 'EIO' });
    };
    expect(await call('copy:free-space', event(PAGE), {})).toEqual({ ok: false, reason: 'failed', detail: 'EIO' });
  });

  it('is a failure when the answer has a shape that the channel does not declare', async () => {
    free = () => answer('/home/analyst');
    expect(await call('copy:free-space', event(PAGE), {})).toMatchObject({ ok: false, reason: 'failed' });
  });
});
