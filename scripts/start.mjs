// `npm start`: makes the program ready and opens it. The desktop host where Electron is there or can be fetched, else
// the browser host. `--browser` goes to the browser host at once.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runBrowserHost } from './browser-host.mjs';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';

const say = (line) => console.log(line);
const args = process.argv.slice(2);
const wantsBrowser = args.includes('--browser');

try {
  await prepare({ say });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exit(await open());

async function open() {
  if (wantsBrowser) return runBrowserHost({ say });
  const why = (await runDesktop()) ?? null;
  if (why === null) return 0;
  say(`Opening Collate in the browser host instead: ${why} Cases made there stay there; a bundle carries them over.`);
  return runBrowserHost({ say });
}

// Null when the desktop host ran; else a sentence that says why not and how to get it.
async function runDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'the desktop host needs a display.';
  let binary = electronBinary();
  if (binary === null) {
    const why = await fetchElectron({ say });
    binary = electronBinary();
    if (binary === null)
      return `the desktop host could not be fetched (${why ?? 'it is not where it should be'}). "npx install-electron" fetches it later, then "npm start" uses it.`;
  }
  const started = Date.now();
  const code = await new Promise((resolve) => {
    const sandbox = process.env.COLLATE_NO_SANDBOX === '1' ? ['--no-sandbox'] : [];
    const files = args.filter((argument) => !argument.startsWith('-') && existsSync(argument));
    const child = spawn(binary, [...sandbox, root, ...files], { stdio: 'inherit', cwd: process.cwd() });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('error', () => resolve(127));
    child.on('exit', (status, signal) => resolve(signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : (status ?? 128)));
  });
  if (code === 0) return null;
  if (Date.now() - started > 10_000) process.exit(code);
  return 'the desktop host closed at once; the lines above say why.';
}
