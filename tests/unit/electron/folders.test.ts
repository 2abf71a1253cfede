// Chosen folders: what a page may name in them, what it cannot reach, and that handles outlast a restart.
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CHANNELS } from '@shared/ipc';
import { isPlainName } from '@shared/plainName';

const dialog = { showOpenDialog: vi.fn<() => Promise<{ canceled: boolean; filePaths: string[] }>>() };
vi.mock('electron', () => ({ dialog, ipcMain: {}, BrowserWindow: {} }));
const { askForFolder, openFolders } = await import('../../../electron/folders');
type ChosenFolders = ReturnType<typeof openFolders>;

let root = '';
let shared = '';
let kept = '';
let folders: ChosenFolders;
let handle = '';

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'collate-folders-'));
  shared = path.join(root, 'shared');
  kept = path.join(root, 'folders.json');
  await mkdir(shared);
  await writeFile(path.join(root, 'secret.collate'), 'secret');
  folders = openFolders(kept);
  const given = await folders.handOut(shared);
  if (!given.ok) throw new Error(given.reason);
  ({ handle } = given.value);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const bytes = new Uint8Array([1, 2, 3]);
const HOSTILE = [
  '../secret.collate',
  '..\\secret.collate',
  '/etc/passwd',
  'C:\\x.collate',
  'sub/x.collate',
  '..',
  '.',
  '',
  '.hidden.collate',
  'x.collate:stream',
  'x.collate\u0000.txt',
  'con.collate',
  'LPT1.collate',
  'x.collate.',
  'x.collate ',
  'x\n.collate',
  `${'x'.repeat(250)}.collate`,
];

describe('a chosen folder', () => {
  it('is written, listed, read and cleared by plain names, and shows nothing else of itself', async () => {
    expect(await folders.write({ handle, name: 'a.collate', bytes })).toEqual({ ok: true, value: null });
    await writeFile(path.join(shared, 'notes.txt'), 'x');
    await mkdir(path.join(shared, 'folder.collate'));
    const listed = await folders.list({ handle, suffix: '.collate' });
    expect(listed).toMatchObject({ ok: true, value: [{ name: 'a.collate', size: 3 }] });
    expect(CHANNELS['folder:list'].answer.safeParse(listed.ok && listed.value).success).toBe(true);
    expect(await folders.read({ handle, name: 'a.collate' })).toEqual({ ok: true, value: bytes });
    expect((await readdir(shared)).sort()).toEqual(['a.collate', 'folder.collate', 'notes.txt']);
    expect(await folders.remove({ handle, name: 'a.collate' })).toEqual({ ok: true, value: null });
    expect(await folders.remove({ handle, name: 'a.collate' })).toEqual({ ok: true, value: null });
    expect(await folders.read({ handle, name: 'a.collate' })).toEqual({ ok: false, reason: 'unreadable' });
  });

  it.each(HOSTILE)('takes no name like %j', async (name) => {
    expect(isPlainName(name)).toBe(false);
    expect(CHANNELS['folder:write'].ask.safeParse({ handle, name, bytes }).success).toBe(false);
    for (const reply of [
      await folders.read({ handle, name }),
      await folders.write({ handle, name, bytes }),
      await folders.remove({ handle, name }),
    ])
      expect(reply).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await readFile(path.join(root, 'secret.collate'), 'utf8')).toBe('secret');
    expect(await readdir(shared)).toEqual([]);
  });

  it('takes the names that sync programs make', () => {
    for (const name of [
      'a (Bo’s conflicted copy 2026-01-02).collate',
      'a.sync-conflict-20260102-101010-ABCDEFG.collate',
      'a-DESKTOP.collate',
      'дело (конфликт).collate',
    ])
      expect(isPlainName(name)).toBe(true);
  });

  it('follows no link, neither for reading nor for writing nor for clearing', async () => {
    await symlink(path.join(root, 'secret.collate'), path.join(shared, 'link.collate'));
    await symlink(root, path.join(shared, 'up.collate'));
    await symlink(path.join(root, 'nowhere'), path.join(shared, 'broken.collate'));
    expect(await folders.list({ handle, suffix: '.collate' })).toEqual({ ok: true, value: [] });
    for (const name of ['link.collate', 'up.collate', 'broken.collate']) {
      expect(await folders.read({ handle, name })).toEqual({ ok: false, reason: 'not-allowed' });
      expect(await folders.write({ handle, name, bytes })).toEqual({ ok: false, reason: 'not-allowed' });
      expect(await folders.remove({ handle, name })).toEqual({ ok: false, reason: 'not-allowed' });
    }
    expect(await readFile(path.join(root, 'secret.collate'), 'utf8')).toBe('secret');
    expect((await readdir(root)).sort()).toEqual(['folders.json', 'secret.collate', 'shared']);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe that looks like a bundle', async () => {
    execFileSync('mkfifo', [path.join(shared, 'pipe.collate')]);
    expect(await folders.read({ handle, name: 'pipe.collate' })).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await folders.list({ handle, suffix: '.collate' })).toEqual({ ok: true, value: [] });
  });

  it('is known after a restart under the same handle, until it is forgotten', async () => {
    await folders.write({ handle, name: 'a.collate', bytes });
    const again = openFolders(kept);
    expect(await again.read({ handle, name: 'a.collate' })).toEqual({ ok: true, value: bytes });
    expect(await again.handOut(shared)).toMatchObject({ ok: true, value: { handle, name: 'shared' } });
    await again.forget(handle);
    expect(await again.list({ handle, suffix: '.collate' })).toEqual({ ok: false, reason: 'handle-unknown' });
    expect(await openFolders(kept).list({ handle, suffix: '.collate' })).toMatchObject({ reason: 'handle-unknown' });
    expect(await readFile(path.join(shared, 'a.collate'))).toHaveLength(3);
  });

  it('that is away is a refusal, and a broken memory is an empty one', async () => {
    await rm(shared, { recursive: true });
    expect(await folders.list({ handle, suffix: '.collate' })).toEqual({ ok: false, reason: 'unreadable' });
    for (const text of ['', '[]', 'null', '{"x":1}', `{"${handle}":"relative/place"}`, '{"__proto__":{"a":"/"}}']) {
      await writeFile(kept, text);
      expect(await openFolders(kept).list({ handle, suffix: '.collate' })).toMatchObject({ reason: 'handle-unknown' });
    }
  });

  it('is asked for with the system’s dialog, which can be left', async () => {
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
    expect(await askForFolder({} as never, 'Choose', folders)).toEqual({ ok: false, reason: 'cancelled' });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [path.join(root, 'secret.collate')] });
    expect(await askForFolder({} as never, 'Choose', folders)).toEqual({ ok: false, reason: 'unreadable' });
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [shared] });
    const chosen = await askForFolder({} as never, 'Choose', folders);
    expect(chosen).toEqual({ ok: true, value: { handle, name: 'shared' } });
    expect(JSON.stringify(chosen)).not.toContain(root);
  });
});
