// `npm run bench`: measures the built program in a real browser and writes docs/benchmarks.md.
//   npm run bench -- --sizes 1k,10k --only import,edit
//   npm run bench -- --only histories       ten thousand random histories of merging
//   npm run bench -- --only bundle-memory   the memory that a bundle of 2 GB takes
//   npm run bench -- --only document-memory the memory that folders of PDFs take while they come in
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot } from './paths.mjs';
import { prepare } from './prepare.mjs';

const SCALE = { repetitions: 5, edits: 200, typed: 64 };
const MEASURES = [
  'import',
  'exchange',
  'build',
  'edit',
  'start',
  'list',
  'search',
  'briefing',
  'documents',
  'reader',
  'reanchor',
  'memory',
];
const { values: given } = parseArgs({
  options: { sizes: { type: 'string', default: '1k,10k,100k' }, only: { type: 'string', default: MEASURES.join() } },
});
const sizes = given.sizes.split(',').map((size) => Number(size.replace(/k$/, '000')));
const wanted = given.only.split(',');
const unknown = wanted.filter((name) => !MEASURES.includes(name));
if (given.only === 'histories') {
  (await import('./histories.mjs')).playHistories();
  process.exit(0);
}
if (given.only === 'bundle-memory') {
  await prepare();
  await (await import('./bundleMemory.mjs')).measureBundleMemory();
  process.exit(0);
}
if (given.only === 'document-memory') {
  await prepare();
  await (await import('./documentMemory.mjs')).measureDocumentMemory();
  process.exit(0);
}
if (given.only === 'pdf-text') {
  await (await import('./pdf-text.mjs')).measurePdfText();
  process.exit(0);
}
if (given.only === 'ocr-text') {
  await (await import('./ocr-text.mjs')).measureOcrText();
  process.exit(0);
}
if (unknown.length > 0 || sizes.some((size) => !(size >= 100))) {
  console.error(`Sizes are like 1k,10k; measures are ${MEASURES.join()}. Nothing was measured.`);
  process.exit(2);
}

await prepare();
const { openBench, inBenchPage } = await import('../tests/bench/browser.mjs');
const store = await import('../tests/bench/storeMeasures.mjs');
const app = await import('../tests/bench/appMeasures.mjs');
const briefing = await import('../tests/bench/briefingMeasures.mjs');
const documents = await import('../tests/bench/documentMeasures.mjs');
const reader = await import('../tests/bench/readerMeasures.mjs');
const reanchor = await import('../tests/bench/reanchorMeasures.mjs');
const { lineOf, tableOf } = await import('../tests/bench/table.mjs');
const { pageOf } = await import('../tests/bench/benchmarksPage.mjs');

const rows = [];
const report = (row) => {
  rows.push(row);
  console.log(lineOf(row));
};
const bench = await openBench();
const began = Date.now();
try {
  const cases = new Map();
  let version = '';
  if (wanted.some((name) => !['import', 'exchange', 'documents', 'reader', 'reanchor'].includes(name))) {
    const context = await bench.openBrowser();
    for (const size of sizes)
      cases.set(
        size,
        await inBenchPage(context, bench.address, (page) => page.evaluate((n) => window.bench.seed(n), size)),
      );
    await context.close();
  }
  const context = await bench.openBrowser();
  version = await inBenchPage(context, bench.address, (page) => page.evaluate(() => navigator.userAgent));
  await context.close();
  const all = { ...bench, sizes, report, cases, ...SCALE };
  const steps = {
    import: store.measureImport,
    exchange: store.measureExchange,
    build: store.measureBuild,
    edit: store.measureEdits,
    start: app.measureStart,
    list: app.measureList,
    search: app.measureSearch,
    briefing: briefing.measureBriefing,
    documents: documents.measureDocuments,
    reader: reader.measureReader,
    reanchor: reanchor.measureReanchor,
    memory: app.measureMemory,
  };
  for (const name of MEASURES.filter((one) => wanted.includes(one))) {
    const before = rows.length;
    try {
      await steps[name](all);
    } catch (error) {
      // A browser that was ended from outside is no result: once more, from the start of the measure.
      console.error(`${name} was interrupted (${error.message.split('\n')[0]}) and begins again.`);
      rows.length = before;
      await steps[name](all);
    }
  }
  console.log(`\n${tableOf(rows)}\n`);
  if (given.only === MEASURES.join() && given.sizes === '1k,10k,100k') {
    mkdirSync(inRoot('docs'), { recursive: true });
    writeFileSync(
      inRoot('docs/benchmarks.md'),
      pageOf(rows, { browser: version, minutes: (Date.now() - began) / 60_000, ...SCALE }),
    );
    console.log('Written to docs/benchmarks.md.');
  } else console.log('docs/benchmarks.md is written by a run of everything only.');
} finally {
  bench.close();
}
