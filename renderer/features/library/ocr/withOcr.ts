/** What a file says that is a picture, or has pages that are: read by OCR where the analyst says so. */
import { DOCUMENT_FORMATS } from '@shared/extract/formats';
import { LARGEST_PICTURE } from '@shared/extract/pictures';
import { no, yes } from '@shared/model/result';
import { ocrFiles } from '../../../ocr/files';
import { ocrLanes } from '../../../ocr/lanes';
import type { HowToRead, ReadOne } from '../importing/readOne';
import { readingOf } from '../importing/reading';
import type { AskOcr } from './ocrAsker';
import type { OcrAnswer, OcrNeed } from './OcrDialog';

export type HowToRecognise = Pick<HowToRead, 'signal' | 'onRecognised'>;

/** What of a file that was just read is only to be had by OCR; null where nothing is. */
export function needOf(name: string, { result, bytes }: ReadOne): OcrNeed | null {
  if (bytes === null) return null;
  if (!result.ok) {
    if (result.reason === 'picture') return { name, kind: 'picture', pages: 1, of: 1 };
    if (result.reason !== 'no-text-layer') return null;
    const pages = Number(result.detail) || 1;
    return { name, kind: 'scan', pages, of: pages };
  }
  const without = result.value.warnings.find((warning) => warning.kind === 'pages-without-text');
  return without?.pictures ? { name, kind: 'some-pages', pages: without.count, of: without.of } : null;
}

export async function recognisePdf(
  bytes: Uint8Array,
  { languages, pages }: Pick<OcrAnswer, 'languages' | 'pages'>,
  { signal, onRecognised }: HowToRecognise,
): Promise<ReadOne> {
  const { readPdf } = await import('../pdf/readPdf');
  const read = await readPdf(bytes, {
    signal,
    ocr: { languages, pages, lanes: ocrLanes(), files: ocrFiles() },
    ...(onRecognised ? { onRecognised } : {}),
  });
  return { bytes, result: read.ok ? yes(await readingOf(read.value, DOCUMENT_FORMATS.pdf.mediaType)) : read };
}

export async function recognisePicture(
  bytes: Uint8Array,
  { languages }: Pick<OcrAnswer, 'languages'>,
  { signal, onRecognised }: HowToRecognise,
): Promise<ReadOne> {
  if (bytes.length > LARGEST_PICTURE) return { bytes, result: no('too-large') };
  const { readPicture } = await import('./readPicture');
  const read = await readPicture(bytes, { languages, signal, ...(onRecognised ? { onRecognised } : {}) });
  return { bytes, result: read.ok ? yes(await readingOf(read.value, read.value.mediaType)) : read };
}

/** The file as it was read, or as OCR reads it where it has to be, and the analyst wants it. */
export async function withOcr(
  name: string,
  read: ReadOne,
  how: HowToRecognise,
  ask: AskOcr | undefined,
): Promise<ReadOne> {
  const need = needOf(name, read);
  if (ask === undefined || need === null || read.bytes === null || how.signal.aborted) return read;
  const answer = await ask(need);
  if (answer === null || how.signal.aborted) return read;
  return need.kind === 'picture'
    ? recognisePicture(read.bytes, answer, how)
    : recognisePdf(read.bytes, { ...answer, pages: 'without-text' }, how);
}
