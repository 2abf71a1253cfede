import { describe, expect, test } from 'vitest';
import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readingOfPdf } from '../../../../renderer/features/library/pdf/reading';
import { testFile } from '../../text/realDocument';

/** A PDF of pages that draw this; pdf.js finds its objects without a table of them. */
function pdfOf(...contents: readonly string[]): Uint8Array {
  const kids = contents.map((_, i) => `${3 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${kids}]>>`,
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents ${4 + 2 * i} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
}

async function reasonOf(bytes: Uint8Array): Promise<string> {
  const worker = PDFWorker.create({ verbosity: 0 });
  const engine = { worker, close: () => worker.destroy() };
  const read = await readingOfPdf(bytes, { engine, files: '', draws: false }, () => undefined);
  engine.close();
  return read.ok ? 'read' : `${read.reason} ${read.detail ?? ''}`.trim();
}

const PICTURE = 'q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x41 EI Q';

describe('a PDF without a letter', () => {
  test('has pages that are empty', async () => {
    expect(await reasonOf(pdfOf('', 'q Q'))).toBe('empty 2');
  });

  test('has letters that are drawn, or in pictures', async () => {
    expect(await reasonOf(pdfOf('', '10 10 m 60 60 l S'))).toBe('no-text-layer 2');
    expect(await reasonOf(pdfOf(PICTURE))).toBe('no-text-layer 1');
  });

  const locked = ['pdfjs_secHandler.pdf', 'pdfjs_empty_protected.pdf'].map((name) => testFile(`hostile/pdf/${name}`));
  test.skipIf(locked.includes(null))('is encrypted, though it opens', async () => {
    for (const bytes of locked) expect(await reasonOf(bytes!)).toBe('encrypted 1');
  });
});
