/** The built command line as a script runs it: a process of its own, its exit status, and what it prints where. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, outFolder, test } from './fixture';

const vectors = path.resolve('tests/fixtures/bundles/vectors');

interface Ran {
  readonly status: number | string | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the built file with Node, from a folder of its own. */
const collate = (cwd: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [path.join(outFolder, 'cli/collate.mjs'), ...args], { cwd }, (error, out, err) =>
      resolve({ status: error ? (error.code ?? undefined) : 0, out, err }),
    );
  });

test('the command line answers with its exit status, and writes one case to another format and back', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'collate-command-'));
  try {
    for (const name of ['small', 'copy-a', 'copy-b', 'quote-altered'])
      await cp(path.join(vectors, `${name}.collate`), path.join(folder, `${name}.collate`));
    const inspected = await collate(folder, 'inspect', 'small.collate', '--json');
    expect(inspected).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(inspected.out)).toMatchObject({
      format: 'collate-bundle',
      counts: { excerpts: 2, hypotheses: 0 },
    });

    expect(await collate(folder, 'verify', 'small.collate')).toMatchObject({ status: 0, err: '' });
    const altered = await collate(folder, 'verify', 'quote-altered.collate');
    expect(altered).toMatchObject({ status: 1, out: '' });
    expect(altered.err).toMatch(/^[^\n]+\n$/);

    const merge = ['merge', 'copy-a.collate', 'copy-b.collate', '-o', 'merged.collate'];
    expect(await collate(folder, ...merge)).toMatchObject({ status: 0, err: '' });
    expect(await collate(folder, ...merge)).toMatchObject({ status: 1, out: '' });
    expect(await collate(folder, 'convert', 'merged.collate', 'merged.qdpx')).toMatchObject({ status: 0, err: '' });
    expect(await collate(folder, 'convert', 'merged.qdpx', 'back.collate')).toMatchObject({ status: 0, err: '' });
    expect(await collate(folder, 'verify', 'back.collate')).toMatchObject({ status: 0 });

    expect((await collate(folder)).status).toBe(2);
    expect((await collate(folder, 'inspect')).status).toBe(2);
    expect((await collate(folder, 'verify', 'small.collate', '--loud')).status).toBe(2);
    // Nothing half-written stays behind.
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
