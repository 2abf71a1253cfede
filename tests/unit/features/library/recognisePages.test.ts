import { describe, expect, it, vi } from 'vitest';
import type { PageLines } from '@shared/extract/pdf';
import { recognisePages } from '../../../../renderer/features/library/pdf/recognisePages';
import type { PdfOcr } from '../../../../renderer/features/library/pdf/recognisePages';
import type { PDFPageProxy } from '../../../../renderer/pdf/openPdf';

/** Three pages of which the second has a text. */
const pages: readonly PageLines[] = ['i', 'ii', 'iii'].map((label, index) => ({
  height: 842,
  label,
  lines: index === 1 ? ([{}] as unknown as PageLines['lines']) : [],
}));

function file() {
  const cleanup = vi.fn<() => void>();
  const getPage = vi.fn<(number: number) => Promise<PDFPageProxy>>(
    async (number) =>
      ({ number, getViewport: () => ({ width: 595, height: 842 }), cleanup }) as unknown as PDFPageProxy,
  );
  return { getPage, cleanup };
}

const numberOf = (page: PDFPageProxy): number => (page as unknown as { number: number }).number;
const nothing = { width: 10, height: 10, lines: [] };

function ocr(given: Partial<PdfOcr>): PdfOcr {
  return {
    pages: 'without-text',
    languages: ['eng'],
    lanes: 2,
    recognise: async () => nothing,
    onProgress: () => undefined,
    ...given,
  };
}

describe('recognising the pages of a PDF', () => {
  it('reads those without a text, or all of them, and says how far it is', async () => {
    const told: [number, number][] = [];
    const onProgress = (done: number, of: number): void => void told.push([done, of]);
    const some = await recognisePages(file(), pages, ocr({ onProgress }));
    expect([...some].map(([index, { label }]) => [index, label]).toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(
      [
        [0, 'i'],
        [2, 'iii'],
      ],
    );
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
    expect((await recognisePages(file(), pages, ocr({ pages: 'all' }))).size).toBe(3);
  });

  it('goes on where one page cannot be read, and where one is not there', async () => {
    const broken = file();
    const done = vi.fn<(done: number, of: number) => void>();
    const first = await recognisePages(
      broken,
      pages,
      ocr({
        onProgress: done,
        recognise: async (page) => {
          if (numberOf(page) === 1) throw new Error('cannot be drawn');
          return nothing;
        },
      }),
    );
    expect([...first.keys()]).toEqual([2]);
    expect(done).toHaveBeenLastCalledWith(2, 2);
    expect(broken.cleanup).toHaveBeenCalledTimes(2);
    const missing = file();
    missing.getPage.mockRejectedValueOnce(new Error('no such page'));
    expect([...(await recognisePages(missing, pages, ocr({ lanes: 1 }))).keys()]).toEqual([2]);
  });
});
