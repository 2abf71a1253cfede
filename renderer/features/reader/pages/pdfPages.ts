/** The pages of a PDF, drawn by pdf.js. */
import { wordsOnPage } from '@shared/extract/pdf/placed';
import { recognisedWordsIn } from '@shared/text/recognisedWords';
import { pdfFiles } from '../../../pdf/files';
import { openPdf, startPdfEngine } from '../../../pdf/openPdf';
import type { PDFPageProxy } from '../../../pdf/openPdf';
import { textOfPage } from '../../../pdf/textOfPage';
import type { OpenedPages, Sheet } from './sheet';

const painter =
  (page: PDFPageProxy, width: number): Sheet['paint'] =>
  (canvas, onDone) => {
    const task = page.render({ canvas, viewport: page.getViewport({ scale: canvas.width / width }) });
    // A page that cannot be drawn stays white: its words are there all the same.
    task.promise.then(onDone, () => undefined);
    return () => task.cancel();
  };

export interface OpeningPages {
  /** Null where the file cannot be shown. */
  readonly pages: Promise<OpenedPages | null>;
  close(): void;
}

/** @param bytes handed over */
export function openPdfPages(bytes: Uint8Array): OpeningPages {
  const engine = startPdfEngine();
  const open = async (): Promise<OpenedPages | null> => {
    const opened = await openPdf(bytes, { engine, files: pdfFiles(), draws: 'in-page' });
    if (!opened.ok) return null;
    const pdf = opened.value;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return {
      count: pdf.numPages,
      width,
      height,
      async read(index, { text, start, end, recognised }) {
        const page = await pdf.getPage(index + 1);
        const pieces = await textOfPage(page, null);
        const found = recognisedWordsIn(recognised, { start, end });
        return {
          width: pieces.width,
          height: pieces.height,
          words: found.length > 0 ? found : wordsOnPage(pieces, text.slice(start, end), start),
          paint: painter(page, pieces.width),
        };
      },
    };
  };
  return { pages: open(), close: () => engine.close() };
}
