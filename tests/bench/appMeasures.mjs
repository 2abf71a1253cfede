// Measures of the built program, driven as a person would: by addresses, clicks and real key events.
import { inBenchPage } from './browser.mjs';
import { mb, median, ms, quantile, sizeName } from './numbers.mjs';
import { fling, timeJump, timeToRows, untilQuiet, watchFirstRows, watchTyping } from './probes.mjs';

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

async function openApp(context, address, caseId, view) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('about:blank');
  await page.addInitScript(watchFirstRows);
  await page.goto(`${address}#/${caseId}/${view}`);
  return page;
}

/** A start of the program in a new browser, from navigation to excerpts and counts in the page. */
async function timeStart({ openBrowser, address }, caseId) {
  const context = await openBrowser();
  try {
    const page = await openApp(context, address, caseId, 'excerpts');
    await page.waitForFunction(() => window.usable > 0, null, { timeout: 120_000 });
    return await page.evaluate(() => ({ usable: window.usable, frames: window.firstFrames }));
  } finally {
    await context.close();
  }
}

export async function measureStart(bench) {
  const { sizes, cases, report, repetitions } = bench;
  const times = new Map(sizes.map((size) => [size, []]));
  for (let i = 0; i < repetitions; i++)
    for (let at = 0; at < sizes.length; at++) {
      const size = sizes[(at + i) % sizes.length];
      times.get(size).push((await timeStart(bench, cases.get(size))).usable);
    }
  const small = median(times.get(sizes[0]));
  for (const size of sizes.slice(1))
    report({
      what: `Start to usable, ${sizeName(size)} of ${sizeName(sizes[0])}`,
      goal: 1.5,
      value: median(times.get(size)) / small,
      detail: `${ms(median(times.get(size)))} against ${ms(small)}, index restored from its snapshot`,
    });
  // A smaller case's index is built before its first view is drawn: there is nothing to disturb.
  for (const size of sizes.slice(-1)) {
    const frames = [];
    for (let i = 0; i < 3; i++) {
      const context = await bench.openBrowser();
      await inBenchPage(context, bench.address, (page) =>
        page.evaluate((id) => window.bench.forgetIndex(id), cases.get(size)),
      );
      await context.close();
      frames.push(...(await timeStart(bench, cases.get(size))).frames);
    }
    const again = await bench.openBrowser();
    await inBenchPage(again, bench.address, (page) =>
      page.evaluate((id) => window.bench.rebuildIndex(id), cases.get(size)),
    );
    await again.close();
    report({
      what: `Frames of the program while the lost index of ${sizeName(size)} is built again, p95`,
      goal: 21,
      unit: 'ms',
      value: quantile(frames, 0.95),
      detail: `longest ${ms(Math.max(...frames))} of ${frames.length} in three starts, from the frame of the case to its excerpts`,
    });
  }
}

export async function measureList(bench) {
  const { sizes, cases, report, repetitions } = bench;
  const opened = new Map(sizes.map((size) => [size, []]));
  const jumps = new Map(sizes.map((size) => [size, []]));
  const flung = new Map(sizes.map((size) => [size, { blank: 0, waiting: 0, frames: [] }]));
  const context = await bench.openBrowser();
  for (let i = 0; i < repetitions; i++)
    for (let at = 0; at < sizes.length; at++) {
      const size = sizes[(at + i) % sizes.length];
      const page = await openApp(context, bench.address, cases.get(size), 'overview');
      const link = `nav a[href="#/${cases.get(size)}/excerpts"]`;
      await page.waitForSelector(link);
      await page.waitForFunction((selector) => /\d/.test(document.querySelector(selector).textContent), link);
      await pause(600);
      opened.get(size).push(await page.evaluate(timeToRows, link));
      await pause(400);
      jumps.get(size).push(await page.evaluate(timeJump));
      await pause(200);
      const seen = await page.evaluate(fling, { count: 90, pixels: 1500 });
      const all = flung.get(size);
      all.blank += seen.blank;
      all.waiting += seen.waiting;
      all.frames.push(...seen.frames);
    }
  await context.close();
  const [first] = sizes;
  for (const size of sizes.slice(1)) {
    const pair = (times) => `${ms(median(times.get(size)))} against ${ms(median(times.get(first)))}`;
    const ratio = (times) => median(times.get(size)) / median(times.get(first));
    const of = `${sizeName(size)} of ${sizeName(first)}`;
    report({ what: `Opening the excerpts, ${of}`, goal: 1.5, value: ratio(opened), detail: pair(opened) });
    report({ what: `Jump to the middle, ${of}`, goal: 1.5, value: ratio(jumps), detail: pair(jumps) });
  }
  for (const size of sizes) {
    const { blank, waiting, frames } = flung.get(size);
    report({
      what: `Blank frames of ${frames.length} while flung, ${sizeName(size)}`,
      goal: 0,
      unit: 'frames',
      value: blank,
      detail: `1,500 px a frame; rows whose words came later in ${waiting}; frames p95 ${ms(quantile(frames, 0.95))}`,
    });
  }
}

