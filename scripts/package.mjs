// `npm run package`: the built program as installers for this system (electron-builder.yml). It fetches Electron and
// electron-builder's own tools once. Further arguments go to electron-builder.
import { inRoot } from './paths.mjs';
import { prepare, run } from './prepare.mjs';

try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const code = await run(process.execPath, [
  inRoot('node_modules/electron-builder/cli.js'),
  '--publish',
  'never',
  ...process.argv.slice(2),
]);
if (code === 0) console.log('The installers are in release/.');
else console.error('Packaging failed; the lines above say why. It needs a connection the first time.');
process.exit(code);
