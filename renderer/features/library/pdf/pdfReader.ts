/** Reads PDFs beside the page, one after the other. pdf.js works in a further worker, so that both go at once. */
import type { Extracted, ExtractRefusal } from '@shared/extract/extracted';
import type { Result } from '@shared/model/result';
import { startPdfEngine } from '../../../pdf/openPdf';
import type { PdfEngine } from '../../../pdf/openPdf';
import { readingOfPdf } from './reading';

export interface PdfAsk {
  readonly bytes: Uint8Array;
  /** Address of the build's files for pdf.js. */
  readonly files: string;
}

export type PdfAnswer =
  | { readonly done: number }
  | { readonly result: Result<Extracted, ExtractRefusal> }
  | { readonly failure: string };

const answer = (message: PdfAnswer): void => self.postMessage(message);

let engine: PdfEngine | null = null;

async function read({ bytes, files }: PdfAsk): Promise<void> {
  engine ??= startPdfEngine();
  let told = 0;
  try {
    const result = await readingOfPdf(bytes, { engine, files, draws: false }, (done) => {
      if (done - told < 0.01 && done < 1) return;
      told = done;
      answer({ done });
    });
    answer({ result });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', (event: MessageEvent<PdfAsk>) => void read(event.data));
