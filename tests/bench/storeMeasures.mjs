// Measures of the store, the bundle and the index, in the page of measures.
import { inBenchPage } from './browser.mjs';
import { median, mb, ms, quantile, sizeName } from './numbers.mjs';

export async function measureImport({ openBrowser, address, sizes, report, repetitions }) {
  const context = await openBrowser();
  for (const size of sizes) {
    const { imports, raw, bundleBytes } = await inBenchPage(context, address, (page) =>
      page.evaluate(([n, times]) => window.bench.measureImport(n, times), [size, repetitions]),
    );
    const of = (key) => median(imports.map((one) => one[key]));
    report({
      what: `Import of a bundle, ${sizeName(size)}, of a raw put loop`,
      goal: 0.7,
      value: of('all') / median(raw),
      detail: `${ms(of('all'))} (unpack and check ${ms(of('unpack'))}, store ${ms(of('store'))}, index ${ms(of('index'))}) against ${ms(median(raw))}; bundle ${mb(bundleBytes)}`,
    });
    report({
      what: `Frames of the page during that import, ${sizeName(size)}, p95`,
      goal: 21,
      unit: 'ms',
      value: quantile(
        imports.flatMap(({ frames }) => frames),
        0.95,
      ),
      detail: `longest ${ms(Math.max(...imports.flatMap(({ frames }) => frames)))}`,
    });
  }
  await context.close();
}

export async function measureEdits({ openBrowser, address, sizes, report, cases, edits }) {
  const context = await openBrowser();
  const [small, large] = [sizes[0], sizes.at(-1)];
  const chosen = [...new Set([small, large])].map((excerpts) => ({ caseId: cases.get(excerpts), excerpts }));
  const times = await inBenchPage(context, address, (page) =>
    page.evaluate(([list, count]) => window.bench.measureEdits(list, count), [chosen, edits]),
  );
  await context.close();
  const [ours, ownLarge] = [median(times[`collate-${small}`]), median(times[`collate-${large}`])];
  const largeName = sizeName(large);
  if (small !== large)
    report({
      what: `One edit, ${largeName} of ${sizeName(small)}`,
      goal: 1.3,
      value: ownLarge / ours,
      detail: `${ms(ownLarge)} against ${ms(ours)}; medians of ${edits}, p95 ${ms(quantile(times[`collate-${large}`], 0.95))} and ${ms(quantile(times[`collate-${small}`], 0.95))}`,
    });
  for (const size of new Set([small, large])) {
    const plain = median(times[`dexie-${size}`]);
    const own = median(times[`collate-${size}`]);
    report({
      what: `One edit, ${sizeName(size)}, of a bare Dexie put as durable`,
      goal: 2,
      value: own / plain,
      detail: `${ms(own)} against ${ms(plain)}`,
    });
  }
  for (const [name, what] of [
    ['indexed', 'with four indexes, as durable'],
    ['relaxed', 'with four indexes and relaxed durability, Dexie’s default'],
  ])
    report({
      what: `One edit, ${largeName}, of a Dexie put ${what}`,
      value: ownLarge / median(times[name]),
      detail: `${ms(ownLarge)} against ${ms(median(times[name]))}`,
    });
}

export async function measureBuild({ openBrowser, address, sizes, report, cases, repetitions }) {
  const context = await openBrowser();
  for (const size of sizes) {
    const runs = [];
    for (let i = 0; i < repetitions; i++)
      runs.push(
        await inBenchPage(context, address, (page) =>
          page.evaluate((id) => window.bench.measureBuildFrames(id), cases.get(size)),
        ),
      );
    const frames = runs.flatMap((run) => run.frames);
    report({
      what: `Frames while the index of ${sizeName(size)} is built, p95`,
      goal: 21,
      unit: 'ms',
      value: quantile(frames, 0.95),
      detail: `built in ${ms(median(runs.map((run) => run.time)))}; longest frame ${ms(Math.max(...frames))} of ${frames.length}`,
    });
  }
  await context.close();
}

export async function measureExchange({ openBrowser, address, sizes, report }) {
  const context = await openBrowser();
  for (const size of sizes) {
    const one = await inBenchPage(context, address, (page) =>
      page.evaluate((n) => window.bench.measureExchange(n), size),
    );
    const name = sizeName(size);
    const limits = `JSON.parse of the excerpts ${ms(one.parse)}, their SHA-256 ${ms(one.hash)}`;
    report({
      what: `A case written to a bundle, ${name}, of dexie-export-import's export`,
      goal: 1,
      value: one.out / one.addOnOut,
      detail: `${ms(one.out)} against ${ms(one.addOnOut)}; ${ms(one.rowsRead)} of it read the rows; packed, hashed, with its page and annotations`,
    });
    report({
      what: `A bundle read, checked and stored, ${name}, of dexie-export-import's import`,
      goal: 1,
      value: one.unpackAndStore / one.addOnIn,
      detail: `${ms(one.unpackAndStore)} against ${ms(one.addOnIn)}; ${limits}`,
    });
    const { unpack, store, index } = one.merge;
    const merged = unpack + store + index;
    const whole = one.unpackAndStore + one.index;
    report({
      what: `A bundle that changes 1,000 records taken in, ${name}, of its full import`,
      ...(size >= 100_000 ? { goal: 0.2 } : {}),
      value: merged / whole,
      detail: `${ms(merged)} (read and check ${ms(unpack)}, merge ${ms(store)}, index ${ms(index)}) against ${ms(whole)}, of it ${ms(one.index)} index; without the index ${((unpack + store) / one.unpackAndStore).toFixed(2)}`,
    });
  }
  await context.close();
}
