// Writing in a long briefing of the built program, with real key events.
import { inBenchPage } from './browser.mjs';
import { median, ms, quantile, sizeName } from './numbers.mjs';
import { watchKeys } from './probes.mjs';

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Keys typed each time, into one line after the other in the middle of the text; as far apart as a quick typist's. */
const TYPED = 200;
const GAP = 45;
const WORDS = 'two ships left the pier by night and nobody saw who gave the order ';
const FIRST_LINE = 200;

/** Types into a line; what `watchKeys` noted of each key that changed it. */
async function typeInto(page, line) {
  await line.scrollIntoViewIfNeeded();
  await line.click();
  await page.evaluate(() => (window.keys.length = 0));
  for (let i = 0; i < TYPED; i += 1) {
    await page.keyboard.press(WORDS[i % WORDS.length] === ' ' ? 'Space' : WORDS[i % WORDS.length]);
    await pause(GAP);
  }
  await pause(300);
  return (await page.evaluate(() => window.keys)).filter((one) => one.done !== undefined);
}

/** The same keys into plain paragraphs of as many words, with no program around them: what the browser alone takes. */
async function plainPage(context, paragraphs) {
  const page = await context.newPage();
  await page.setContent(`<div contenteditable>${`<p>${WORDS.repeat(4)}</p>`.repeat(paragraphs)}</div>`);
  return page;
}

/** Types into one line after the other; the 95th percentile of each, and all keys. Milliseconds. */
async function typeOften(page, lines, repetitions) {
  await page.evaluate(watchKeys);
  const all = [];
  const p95 = [];
  for (let i = 0; i < repetitions; i += 1) {
    const samples = await typeInto(page, lines.nth(FIRST_LINE + 3 * i));
    const done = samples.map((one) => one.done);
    p95.push(quantile(done, 0.95));
    all.push(...samples);
  }
  return { all, p95 };
}

export async function measureBriefing({ sizes, cases, report, openBrowser, address, repetitions }) {
  const size = sizes[0];
  const caseId = cases.get(size);
  const context = await openBrowser();
  try {
    const briefingId = await inBenchPage(context, address, (page) =>
      page.evaluate((id) => window.bench.seedBriefing(id), caseId),
    );
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto('about:blank');
    await page.goto(`${address}#/${caseId}/briefing?briefingId=${briefingId}`);
    await page.waitForFunction(
      () => /^\[\d+\]$/.test(document.querySelector('[data-citation]')?.textContent ?? ''),
      null,
      {
        timeout: 120_000,
      },
    );
    // Places of five hundred passages and the first check of the whole text come after the page stands.
    await pause(6000);
    const lines = page.locator('[aria-label="Text of the briefing"] > p');
    const paragraphs = await lines.count();
    const { all, p95 } = await typeOften(page, lines, repetitions);
    const bare = await plainPage(context, paragraphs);
    await page.close();
    const plain = await typeOften(bare, bare.locator('p'), repetitions);
    report({
      what: `Typing in a briefing of 50 pages with 500 citations, case of ${sizeName(size)}, key to line drawn anew, p95`,
      goal: 16.7,
      unit: 'ms',
      value: median(p95),
      detail: `${repetitions} times ${TYPED} keys, p95 of each ${p95.map(ms).join(', ')}; median ${ms(median(all.map((one) => one.done)))}; the same keys in plain paragraphs of a page of their own, p95 ${ms(median(plain.p95))}; on the screen, the wait for the next frame included, p95 ${ms(
        quantile(
          all.map((one) => one.painted ?? one.done),
          0.95,
        ),
      )}`,
    });
  } finally {
    await context.close();
  }
}
