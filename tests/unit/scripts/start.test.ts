import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../../package.json';
import { VERSION } from '@shared/version';
import { browserArgs, profileFolder } from '../../../scripts/browser-host.mjs';
import { electronBinary, fetchElectron } from '../../../scripts/electron-binary.mjs';
import { candidates } from '../../../scripts/find-browser.mjs';
import { fingerprint, installIsStale, nodeComplaint } from '../../../scripts/prepare.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'collate-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('making ready', () => {
  it('tells an old Node in a sentence', () => {
    expect(nodeComplaint('20.19.0')).toBeNull();
    expect(nodeComplaint('24.1.0')).toBeNull();
    expect(nodeComplaint('20.18.9')).toContain('Node 20.19 or newer; this is Node 20.18.9');
    expect(nodeComplaint('18.20.0')).not.toBeNull();
  });

  it('installs when nothing is installed, or the lock is newer', async () => {
    await writeFile(path.join(folder, 'package-lock.json'), '{}');
    expect(installIsStale(folder)).toBe(true);
    await mkdir(path.join(folder, 'node_modules'));
    const note = path.join(folder, 'node_modules/.package-lock.json');
    await writeFile(note, '{}');
    await utimes(note, new Date(2030, 0), new Date(2030, 0));
    expect(installIsStale(folder)).toBe(false);
    await utimes(note, new Date(2020, 0), new Date(2020, 0));
    expect(installIsStale(folder)).toBe(true);
  });

  it('sees any change of a source, and only that', async () => {
    await mkdir(path.join(folder, 'shared/deep'), { recursive: true });
    await writeFile(path.join(folder, 'shared/deep/a.ts'), '1');
    const before = fingerprint(folder, ['shared', 'missing']);
    await writeFile(path.join(folder, 'other.ts'), 'x');
    expect(fingerprint(folder, ['shared', 'missing'])).toBe(before);
    await writeFile(path.join(folder, 'shared/deep/a.ts'), '2');
    expect(fingerprint(folder, ['shared', 'missing'])).not.toBe(before);
  });

  it('has one version', () => {
    expect(VERSION).toBe(packageJson.version);
  });
});

describe('Electron', () => {
  it('is looked for on the disk', async () => {
    expect(electronBinary(folder, {})).toBeNull();
    await writeFile(path.join(folder, 'path.txt'), 'electron');
    expect(electronBinary(folder, {})).toBeNull();
    await mkdir(path.join(folder, 'dist'));
    await writeFile(path.join(folder, 'dist/electron'), '');
    expect(electronBinary(folder, {})).toBe(path.join(folder, 'dist/electron'));
  });

  const fetchWith = async (script: string) => {
    await writeFile(path.join(folder, 'fetch.mjs'), script);
    const failedNote = path.join(folder, 'note/failed.json');
    const why = await fetchElectron({ say: () => undefined, script: path.join(folder, 'fetch.mjs'), failedNote });
    return { why, note: await readFile(failedNote, 'utf8').catch(() => null) };
  };

  it('that cannot be fetched is told in a clause, and remembered', async () => {
    const { why, note } = await fetchWith(
      `process.send({ failed: 'its server cannot be reached from here' }); process.exitCode = 1; process.disconnect();`,
    );
    expect(why).toBe('its server cannot be reached from here');
    expect(note).toContain('cannot be reached');
  });

  it('that came is no longer remembered as failed', async () => {
    await mkdir(path.join(folder, 'note'));
    await writeFile(path.join(folder, 'note/failed.json'), '{}');
    const { why, note } = await fetchWith(`process.send({ percent: 1 }); process.disconnect();`);
    expect(why).toBeNull();
    expect(note).toBeNull();
  });

  it('is not waited for without end', async () => {
    process.env['COLLATE_ELECTRON_WAIT'] = '0.3';
    try {
      const { why } = await fetchWith(`setInterval(() => process.send({ percent: 0.1 }), 20);`);
      expect(why).toBe('it took too long');
    } finally {
      delete process.env['COLLATE_ELECTRON_WAIT'];
    }
  });
});

describe('the browser', () => {
  it('is looked for where each system keeps it, the named one first', () => {
    const env = {
      CHROMIUM_PATH: '/own',
      PATH: '/usr/bin',
      HOME: '/home/a',
      LOCALAPPDATA: 'C:\\L',
      PROGRAMFILES: 'C:\\P',
    };
    for (const os of ['linux', 'darwin', 'win32'] as const) expect(candidates(os, env)[0]).toBe('/own');
    expect(candidates('linux', { PATH: '/usr/bin' })).toContain('/usr/bin/google-chrome');
    expect(candidates('darwin', {})).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(candidates('win32', env)).toContain('C:\\P\\Microsoft\\Edge\\Application\\msedge.exe');
  });

  it('gets a profile of its own that it may write to', () => {
    const at = (browser: string, os: NodeJS.Platform, env = {}) => profileFolder(browser, os, env, '/home/a');
    expect(at('/usr/bin/google-chrome', 'linux')).toBe('/home/a/.local/share/collate-browser');
    expect(at('/snap/bin/chromium', 'linux')).toBe('/home/a/snap/chromium/common/collate-browser');
    expect(at('x', 'darwin')).toBe('/home/a/Library/Application Support/Collate Browser');
  });

  it('is asked for one window on the fixed address, with its sandbox', () => {
    const args = browserArgs('/profile', {});
    expect(args).toContain('--app=http://127.0.0.1:47615/');
    expect(args).toContain('--user-data-dir=/profile');
    expect(args).not.toContain('--no-sandbox');
    expect(browserArgs('/profile', { COLLATE_NO_SANDBOX: '1' })).toContain('--no-sandbox');
  });
});
