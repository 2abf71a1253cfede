/** Reads one file: in a worker, or by the PDF reader, which has a worker of its own. */
import { DOCUMENT_FORMATS } from '@shared/extract/formats';
import { tellFormat } from '@shared/extract/tellFormat';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { ImportRefusal } from '@shared/text/refusals';
import type { Readers } from './readers';
import { readingOf } from './reading';
import type { ReadDocument } from './reading';

export interface ReadOne {
  readonly result: Result<ReadDocument, ImportRefusal>;
  /** The file's bytes; null where they were lost with what read them. */
  readonly bytes: Uint8Array | null;
}

export interface HowToRead {
  readonly readers: Readers;
  readonly lane: number;
  readonly signal: AbortSignal;
  /** As the Encoding Standard names it; null where it is to be told from the bytes. */
  readonly encoding?: string | null;
  /** Told how many of the pages that are recognised in pictures are done. */
  readonly onRecognised?: (done: number, of: number) => void;
}

/** What a file says; its format is told by its bytes first. `bytes` may be handed over, and come back. */
export async function readOne(name: string, bytes: Uint8Array, how: HowToRead): Promise<ReadOne> {
  if (how.signal.aborted) return { bytes, result: no('cancelled') };
  if (bytes.length === 0) return { bytes, result: no('empty') };
  const kind = tellFormat(name, bytes);
  if (kind === 'picture') return { bytes, result: no('picture') };
  if (kind === 'other') return { bytes, result: no('no-document') };
  if (bytes.length > DOCUMENT_FORMATS[kind].maxBytes) return { bytes, result: no('too-large') };
  if (kind === 'pdf') return readPdfFile(bytes, how.signal);
  return how.readers.read(how.lane, { name, bytes, encoding: how.encoding ?? null });
}

async function readPdfFile(bytes: Uint8Array, signal: AbortSignal): Promise<ReadOne> {
  const { readPdf } = await import('../pdf/readPdf');
  const read = await readPdf(bytes, { signal });
  if (!read.ok) return { bytes, result: read };
  return { bytes, result: yes(await readingOf(read.value, DOCUMENT_FORMATS.pdf.mediaType)) };
}
