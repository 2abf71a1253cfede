// Writing in a long briefing of the built program, with real key events.
import { inBenchPage } from './browser.mjs';
import { median, ms, quantile, sizeName } from './numbers.mjs';
import { watchKeys } from './probes.mjs';

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Keys typed into the middle of the text; as many seconds apart as a quick typist takes. */
const TYPED = 200;
const GAP = 45;
const WORDS = 'two ships left the pier by night and nobody saw who gave the order ';

export async function measureBriefing({ sizes, cases, report, openBrowser, address }) {
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
    const line = page.locator('[aria-label="Text of the briefing"] > p').nth(200);
    await line.scrollIntoViewIfNeeded();
    await line.click();
    await page.evaluate(watchKeys);
    for (let i = 0; i < TYPED; i += 1) {
      await page.keyboard.press(WORDS[i % WORDS.length] === ' ' ? 'Space' : WORDS[i % WORDS.length]);
      await pause(GAP);
    }
    await pause(300);
    const samples = (await page.evaluate(() => window.keys)).filter((one) => one.done !== undefined);
    const done = samples.map((one) => one.done);
    report({
      what: `Typing in a briefing of 50 pages with 500 citations, case of ${sizeName(size)}, key to line drawn anew, p95`,
      goal: 16.7,
      unit: 'ms',
      value: quantile(done, 0.95),
      detail: `median ${ms(median(done))}, longest ${ms(Math.max(...done))} of ${done.length} keys; on the screen, the wait for the next frame included, p95 ${ms(
        quantile(
          samples.map((one) => one.painted ?? one.done),
          0.95,
        ),
      )}`,
    });
  } finally {
    await context.close();
  }
}
