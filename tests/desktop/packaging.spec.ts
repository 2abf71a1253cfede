/** The package, made with a stand-in Electron folder: what is in it, what is not, its fuses, and that it runs. */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, openDesktop, outFolder, test } from './fixture';

const run = promisify(execFile);
// How the fuses are found in a binary: this mark, a version, a count, and one character each.
const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const OFF = 48;
const ON = 49;

async function makeStandInElectron(folder: string, version: string): Promise<void> {
  await mkdir(path.join(folder, 'resources'), { recursive: true });
  await mkdir(path.join(folder, 'locales'));
  const binary = Buffer.concat([
    Buffer.from(`\u007fELF stand-in ${FUSE_MARK}`),
    Buffer.from([1, 9]),
    Buffer.from('101100110'),
    Buffer.alloc(16),
  ]);
  await writeFile(path.join(folder, 'electron'), binary);
  await chmod(path.join(folder, 'electron'), 0o755);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'resources.pak', 'icudtl.dat'])
    await writeFile(path.join(folder, name), 'stand-in');
  await writeFile(path.join(folder, 'version'), version);
  for (const language of ['en-US', 'de']) await writeFile(path.join(folder, 'locales', `${language}.pak`), '');
}

/** A copy of what the packager reads, so that the build under test may lie anywhere. */
async function makeProject(folder: string): Promise<void> {
  for (const name of ['package.json', 'electron-builder.yml', 'LICENSE', 'resources/icons', 'tests/desktop', 'shared'])
    await cp(path.resolve(name), path.join(folder, name), { recursive: true });
  await cp(outFolder, path.join(folder, 'out'), { recursive: true });
  await writeFile(path.join(folder, 'out/.stamp'), 'x');
}

test('the package holds the program and the licences, and nothing else', async ({ userData }) => {
  test.setTimeout(240_000);
  if (process.platform !== 'linux') return console.log('Only a Linux package can be made from a stand-in: left out.');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'collate-package-'));
  try {
    const { version } = JSON.parse(await readFile('node_modules/electron/package.json', 'utf8')) as { version: string };
    await makeProject(path.join(folder, 'project'));
    await makeStandInElectron(path.join(folder, 'electron'), version);
    const made = path.join(folder, 'release');
    await run(
      process.execPath,
      [
        path.resolve('node_modules/electron-builder/cli.js'),
        '--linux',
        'dir',
        '--x64',
        '--publish',
        'never',
        `-c.electronDist=${path.join(folder, 'electron')}`,
        `-c.electronVersion=${version}`,
        `-c.directories.output=${made}`,
      ],
      { cwd: path.join(folder, 'project'), timeout: 200_000 },
    );
    const unpacked = path.join(made, 'linux-unpacked');
    const asar = path.join(unpacked, 'resources/app.asar');
    const files = listPackage(asar, { isPack: false }).map((name) => name.replaceAll(path.sep, '/'));

    for (const name of [
      '/package.json',
      '/out/main/main.js',
      '/out/preload/preload.cjs',
      '/out/cli/collate.mjs',
      '/out/renderer/index.html',
      '/out/renderer/.vite/license.md',
      ...(await readdir(path.join(outFolder, 'renderer/ocr'))).map((name) => `/out/renderer/ocr/${name}`),
    ])
      expect(files).toContain(name);
    expect(files.filter((name) => !/^\/(package\.json|out(\/.*)?)$/.test(name))).toEqual([]);
    expect(files.filter((name) => /node_modules|\.map$|\.tsx?$|\.stamp$|\.test\.|\.spec\./.test(name))).toEqual([]);
    expect(await readFile(path.join(unpacked, 'resources/LICENSE.txt'), 'utf8')).toContain('MIT');
    expect(await readFile(path.join(unpacked, 'resources/LICENSES.third-party.md'), 'utf8')).not.toBe('');

    const fuses = await getCurrentFuseWire(path.join(unpacked, 'collate'));
    expect(fuses[FuseV1Options.RunAsNode]).toBe(OFF);
    expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(ON);
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF);
    expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON);
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON);
    expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(OFF);

    if (process.env['COLLATE_DESKTOP'] === 'electron') return;
    const extracted = path.join(folder, 'extracted');
    extractAll(asar, extracted);
    const desktop = await openDesktop(userData, [], extracted);
    const page = await desktop.firstWindow();
    expect(await page.evaluate(() => window.collateDesktop?.version)).toMatch(/^\d/);
    await desktop.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
