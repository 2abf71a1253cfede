// `npm run dev`: the page from Vite's server, with the desktop host rebuilt and restarted when it changes; without
// Electron, only the page.
import { spawn } from 'node:child_process';
import { createBuilder, createServer } from 'vite';
import { electronBinary } from './electron-binary.mjs';
import { root } from './paths.mjs';

const server = await createServer();
await server.listen();
server.printUrls();

const binary = electronBinary();
if (binary === null) console.log('No Electron here: only the page is served. "npx install-electron" fetches it.');
else {
  const builder = await createBuilder({ mode: 'development', logLevel: 'warn' });
  let child = null;
  let timer;
  const open = () => {
    child = spawn(binary, [root], {
      stdio: 'inherit',
      env: { ...process.env, COLLATE_DEV_URL: server.resolvedUrls.local[0] },
    });
    child.once('exit', (code) => process.exit(code ?? 0));
  };
  const rebuild = async () => {
    await builder.build(builder.environments.main);
    await builder.build(builder.environments.preload);
    child?.removeAllListeners('exit');
    child?.kill();
    open();
  };
  server.watcher.add(['electron', 'shared']);
  server.watcher.on('change', (file) => {
    if (!/[\\/](electron|shared)[\\/]/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), 100);
  });
  await rebuild();
}
