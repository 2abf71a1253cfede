// `npm run bench -- --only bundle-memory`: how much memory a bundle of 2 GB takes, from the command line and in a page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { inRoot, out } from './paths.mjs';
import { MIB, peaksOf, shown } from './processMemory.mjs';

const BYTES = 2 * 2 ** 30;

/** Says at its end how much memory the process had at most. */
const WATCH = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`;

/** Runs Node on a script; prints its time and the most memory it had. */
function measured(what, script, args) {
  const began = Date.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', WATCH, script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * MIB,
  });
  if (status !== 0) throw new Error(`${what}: ${stderr}`);
  const peak = Number(/peak (\d+)/.exec(stderr)[1]) * 1024;
  console.log(`${what.padEnd(44)} ${shown(peak).padStart(9)}   ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function inPage(bundle) {
  const { openBench, inBenchPage } = await import('../tests/bench/browser.mjs');
  const bench = await openBench();
  try {
    const context = await bench.openBrowser();
    const results = await inBenchPage(context, bench.address, async (page) => {
      await page.evaluate(() => {
        const input = document.createElement('input');
        input.type = 'file';
        document.body.append(input);
      });
      await page.setInputFiles('input', bundle);
      const before = peaksOf(bench.profile);
      const done = await page.evaluate(() => window.bench.passLarge(document.querySelector('input').files[0]));
      return { before, done, after: peaksOf(bench.profile) };
    });
    const { done, before, after } = results;
    console.log(
      `In Chromium: read and checked ${(done.read / 1000).toFixed(1)} s, stored ${(done.store / 1000).toFixed(1)} s, written again ${(done.write / 1000).toFixed(1)} s, ${shown(done.bytes)}; the same bytes: ${done.same}`,
    );
    for (const [name, peak] of after)
      console.log(`${`  ${name}`.padEnd(44)} ${shown(peak).padStart(9)}   before ${shown(before.get(name) ?? 0)}`);
    await context.close();
  } finally {
    bench.close();
  }
}

/** Writes, checks, rewrites, seals and opens a bundle of 2 GB, each in a process of its own; then in a page. */
export async function measureBundleMemory() {
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-large-'));
  const at = (name) => path.join(folder, name);
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '@shared': inRoot('shared') } },
      build: {
        ssr: inRoot('tests/bench/largeCase.ts'),
        outDir: at('made'),
        emptyOutDir: true,
        rollupOptions: { output: { entryFileNames: 'large.mjs' } },
      },
      ssr: { noExternal: true },
    });
    const cli = path.join(out, 'cli/collate.mjs');
    measured(`write, ${shown(BYTES)} of originals`, at('made/large.mjs'), [at('a.collate'), String(BYTES)]);
    console.log(`the bundle: ${shown(statSync(at('a.collate')).size)}`);
    measured('inspect', cli, ['inspect', at('a.collate')]);
    measured('verify', cli, ['verify', at('a.collate')]);
    measured('convert to a bundle, checked again', cli, ['convert', at('a.collate'), at('b.collate')]);
    const same = spawnSync('cmp', [at('a.collate'), at('b.collate')]).status === 0;
    console.log(`the same bytes: ${same}`);
    rmSync(at('b.collate'));
    const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
    measured('encrypt', cli, ['encrypt', at('a.collate'), '-r', recipient, '-o', at('a.collate.age')]);
    rmSync(at('a.collate.age'));
    await inPage(at('a.collate'));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
