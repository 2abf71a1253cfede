import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, type CommandId, type CommandRow } from '@shared/commands';

vi.mock('electron', () => ({
  app: { isPackaged: true, name: 'Collate' },
  BrowserWindow: {},
  Menu: {},
  dialog: {},
  ipcMain: {},
  protocol: {},
  screen: {},
  session: {},
}));

const { acceleratorOf, menuTemplate } = await import('../../../electron/menu');
const { bundlesIn } = await import('../../../electron/opened');
const { fileFor } = await import('../../../electron/protocol');
const { isPage } = await import('../../../electron/origin');
const { isLocal } = await import('../../../electron/security');
const { languagesOf } = await import('../../../electron/spellcheck');
const { isOnScreen } = await import('../../../electron/windowState');
const { safeName } = await import('../../../electron/files');

type Item = { id?: string; label?: string; role?: string; submenu?: Item[] };
const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.submenu ?? [])]);

describe('the menu', () => {
  const placed = (Object.keys(COMMANDS) as CommandId[]).filter((id) => (COMMANDS[id] as CommandRow).menu !== undefined);

  it.each(['linux', 'darwin', 'win32'] as const)('on %s shows each placed command once', (os) => {
    const state = { enabled: ['palette.open'], undoLabel: 'Undo Link', redoLabel: null };
    const items = flat(menuTemplate(state, os, true, () => undefined) as Item[]);
    const ids = items.map(({ id }) => id).filter((id) => id !== undefined && id in COMMANDS);
    expect(new Set(ids)).toEqual(new Set(placed));
    expect(ids).toHaveLength(placed.length);
    expect(items.find(({ id }) => id === 'edit.undo')?.label).toBe('Undo Link');
    expect(items.map(({ role }) => role)).toEqual(expect.arrayContaining(['cut', 'copy', 'paste']));
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });

  it('says keys in the words of the system, and none that would be taken out of typing', () => {
    expect(acceleratorOf('Mod+Shift+Z', 'linux')).toBe('CmdOrCtrl+Shift+Z');
    expect(acceleratorOf('Alt+ArrowLeft', 'linux')).toBe('Alt+Left');
    expect(acceleratorOf('E', 'linux')).toBe('E');
    expect(acceleratorOf('E', 'darwin')).toBeNull();
    expect(acceleratorOf(undefined, 'linux')).toBeNull();
  });
});

describe('addresses', () => {
  it('are of the page only when scheme and host are its own', () => {
    expect(isPage('app://workbench/index.html')).toBe(true);
    for (const address of ['app://workbench/print/x', 'app://other/', 'https://workbench/', 'app:workbench', 'x'])
      expect(isPage(address)).toBe(false);
  });

  it('outside the program are not local', () => {
    for (const address of ['app://workbench/a.js', 'blob:app://workbench/x', 'data:text/plain,x'])
      expect(isLocal(address)).toBe(true);
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1:47615/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://other/',
      'devtools://devtools/',
      'ftp://x/',
    ])
      expect(isLocal(address)).toBe(false);
  });

  it('stand for files under the page only', () => {
    const root = path.resolve('/program/renderer');
    expect(fileFor('/', root)).toBe(path.join(root, 'index.html'));
    expect(fileFor('/assets/a%20b.js', root)).toBe(path.join(root, 'assets/a b.js'));
    for (const bad of ['/../main.js', '/%2e%2e/main.js', '/..%2fmain.js', '/a\\..\\b', '/%00', '/%', '/a.js.map'])
      expect(fileFor(bad, root)).toBeNull();
  });
});

describe('what the system hands over', () => {
  it('are bundles among the arguments, and nothing else', () => {
    expect(
      bundlesIn(['electron', '.', '--x.collate', 'a.collate', '/b/C.COLLATE', 'd.collate.age', 'e.txt'], '/w'),
    ).toEqual([path.resolve('/w/a.collate'), path.resolve('/b/C.COLLATE'), path.resolve('/w/d.collate.age')]);
  });

  it('names for saving hold no folder', () => {
    expect(safeName('../../etc/passwd')).toBe('etc passwd');
    expect(safeName('a:b?.pdf')).toBe('a b .pdf');
    expect(safeName('...')).toBe('Untitled');
    expect(safeName('요약 — нота.pdf')).toBe('요약 — нота.pdf');
  });

  it('dictionaries are known by their files', () => {
    expect(languagesOf(['en-US-10-1.bdic', 'de-3-0.bdic', 'en-US-11-0.bdic', 'notes.txt'])).toEqual(['en-US', 'de']);
  });
});

describe('the window', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  it('comes back only where it can be caught', () => {
    expect(isOnScreen({ x: 100, y: 100, width: 800, height: 600 }, screens)).toBe(true);
    expect(isOnScreen({ x: 2500, y: 100, width: 800, height: 600 }, screens)).toBe(false);
    expect(isOnScreen({ x: 0, y: -200, width: 800, height: 600 }, screens)).toBe(false);
  });
});
