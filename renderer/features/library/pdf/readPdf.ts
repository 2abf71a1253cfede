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
/**
 * Bytes, and files, that a reader reads before another takes its place: pdf.js keeps something of each file, and that
 * goes with the worker. To start one takes half a second.
 */
const MOST_BYTES = 64 * 1024 ** 2;
const MOST_FILES = 200;

export interface ReadPdfOptions {
  /** Told shares from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Reads pages that are pictures, and how. */
  readonly ocr?: PdfOcrAsk;
  /** Told how many of the pages that are recognised are done. */
  readonly onRecognised?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

interface Reader {
  readonly worker: Worker;
  files: number;
  bytes: number;
}

const idle: { readonly reader: Reader; readonly timer: ReturnType<typeof setTimeout> }[] = [];

function takeReader(): Reader {
  const waiting = idle.pop();
  if (waiting) {
    clearTimeout(waiting.timer);
    return waiting.reader;
  }
  const worker = new Worker(new URL('./pdfReader.ts', import.meta.url), { type: 'module', name: 'pdf-reader' });
  return { worker, files: 0, bytes: 0 };
}

/** Keeps it for the next file, or ends it where it has read its share. */
function putBack(reader: Reader, bytes: number): void {
  reader.files += 1;
  reader.bytes += bytes;
  if (reader.files >= MOST_FILES || reader.bytes >= MOST_BYTES) return reader.worker.terminate();
  const timer = setTimeout(() => {
    idle.splice(
      idle.findIndex((one) => one.reader === reader),
      1,
    );
    reader.worker.terminate();
  }, LONGEST_IDLE);
  idle.push({ reader, timer });
}

/** What the file says, page by page; `bytes` stay as they are. Any number may be read at the same time. */
export function readPdf(
  bytes: Uint8Array,
  { onProgress, ocr, onRecognised, signal }: ReadPdfOptions = {},
): Promise<Result<Extracted, ExtractRefusal | 'cancelled'>> {
  if (signal?.aborted) return Promise.resolve(no('cancelled'));
  const reader = takeReader();
  const { worker } = reader;
  const over = new AbortController();
  return new Promise((resolve) => {
    let silence = 0 as unknown as ReturnType<typeof setTimeout>;
    const end = (result: Result<Extracted, ExtractRefusal | 'cancelled'>, isSound: boolean): void => {
      clearTimeout(silence);
      over.abort();
      if (isSound) putBack(reader, bytes.length);
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
    // A copy that is handed over: one that is sent would be made twice.
    const copy = bytes.slice();
    worker.postMessage({ bytes: copy, files: pdfFiles(), ocr: ocr ?? null } satisfies PdfAsk, [copy.buffer]);
  });
}
