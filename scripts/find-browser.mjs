// Finds a Chromium, Chrome or Edge on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/** Places to look in, best first. CHROMIUM_PATH goes before all. */
export function candidates(platform = process.platform, env = process.env) {
  const own = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [];
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return [...own, ...folders.flatMap((folder) => MAC.map((name) => `${folder}/${name}`))];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return [...own, ...WINDOWS.flatMap((name) => folders.map((folder) => path.win32.join(folder, name)))];
  }
  const folders = [
    ...new Set([...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']),
  ];
  return [...own, ...LINUX.flatMap((name) => folders.map((folder) => `${folder}/${name}`))];
}

/**
 * The browser's path, or null. With `install` (for tests only) a Debian where we are root gets Chromium from its own
 * packages.
 */
export async function findBrowser({ install = false, say = console.log } = {}) {
  const found = candidates().find((file) => existsSync(file));
  if (found) return found;
  if (!install || process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return null;
  say('No Chromium here; installing it from the system packages for the tests.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 600_000 });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return candidates().find((file) => existsSync(file)) ?? null;
}
