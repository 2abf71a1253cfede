/** The text of a PDF, read in workers of its own: a file that hangs is ended with them. */
import type { Extracted, ExtractRefusal } from '@shared/extract/extracted';
import { no } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { pdfFiles } from '../../../pdf/files';
import { LONGEST_PAGE } from '../../../ocr/lanes';
import type { PdfAnswer, PdfAsk, PdfOcrAsk } from './pdfReader';

/** Milliseconds after which a file that gets no further is given up. */
const LONGEST_SILENCE = 60_000;
/** Milliseconds a reader waits for a next file before it goes. */
const LONGEST_IDLE = 20_000;

export interface ReadPdfOptions {
  /** Told shares from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Reads pages that are pictures, and how. */
  readonly ocr?: PdfOcrAsk;
  /** Told how many of the pages that are recognised are done. */
  readonly onRecognised?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

interface Idle {
  readonly worker: Worker;
  readonly timer: ReturnType<typeof setTimeout>;
}

const idle: Idle[] = [];

function takeWorker(): Worker {
  const waiting = idle.pop();
  if (!waiting) return new Worker(new URL('./pdfReader.ts', import.meta.url), { type: 'module', name: 'pdf-reader' });
  clearTimeout(waiting.timer);
  return waiting.worker;
}

function keepWorker(worker: Worker): void {
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex((one) => one.worker === worker),
      1,
    );
    worker.terminate();
  }, LONGEST_IDLE);
  idle.push({ worker, timer });
}

/** What the file says, page by page; `bytes` stay as they are. Any number may be read at the same time. */
export function readPdf(
  bytes: Uint8Array,
  { onProgress, ocr, onRecognised, signal }: ReadPdfOptions = {},
): Promise<Result<Extracted, ExtractRefusal | 'cancelled'>> {
  if (signal?.aborted) return Promise.resolve(no('cancelled'));
  const worker = takeWorker();
  const over = new AbortController();
  return new Promise((resolve) => {
    let silence = 0 as unknown as ReturnType<typeof setTimeout>;
    const end = (result: Result<Extracted, ExtractRefusal | 'cancelled'>, isSound: boolean): void => {
      clearTimeout(silence);
      over.abort();
      if (isSound) keepWorker(worker);
      else worker.terminate();
      resolve(result);
    };
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => end(no('broken'), false), ocr ? LONGEST_PAGE : LONGEST_SILENCE);
    };
    const whileReading = { signal: over.signal };
    signal?.addEventListener('abort', () => end(no('cancelled'), false), whileReading);
    worker.addEventListener('error', () => end(no('broken'), false), whileReading);
    worker.addEventListener('messageerror', () => end(no('broken'), false), whileReading);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<PdfAnswer>) => {
        if ('done' in data) {
          listen();
          onProgress?.(data.done);
        } else if ('recognised' in data) {
          listen();
          onRecognised?.(data.recognised, data.of);
        } else if ('result' in data) end(data.result, true);
        // What pdf.js did not foresee is the file's fault as far as the analyst is concerned.
        else end(no('broken', data.failure), false);
      },
      whileReading,
    );
    listen();
    worker.postMessage({ bytes, files: pdfFiles(), ocr: ocr ?? null } satisfies PdfAsk);
  });
}
