// Installs and builds what is stale, and nothing else. Needs only Node: it runs before there is a node_modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, out, root } from './paths.mjs';

export const OLDEST_NODE = [20, 19];
const STAMP = path.join(out, '.stamp');
// What the built page and host are made from.
const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** A sentence where this Node is too old, else null. */
export function nodeComplaint(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return null;
  return `Collate needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Nothing was changed. Install a newer one from your system's packages or nodejs.org and run the command again.`;
}

/** Installs and, unless `build` is false, builds where needed; throws an Error with one sentence where that fails. */
export async function prepare({ say = console.log, build = true } = {}) {
  const complaint = nodeComplaint();
  if (complaint !== null) throw new Error(complaint);
  if (installIsStale()) {
    say('Installing what Collate is built from (half a minute the first time).');
    const { command, args } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    const code = await run(command, args);
    if (code !== 0)
      throw new Error(
        'Installing failed; the lines above say why. Nothing of your cases was touched. Check the connection to the package registry and run the command again.',
      );
  }
  if (build && buildIsStale()) {
    say('Building (a few seconds).');
    const code = await run(process.execPath, [
      inRoot('node_modules/vite/bin/vite.js'),
      'build',
      '--app',
      '--logLevel',
      'warn',
    ]);
    if (code !== 0) throw new Error('Building failed; the lines above say why. Nothing of your cases was touched.');
    mkdirSync(out, { recursive: true });
    writeFileSync(STAMP, fingerprint());
  }
}

/** Says whether node_modules is missing or older than the lock file. */
export function installIsStale(folder = root) {
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(path.join(folder, 'package-lock.json')).mtimeMs;
}

/** Says whether the built program is missing or made from other sources. */
export function buildIsStale() {
  const built = ['renderer/index.html', 'main/main.js', 'preload/preload.cjs', 'cli/collate.mjs'].every((file) =>
    existsSync(path.join(out, file)),
  );
  return !built || !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== fingerprint();
}

/** One hash over names and contents of all sources. */
export function fingerprint(folder = root, sources = SOURCES) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(path.join(folder, source))) {
      hash.update(path.relative(folder, file).split(path.sep).join('/')).update('\0');
      hash.update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

// npm tells its own place to the scripts it runs; outside npm the one on the PATH is taken.
function npm(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return { command: process.execPath, args: [own, ...args] };
  return process.platform === 'win32' ? { command: 'cmd.exe', args: ['/c', 'npm', ...args] } : { command: 'npm', args };
}

export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128));
  });
}
