/**
 * Recognises the characters in pictures of pages with Tesseract, in a worker of its own, from workers and from the page.
 * Program, core and language data are files of the build; nothing is fetched from elsewhere or kept anywhere.
 */
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { Worker as TesseractWorker } from 'tesseract.js';
import { meanConfidence, recognisedPage, worthOf } from '@shared/extract/ocr/recognised';
import type { RecognisedPage, TesseractBlock } from '@shared/extract/ocr/recognised';
import { inkMissed } from './images';
import type { PageImage } from './images';

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

/** Below this mean confidence, in percent, a page is read a second time. */
const DOUBTFUL = 70;
/** So much of a page's ink, in shares, may lie outside of its words: rules, stamps, dirt. */
const MOST_MISSED = 0.2;
/** The second reading, which knows no columns, has to be worth so much more. */
const BETTER = 1.03;
/** Written in blocks of several strokes, of which the search for columns takes some for dirt. */
const IN_BLOCKS: ReadonlySet<string> = new Set(['kor']);

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
  const recognise = async ({ bytes, width, height, dpi }: PageImage, mode: PSM): Promise<RecognisedPage> => {
    await worker.setParameters({
      tessedit_pageseg_mode: mode,
      user_defined_dpi: String(Math.round(dpi)),
      // Lines that run down are looked for otherwise, and found in Hangul that runs across.
      textord_tabfind_vertical_text: '0',
      // So that the text of a line says which syllables stand close.
      preserve_interword_spaces: '1',
      // What it notices on the way is for those who build it.
      debug_file: '/dev/null',
    });
    // Its types know no bytes, its worker takes nothing else.
    const { data } = await worker.recognize(bytes as unknown as Blob, {}, { text: false, blocks: true });
    return recognisedPage(data.blocks as unknown as TesseractBlock[] | null, { width, height });
  };
  return {
    async read(image) {
      const page = await recognise(image, PSM.AUTO);
      if (page.lines.length === 0) return recognise(image, PSM.SPARSE_TEXT);
      const isSure = meanConfidence([page]) >= DOUBTFUL && inkMissed(image, page) <= MOST_MISSED;
      if (isSure && !languages.some((id) => IN_BLOCKS.has(id))) return page;
      const other = await recognise(image, PSM.SINGLE_COLUMN);
      return worthOf(other) > BETTER * worthOf(page) ? other : page;
    },
    close: () => void worker.terminate(),
  };
}
