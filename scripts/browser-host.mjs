// The browser host: serves the page (or finds it served) and opens it in an app window of the browser that is there.
import { spawn } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PORT, addressOf, startServer, whoAnswers } from './browser-server.mjs';
import { findBrowser } from './find-browser.mjs';

/** Runs until the window is closed or the process ended. Answers the exit code. */
export async function runBrowserHost({ say = console.log } = {}) {
  let server = null;
  try {
    server = await startServer();
  } catch (error) {
    const who = error.code === 'EADDRINUSE' ? await whoAnswers() : 'other';
    if (who !== 'ours') {
      console.error(
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} is taken by another program. Collate needs this very port, because the browser keeps your cases under it. Close that program and run the command again; your cases are unchanged.`
          : `Collate could not listen on ${addressOf()} (${error.code ?? error.message}). Your cases are unchanged.`,
      );
      return 1;
    }
    say('Collate is already being served; opening a window to it.');
  }
  const stop = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  const opened = hasDisplay() ? await openWindow(stop, say) : 'no-display';
  if (opened !== 'closed' && server !== null) {
    say(`${WORDS[opened]} Collate is at ${addressOf()}; open it in Chromium, Chrome or Edge. Ctrl+C ends it.`);
    await stop;
  } else if (opened !== 'closed' && opened !== 'handed-over') say(`${WORDS[opened]} Collate is at ${addressOf()}.`);
  server?.close();
  server?.closeAllConnections();
  return 0;
}

const WORDS = {
  'no-display': 'There is no display here.',
  'no-browser': 'No Chromium, Chrome or Edge was found.',
  'handed-over': 'The browser has the window.',
  failed: 'The browser closed at once.',
};

async function openWindow(stop, say) {
  const browser = await findBrowser();
  if (browser === null) return 'no-browser';
  const profile = profileFolder(browser);
  mkdirSync(profile, { recursive: true });
  say(`Collate is at ${addressOf()}. Closing its window ends it.`);
  const child = spawn(browser, browserArgs(profile), { stdio: 'ignore' });
  const started = Date.now();
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve('failed'));
    child.on('exit', (code) => {
      // A browser that already runs with this profile takes the window over and this process ends at once.
      if (Date.now() - started > 5000) resolve('closed');
      else resolve(code === 0 ? 'handed-over' : 'failed');
    });
  });
  const how = await Promise.race([ended, stop.then(() => 'stopped')]);
  if (how !== 'stopped') return how;
  child.kill();
  return 'closed';
}

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** The command line of the app window. */
export const browserArgs = (profile, env = process.env) => [
  `--app=${addressOf()}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=Translate',
  ...(env.COLLATE_NO_SANDBOX === '1' ? ['--no-sandbox'] : []),
];

/** A profile of its own, so that clearing the everyday browser never touches a case. */
export function profileFolder(browser, platform = process.platform, env = process.env, home = os.homedir()) {
  if (env.COLLATE_BROWSER_PROFILE) return path.resolve(env.COLLATE_BROWSER_PROFILE);
  if (platform === 'darwin') return path.join(home, 'Library/Application Support/Collate Browser');
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData/Local'), 'Collate Browser');
  // A browser from a snap may not write to hidden folders of the home.
  const snap = /^\/snap\/bin\/(.+)$/.exec(browser)?.[1] ?? /\/snap\/([^/]+)\//.exec(resolved(browser))?.[1];
  if (snap) return path.join(home, 'snap', snap, 'common/collate-browser');
  return path.join(env.XDG_DATA_HOME || path.join(home, '.local/share'), 'collate-browser');
}

function resolved(file) {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
