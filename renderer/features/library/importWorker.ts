/** Decodes a text file beside the page, so that a large one never stops it. One file, one worker. */
import type { Result } from '@shared/model/result';
import { decodeTextFile } from './decodeText';
import type { DecodeRefusal, ReadText } from './decodeText';

export interface ImportAsk {
  readonly bytes: Uint8Array;
}

export type ImportAnswer =
  | { readonly done: number }
  | { readonly result: Result<ReadText, DecodeRefusal> }
  | { readonly failure: string };

const answer = (message: ImportAnswer): void => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ImportAsk>) => {
  try {
    answer({ result: decodeTextFile(event.data.bytes, (done) => answer({ done })) });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});