const FIELDS = [
  {
    name: 'filter of the excerpts',
    view: 'excerpts',
    field: 'input[aria-label="Filter by text"]',
    root: '[role=grid]',
    item: '[role=rowgroup] [role=gridcell][aria-colindex="1"]',
  },
  {
    name: 'search of the case',
    view: 'overview',
    field: 'input[aria-label="Search the case"]',
    root: 'main',
    item: 'li',
  },
];
const GOALS = [
  [10_000, 16],
  [Infinity, 100],
];

export async function measureSearch(bench) {
  const { sizes, cases, report } = bench;
  const context = await bench.openBrowser();
  const typed = await inBenchPage(context, bench.address, (page) =>
    page.evaluate((count) => window.bench.queries(count), bench.typed),
  );
  for (const size of sizes)
    for (const { name, view, field, root, item } of FIELDS) {
      const page = await openApp(context, bench.address, cases.get(size), view);
      await page.waitForSelector(field);
      await pause(1500);
      await page.evaluate(watchTyping, { root, item });
      const lasts = [];
      for (const query of typed) {
        await page.focus(field);
        for (const key of query) {
          await page.keyboard.press(key);
          await page.evaluate(untilQuiet, 60);
        }
        lasts.push(await page.evaluate(() => window.typing.samples.length - 1));
        await page.keyboard.press('Control+A');
        await page.keyboard.press('Backspace');
        await page.evaluate(untilQuiet, 120);
      }
      const samples = await page.evaluate(() => window.typing.samples);
      const keys = samples.filter((one) => one.rendered !== undefined && one.key.length === 1);
      const rendered = keys.map((one) => one.rendered);
      const ended = lasts.map((at) => samples[at].rendered).filter((time) => time !== undefined);
      report({
        what: `Typing in the ${name}, ${sizeName(size)}, key to rendered results, p95`,
        goal: GOALS.find(([most]) => size <= most)[1],
        unit: 'ms',
        value: quantile(rendered, 0.95),
        detail: `median ${ms(median(rendered))}; ${keys.length} keys of ${typed.length} queries; whole queries only: p95 ${ms(quantile(ended, 0.95))}; on the screen p95 ${ms(
          quantile(
            keys.map((one) => one.painted ?? one.rendered),
            0.95,
          ),
        )}`,
      });
    }
  await context.close();
}

export async function measureMemory(bench) {
  const { sizes, cases, report } = bench;
  for (const size of sizes) {
    const context = await bench.openBrowser();
    const page = await openApp(context, bench.address, cases.get(size), 'excerpts');
    await page.waitForFunction(() => window.usable > 0, null, { timeout: 120_000 });
    await pause(2000);
    const { bytes, breakdown } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
    const ofWorkers = breakdown
      .filter((part) => part.attribution.some(({ scope }) => scope === 'DedicatedWorkerGlobalScope'))
      .reduce((sum, part) => sum + part.bytes, 0);
    report({
      what: `Memory of an open case, ${sizeName(size)}`,
      unit: 'MB',
      value: Math.round(bytes / 1e6),
      detail: `of it the index worker ${mb(ofWorkers)}; after collecting garbage, as performance.measureUserAgentSpecificMemory says`,
    });
    await context.close();
  }
}
