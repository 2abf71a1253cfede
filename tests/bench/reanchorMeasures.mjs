// Measures of finding excerpts again in a newer version of their text, in the page of measures.
import { inBenchPage } from './browser.mjs';
import { median, ms } from './numbers.mjs';

export async function measureReanchor({ openBrowser, address, report, repetitions }) {
  const context = await openBrowser();
  const { ours, indexOf, stand, found } = await inBenchPage(context, address, (page) =>
    page.evaluate((times) => window.bench.measureReanchoring(times), repetitions),
  );
  await context.close();
  report({
    what: 'Finding 1,000 excerpts in an edited text of 1 MB, of a search for each quote',
    goal: 2,
    value: median(ours) / median(indexOf),
    detail: `${ms(median(ours))} against ${ms(median(indexOf))}; ${found} of ${stand} whose words stand were found without asking`,
  });
}
