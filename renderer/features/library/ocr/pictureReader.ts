/** Reads one picture beside the page, and goes. */
import type { ExtractedFile } from '@shared/extract/extract';
import type { Result } from '@shared/model/result';
import { startRecogniser } from '../../../ocr/recogniser';
import { readingOfPicture } from './readingOfPicture';
import type { PictureRefusal } from './readingOfPicture';

export interface PictureAsk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly languages: readonly string[];
  /** Address of the build's files for recognition. */
  readonly files: string;
}

export type PictureAnswer =
  | { readonly recognised: number; readonly of: number }
  | { readonly result: Result<ExtractedFile, PictureRefusal> }
  | { readonly failure: string };

const answer = (message: PictureAnswer): void => self.postMessage(message);

async function read({ bytes, languages, files }: PictureAsk): Promise<void> {
  try {
    const recogniser = await startRecogniser({ languages, files });
    const onProgress = (recognised: number, of: number): void => answer({ recognised, of });
    answer({ result: await readingOfPicture(bytes, { languages, recogniser, onProgress }) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', (event: MessageEvent<PictureAsk>) => void read(event.data));
