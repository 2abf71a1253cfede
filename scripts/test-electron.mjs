// `npm run test:electron`: the desktop specs on a real Electron instead of the stand-in.
import { spawnSync } from 'node:child_process';
import { inRoot } from './paths.mjs';
import { electronBinary } from './electron-binary.mjs';
import { prepare, run } from './prepare.mjs';

if (electronBinary() === null) {
  console.log(
    'There is no Electron binary here, so nothing was run. "npx install-electron" fetches it; "npm run test:desktop" runs the same specs on a stand-in.',
  );
  process.exit(0);
}
await prepare();
const playwright = [
  process.execPath,
  inRoot('node_modules/@playwright/test/cli.js'),
  'test',
  '--project',
  'desktop',
  ...process.argv.slice(2),
];
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const virtual = noDisplay && spawnSync('which', ['xvfb-run']).status === 0 ? ['xvfb-run', '-a'] : [];
const [command, ...args] = [...virtual, ...playwright];
process.exit(await run(command, args, { env: { ...process.env, COLLATE_DESKTOP: 'electron' } }));
