// node bootstrap.mjs <main.js> [args…]  – stands in for `electron <app> [args…]`.
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
register('./resolve.mjs', import.meta.url);
const [main, ...args] = process.argv.slice(2);
process.argv = [process.execPath, path.resolve('.'), ...args];
process.type = 'browser';
Object.assign(process.versions, { electron: '45.4.1', chrome: 'stand-in' });
const { __control } = await import('./electron-double.mjs');
const t = setTimeout(() => {
  console.error(
    'main.js did not finish evaluating in 5 s; a top-level await on app.whenReady() hangs in real Electron too',
  );
  process.exit(98);
}, 5000);
await import(pathToFileURL(path.resolve(main)).href);
clearTimeout(t);
__control.ready();
