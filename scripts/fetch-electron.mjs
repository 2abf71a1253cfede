// Run as a child of start.mjs, which can end it: downloads Electron into the cache with progress told to the parent,
// then lets the package's own installer unpack it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const tell = (message) => process.send?.(message);
const read = (file) => JSON.parse(readFileSync(inRoot('node_modules/electron', file), 'utf8'));

try {
  const { downloadArtifact } = await import('@electron/get');
  await downloadArtifact({
    version: read('package.json').version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: read('checksums.json'),
    ...(process.env.electron_config_cache ? { cacheRoot: process.env.electron_config_cache } : {}),
    downloadOptions: { quiet: true, getProgressCallback: async ({ percent }) => tell({ percent }) },
  });
  tell({ percent: 1 });
  const { status } = spawnSync(process.execPath, [inRoot('node_modules/electron/install.js')], { stdio: 'ignore' });
  if (status !== 0) throw new Error('unpacking failed');
  process.exitCode = 0;
} catch (error) {
  tell({ failed: reason(error) });
  process.exitCode = 1;
}
process.disconnect?.();

function reason(error) {
  const code = error?.cause?.code ?? error?.code ?? '';
  if (
    [
      'ENOTFOUND',
      'EAI_AGAIN',
      'ENETUNREACH',
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'UND_ERR_CONNECT_TIMEOUT',
    ].includes(code)
  )
    return 'its server cannot be reached from here';
  if (code === 'ENOSPC') return 'the disk is full';
  if (error?.name === 'HTTPError') return 'its server refused the download';
  return error?.message === 'unpacking failed' ? 'it could not be unpacked' : 'the download failed';
}
