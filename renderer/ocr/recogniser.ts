/**
 * Recognises the characters in pictures of pages with Tesseract, in a worker of its own, from workers and from the page.
 * Program, core and language data are files of the build; nothing is fetched from elsewhere or kept anywhere.
 */
import { createWorker, OEM } from 'tesseract.js';
import type { Worker as TesseractWorker } from 'tesseract.js';
import { recognisedPage } from '@shared/extract/ocr/recognised';
import type { RecognisedPage, TesseractBlock } from '@shared/extract/ocr/recognised';
import type { PageImage } from './images';
import { parametersOf, readPage } from './readings';

export interface Recogniser {
  /** @throws Error where the picture cannot be read */
  read(image: PageImage): Promise<RecognisedPage>;
  /** Ends it, whatever it does at the time. */
  close(): void;
}

export interface RecogniserOptions {
  /** Ids of shared/extract/ocr/languages; the first weighs most. */
  readonly languages: readonly string[];
  /** Where the build's files for recognition are, as an absolute address that ends in a slash. */
  readonly files: string;
}

/** Its own promise stays open when a language cannot be loaded: the handler of errors hears of it. */
function startTesseract(languages: readonly string[], files: string): Promise<TesseractWorker> {
  return new Promise((resolve, reject) => {
    createWorker([...languages], OEM.LSTM_ONLY, {
      workerPath: `${files}worker.min.js`,
      corePath: `${files}tesseract-core-simd-lstm.js`,
      langPath: files.replace(/\/$/, ''),
      // A worker made of words is no file of ours: the page's policy forbids it.
      workerBlobURL: false,
      // The data lies beside the program: a second copy in the database would only take room.
      cacheMethod: 'none',
      // Later on whoever asked hears of what goes wrong from the promise as well.
      errorHandler: (error: unknown) => reject(new Error(String(error))),
    }).then(resolve, (error: unknown) => reject(new Error(String(error))));
  });
}

export async function startRecogniser({ languages, files }: RecogniserOptions): Promise<Recogniser> {
  const worker = await startTesseract(languages, files);
  return {
    read: (image) =>
      readPage(image, languages, async (mode) => {
        const { bytes, width, height, dpi } = image;
        await worker.setParameters(parametersOf(mode, dpi));
        // Its types know no bytes, its worker takes nothing else.
        const { data } = await worker.recognize(bytes as unknown as Blob, {}, { text: false, blocks: true });
        return recognisedPage(data.blocks as unknown as TesseractBlock[] | null, { width, height });
      }),
    close: () => void worker.terminate(),
  };
}
