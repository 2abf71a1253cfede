/** Reads files beside the page, one after the other, so that no file of any format stops it. */
import { extract } from '@shared/extract/extract';
import type { ExtractRefusal } from '@shared/extract/extracted';
import { yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { readingOf } from './reading';
import type { ReadDocument } from './reading';

export interface ReadAsk {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As the Encoding Standard names it; null where it is to be told from the bytes. */
  readonly encoding: string | null;
}

/** The bytes come back: they were handed over, and the original is kept from them. */
export type ReadAnswer = { readonly bytes: Uint8Array } & (
  | { readonly result: Result<ReadDocument, ExtractRefusal> }
  | { readonly failure: string }
);

async function read({ name, bytes, encoding }: ReadAsk): Promise<ReadAnswer> {
  try {
    const extracted = await extract(name, bytes, encoding === null ? {} : { encoding });
    if (!extracted.ok) return { bytes, result: extracted };
    return { bytes, result: yes(await readingOf(extracted.value, extracted.value.mediaType)) };
  } catch (error) {
    return { bytes, failure: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', (event: MessageEvent<ReadAsk>) => {
  void read(event.data).then((answer) => {
    const attachments = 'result' in answer && answer.result.ok ? answer.result.value.attachments : [];
    // An attachment may be a view into the file itself: what is handed over twice cannot be sent.
    const buffers = new Set([answer.bytes.buffer, ...attachments.map(({ bytes }) => bytes.buffer)]);
    self.postMessage(answer, { transfer: [...buffers] as ArrayBuffer[] });
  });
});
