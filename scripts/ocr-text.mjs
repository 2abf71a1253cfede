// `npm run bench -- --only ocr-text`: how near recognised text comes to the text that is known, and how long a page takes,
// in the program's own workers in a real browser. Prints the tables that stand in docs/ocr.md.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runnerImport } from 'vite';
import { inRoot } from './paths.mjs';
import { editsBetween, folded, percent } from './textDistance.mjs';

const DATA = process.env.COLLATE_TESTDATA ?? inRoot('../shared/testdata');
/** Real pages with a text of their own, in one column and in two; their pictures are drawn at 300 dots to an inch. */
const REAL = ['reports/crs/IF12106v21.pdf', 'reports/gao/gao-08-587t.pdf', 'documents/pdf/pdfjs_tracemonkey.pdf'];
const LANGUAGES = [
  ['English', 'eng', 'ENGLISH'],
  ['Ukrainian', 'ukr', 'UKRAINIAN'],
  ['Korean', 'kor', 'KOREAN'],
];

const shareOf = (read, known) => editsBetween(known, read) / known.length;

function line(name, known, { text, confidence, milliseconds, pages }) {
  const [read, wanted] = [folded(text), folded(known)];
  const letters = shareOf([...read], [...wanted]);
  const words = shareOf(read.split(' '), wanted.split(' '));
  const seconds = (milliseconds / pages / 1000).toFixed(1);
  console.log(
    `| ${name} | ${wanted.length} | ${percent(letters)} | ${percent(words)} | ${confidence} % | ${seconds} s |`,
  );
}

const HEAD = (first) =>
  `| ${first} | letters known | character error rate | word error rate | mean confidence | time a page |\n| --- | ---: | ---: | ---: | ---: | ---: |`;

export async function measureOcrText() {
  const { openBench, inBenchPage } = await import('../tests/bench/browser.mjs');
  const { module: pictures } = await runnerImport(inRoot('tests/e2e/pagePictures.ts'), { configFile: false });
  const folder = mkdtempSync(path.join(tmpdir(), 'collate-ocr-'));
  const bench = await openBench();
  const context = await bench.openBrowser();
  try {
    console.log(HEAD('page'));
    for (const [language, id, words] of LANGUAGES) {
      for (const [state, wear] of [
        ['clean', 0],
        ['worn', 1],
      ]) {
        const picture = await pictures.pictureOf(context.browser(), pictures[words], folder, wear ? 'worn' : 'clean');
        const read = await inBenchPage(context, bench.address, (page) =>
          page.evaluate(([file, one]) => window.bench.recognisePicture(file, [one]), [picture.toString('base64'), id]),
        );
        line(`${language}, ${state}`, pictures[words].join(' '), read);
      }
    }
    console.log(`\n${HEAD('file, drawn and recognised')}`);
    for (const name of REAL) {
      const file = path.join(DATA, name);
      if (!existsSync(file)) {
        console.log(`Skipped: ${file} is not here.`);
        continue;
      }
      const read = await inBenchPage(context, bench.address, (page) =>
        page.evaluate((bytes) => window.bench.recognisePdf(bytes, ['eng']), readFileSync(file).toString('base64')),
      );
      line(`${path.basename(name)} (${read.pages} pages)`, read.own, read);
    }
  } finally {
    await context.close();
    bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
