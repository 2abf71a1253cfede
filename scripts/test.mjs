// `npm test`: does its own set-up, then every check in order, and stops at the first that fails.
// `npm test -- unit e2e` runs only the steps named.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { findBrowser } from './find-browser.mjs';
import { prepare } from './prepare.mjs';

const run = (command, args, env = {}) => {
  const done = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
};

await prepare({ build: false });
const browser = await findBrowser({ install: true });
const withBrowser = browser ? { CHROMIUM_PATH: browser } : {};

/** @type {[string, () => boolean][]} */
const STEPS = [
  ['format', () => run('npx', ['oxfmt', '--check', '.'])],
  ['lint', () => run('npx', ['oxlint', '--type-aware', '--max-warnings', '0'])],
  ['types', () => run('npx', ['tsc', '-b']) && run('npx', ['tsc', '-p', 'tests'])],
  ['unit', () => run('npx', ['vitest', 'run'])],
  ['build', () => run('npx', ['vite', 'build', '--app', '--logLevel', 'warn'])],
  ['e2e', () => needsBrowser() && run('npx', ['playwright', 'test', '--project', 'e2e'], withBrowser)],
  ['desktop', () => needsBrowser() && run('npx', ['playwright', 'test', '--project', 'desktop'], withBrowser)],
];

function needsBrowser() {
  if (!browser) console.error('No Chromium, Chrome or Edge was found. Install one, or name it in CHROMIUM_PATH.');
  return Boolean(browser);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${STEPS.map(([step]) => step).join(', ')}.`);
  process.exit(2);
}
let passed = 0;
for (const [name, step] of STEPS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const began = Date.now();
  if (!step()) {
    console.error(`\n${name} failed after ${Math.round((Date.now() - began) / 1000)} s`);
    console.log(`${passed} passed, 1 failed`);
    process.exit(1);
  }
  passed += 1;
}
console.log(`${passed} passed, 0 failed`);
