// Finds Electron's binary on the disk, or fetches it with a bound on the wait. Never by require('electron'): that
// would start a download of its own, without progress or end.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const PACKAGE = inRoot('node_modules/electron');
const FAILED = inRoot('node_modules/.cache/collate/electron-fetch-failed.json');
const SECOND = 1000;

/** The executable's path, or null where there is none. */
export function electronBinary(folder = PACKAGE, env = process.env) {
  const note = path.join(folder, 'path.txt');
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist && !existsSync(note)) return null;
  const name = existsSync(note)
    ? readFileSync(note, 'utf8').trim()
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';
  const file = path.join(dist || path.join(folder, 'dist'), name);
  return existsSync(file) ? file : null;
}

/**
 * Fetches the binary, showing how far it is. Gives up when nothing came for a while, or in all after three minutes
 * (COLLATE_ELECTRON_WAIT: other seconds). Answers null when it is there, else one clause that says why not.
 */
export async function fetchElectron({
  say = console.log,
  failedNote = FAILED,
  script = inRoot('scripts/fetch-electron.mjs'),
} = {}) {
  const failedBefore = existsSync(failedNote);
  // A machine that could not reach the server last time is asked again, but kept waiting only briefly.
  const firstByte = (failedBefore ? 5 : 20) * SECOND;
  const inAll = Number(process.env.COLLATE_ELECTRON_WAIT ?? 180) * SECOND;
  say('Fetching the desktop host, Electron (about 110 MB, once).');
  const why = await follow(script, firstByte, inAll);
  if (why === null) rmSync(failedNote, { force: true });
  else {
    mkdirSync(path.dirname(failedNote), { recursive: true });
    writeFileSync(failedNote, JSON.stringify({ why }));
  }
  return why;
}

function follow(script, firstByte, inAll) {
  return new Promise((resolve) => {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    let reason = null;
    let shown = -1;
    const stop = (why) => {
      reason ??= why;
      child.kill();
    };
    const bound = setTimeout(() => stop('it took too long'), inAll);
    let quiet = setTimeout(() => stop('its server did not answer'), firstByte);
    const finish = (why) => {
      clearTimeout(bound);
      clearTimeout(quiet);
      if (shown >= 0 && process.stdout.isTTY) process.stdout.write('\n');
      resolve(why);
    };
    child.on('message', (message) => {
      clearTimeout(quiet);
      if (message.failed) return void (reason ??= message.failed);
      quiet = setTimeout(() => stop('the download stopped half-way'), 30 * SECOND);
      const percent = Math.floor(100 * message.percent);
      if (percent === shown) return undefined;
      if (process.stdout.isTTY) process.stdout.write(`\r  ${bar(percent)} ${percent} %`);
      else if (percent % 10 === 0) console.log(`  ${percent} %`);
      shown = percent;
      return undefined;
    });
    child.on('error', () => finish('the download could not be started'));
    child.on('exit', (code) => finish(code === 0 && reason === null ? null : (reason ?? 'the download failed')));
  });
}

const bar = (percent) => '█'.repeat(Math.round(percent / 4)).padEnd(25, '░');
