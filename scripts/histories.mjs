// `npm run bench -- --only histories`: ten thousand random histories of a case on four machines end alike.
import { spawnSync } from 'node:child_process';
import { inRoot } from './paths.mjs';

const HISTORIES = 10_000;

/** Plays them; ends the process with the status of the tests where one does not end alike. */
export function playHistories() {
  const began = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [inRoot('node_modules/vitest/vitest.mjs'), 'run', 'tests/unit/merge/histories.test.ts'],
    { cwd: inRoot('.'), stdio: 'inherit', env: { ...process.env, COLLATE_HISTORIES: String(HISTORIES) } },
  );
  if (status !== 0) process.exit(status ?? 1);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${HISTORIES.toLocaleString('en')} histories of four machines ended alike, no edit lost (${seconds} s).`);
}
