// `npm run bench -- --only pdf-text`: how near the text of real PDFs comes to the text that is known for them, and how
// long it takes beside pdf.js alone. Prints the table that stands in docs/documents.md.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inRoot } from './paths.mjs';
import { editsBetween, folded, percent } from './textDistance.mjs';

const DATA = process.env.COLLATE_TESTDATA ?? inRoot('../shared/testdata');
const PACKAGE = inRoot('node_modules/pdfjs-dist');
const AT_A_TIME = 4;
const REPETITIONS = 5;
/** Long and short, in one column and in two, with tables and without. */
const TIMED = [
  'documents/pdf/pdfjs_tracemonkey.pdf',
  'documents/pdf/zotero_wonderland_short.pdf',
  'refi-qda/schema/REFI-QDA-1-5.pdf',
  'reports/crs/IF12106v21.pdf',
  'reports/gao/gao-08-587t.pdf',
];

const open = (file) =>
  getDocument({
    data: new Uint8Array(readFileSync(file)),
    verbosity: 0,
    cMapUrl: `${PACKAGE}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
  }).promise;

/** What pdf.js gives, page by page. */
async function alone(file) {
  const pdf = await open(file);
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push((await (await pdf.getPage(number)).getTextContent()).items);
  }
  await pdf.destroy();
  return pages
    .flat()
    .map((item) => item.str + (item.hasEOL ? '\n' : ''))
    .join('');
}

/** The stored text, by the program's own rules. */
async function extracted(file, { linesOfPage, flowOfLines }) {
  const pdf = await open(file);
  const labels = await pdf.getPageLabels();
  const pages = [];
  let next = 0;
  const work = async () => {
    while (next < pdf.numPages) {
      const index = next++;
      const page = await pdf.getPage(index + 1);
      const { items, styles } = await page.getTextContent({ disableNormalization: true });
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const verticalFonts = Object.keys(styles).filter((name) => styles[name].vertical);
      pages[index] = linesOfPage({ items, width, height, transform, verticalFonts, label: labels?.[index] ?? null });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  const { text } = flowOfLines(pages);
  await pdf.destroy();
  return text;
}

/** The words of a Markdown page whose rows are one paragraph each, without what the web page put round them. */
function known(markdown) {
  const rows = markdown
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\([^)]*\)[^)\s]*)*\)/g, '$1')
    .replace(/\\([[\]()*_#.-])/g, '$1')
    .split('\n')
    .map((row) => row.replace(/^#+\s+|\*\*|^\s*[-*]\s+/g, '').replace(/\*(\S[^*]*)\*/g, '$1'));
  const isProse = (row) => row.length > 200 && !row.includes('|');
  const first = rows.findIndex((row) => isProse(row));
  const end = rows.findIndex((row) => /^\s*Disclaimer/.test(row));
  const last = rows.slice(0, end < 0 ? undefined : end).findLastIndex((row) => isProse(row));
  return folded(rows.slice(first, last + 1).join('\n'));
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

export async function measurePdfText() {
  const folder = path.join(DATA, 'reports/crs');
  if (!existsSync(folder)) {
    console.log(`Skipped: ${folder} is not here.`);
    return;
  }
  const { module: rules } = await runnerImport(inRoot('shared/extract/pdf/index.ts'), { configFile: false });
  const names = readdirSync(folder);
  console.log('| file | letters known | character error rate | pdf.js alone |\n| --- | ---: | ---: | ---: |');
  let [letters, errors, raw] = [0, 0, 0];
  for (const name of names.filter((one) => one.endsWith('.pdf'))) {
    const twin = names.find((one) => one.endsWith('.md') && one.startsWith(`${name.slice(0, -4)}-`));
    const file = path.join(folder, name);
    const wanted = known(readFileSync(path.join(folder, twin), 'utf8'));
    const own = editsBetween(wanted, folded(await extracted(file, rules)), true);
    const plain = editsBetween(wanted, folded(await alone(file)), true);
    letters += wanted.length;
    errors += own;
    raw += plain;
    console.log(`| ${name} | ${wanted.length} | ${percent(own / wanted.length)} | ${percent(plain / wanted.length)} |`);
  }
  console.log(`| together | ${letters} | ${percent(errors / letters)} | ${percent(raw / letters)} |\n`);

  console.log('| file | with reading order and layout | pdf.js alone | ratio |\n| --- | ---: | ---: | ---: |');
  await measureSpeed();
}

/** In the program's own workers in a real browser, where pdf.js has a thread of its own. */
async function measureSpeed() {
  const { openBench, inBenchPage } = await import('../tests/bench/browser.mjs');
  const bench = await openBench();
  const ratios = [];
  try {
    const context = await bench.openBrowser();
    for (const name of TIMED) {
      const file = readFileSync(path.join(DATA, name)).toString('base64');
      const times = await inBenchPage(context, bench.address, (page) =>
        page.evaluate(([bytes, count]) => window.bench.measurePdfText(bytes, count), [file, REPETITIONS]),
      );
      const ratio = median(times.alone) / median(times.own);
      ratios.push(ratio);
      const [own, plain] = [median(times.own), median(times.alone)].map(Math.round);
      console.log(`| ${path.basename(name)} | ${own} ms | ${plain} ms | ${ratio.toFixed(2)} |`);
    }
    await context.close();
  } finally {
    bench.close();
  }
  console.log(`| median | | | ${median(ratios).toFixed(2)} |`);
}
