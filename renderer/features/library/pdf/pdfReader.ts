/** Reads PDFs beside the page, one after the other. pdf.js works in a further worker, so that both go at once. */
import type { Extracted, ExtractRefusal } from '@shared/extract/extracted';
import type { Result } from '@shared/model/result';
import { startPdfEngine } from '../../../pdf/openPdf';
import type { PdfEngine } from '../../../pdf/openPdf';
import { readingOfPdf } from './reading';
import type { PdfOcr } from './recognisePages';

export interface PdfAsk {
  readonly bytes: Uint8Array;
  /** Address of the build's files for pdf.js. */
  readonly files: string;
  /** Pages that are pictures are read too. */
  readonly ocr: PdfOcrAsk | null;
}

export interface PdfOcrAsk extends Pick<PdfOcr, 'pages' | 'languages' | 'lanes'> {
  /** Address of the build's files for recognition. */
  readonly files: string;
}

export type PdfAnswer =
  | { readonly done: number }
  | { readonly recognised: number; readonly of: number }
  | { readonly result: Result<Extracted, ExtractRefusal> }
  | { readonly failure: string };

const answer = (message: PdfAnswer): void => self.postMessage(message);

let engine: PdfEngine | null = null;

async function startOcr({ pages, languages, lanes, files }: PdfOcrAsk): Promise<PdfOcr & { close(): void }> {
  const [{ startRecognisers }, { imageOfPdfPage }] = await Promise.all([
    import('../../../ocr/recognisers'),
    import('../../../ocr/drawPdfPage'),
  ]);
  const recognisers = await startRecognisers({ languages, files, lanes });
  return {
    pages,
    languages,
    lanes,
    recognise: async (page) => recognisers.read(await imageOfPdfPage(page)),
    onProgress: (recognised, of) => answer({ recognised, of }),
    close: () => recognisers.close(),
  };
}

async function read({ bytes, files, ocr: asked }: PdfAsk): Promise<void> {
  engine ??= startPdfEngine();
  let told = 0;
  let ocr: Awaited<ReturnType<typeof startOcr>> | null = null;
  try {
    ocr = asked && (await startOcr(asked));
    const onProgress = (done: number): void => {
      if (done - told < 0.01 && done < 1) return;
      told = done;
      answer({ done });
    };
    const options = { engine, files, draws: ocr ? 'in-worker' : false } as const;
    const result = await readingOfPdf(bytes, options, onProgress, ocr ?? undefined);
    answer({ result });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  } finally {
    ocr?.close();
  }
}

self.addEventListener('message', (event: MessageEvent<PdfAsk>) => void read(event.data));
