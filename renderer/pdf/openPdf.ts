/**
 * Opens PDFs with pdf.js, in the page and in workers alike. Nothing comes from elsewhere: character maps, fonts and
 * decoders are files of the build, and no script of a file is ever run.
 */
import { AbortException, getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { NoFilterFactory, OffscreenCanvasFactory } from './offscreen';

export type { PDFDocumentProxy, PDFPageProxy, PageViewport, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfEngine {
  readonly worker: PDFWorker;
  /** Ends it, whatever it does at the time. */
  close(): void;
}

/** A worker of pdf.js, for one file after the other. */
export function startPdfEngine(): PdfEngine {
  const thread = new Worker(new URL('./pdfJsWorker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const worker = PDFWorker.create({ port: thread, verbosity: 0 });
  return {
    worker,
    close() {
      worker.destroy();
      thread.terminate();
    },
  };
}

export interface OpenOptions {
  readonly engine: PdfEngine;
  /** Where the build's files for pdf.js are, as an absolute address that ends in a slash. */
  readonly files: string;
  /** Also draws pages: in the page with the file's own fonts, in a worker with their outlines. */
  readonly draws: false | 'in-page' | 'in-worker';
}

/** Opens a file. `bytes` are handed over and empty afterwards. */
export async function openPdf(
  bytes: Uint8Array,
  { engine, files, draws }: OpenOptions,
): Promise<Result<PDFDocumentProxy, 'locked' | 'broken'>> {
  const task = getDocument({
    data: bytes,
    worker: engine.worker,
    cMapUrl: `${files}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${files}standard_fonts/`,
    wasmUrl: `${files}wasm/`,
    iccUrl: `${files}iccs/`,
    useWorkerFetch: true,
    isEvalSupported: false,
    // Only pictures need it.
    useWasm: draws !== false,
    useSystemFonts: false,
    disableFontFace: draws !== 'in-page',
    ...(draws === 'in-worker' ? { CanvasFactory: OffscreenCanvasFactory, FilterFactory: NoFilterFactory } : {}),
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > 0) return yes(pdf);
    await task.destroy();
    return no('broken');
  } catch (error) {
    await task.destroy().catch(() => undefined);
    if (error instanceof AbortException) throw error;
    // An unknown method of encryption is told by its words alone.
    const isLocked = error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`);
    return no(isLocked ? 'locked' : 'broken');
  }
}
