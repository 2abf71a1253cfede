/** Reads files of references beside the page: a library of fifty thousand takes seconds. */
import { readReferenceEntries } from '@shared/interchange/references';
import type { ReferenceFile, ReferencesRefusal } from '@shared/interchange/references';
import type { Result } from '@shared/model/result';

export type ReferencesAnswer =
  | { readonly result: Result<ReferenceFile, ReferencesRefusal> }
  | { readonly failure: string };

self.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  try {
    self.postMessage({ result: readReferenceEntries(data) } satisfies ReferencesAnswer);
  } catch (error) {
    self.postMessage({ failure: error instanceof Error ? error.message : String(error) } satisfies ReferencesAnswer);
  }
});
