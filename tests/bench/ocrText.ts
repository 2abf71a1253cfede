/** The text of pictures and of pages drawn from a PDF, as the program recognises it, and how long that takes. */
import { ocrOf } from '@shared/extract/ocr/madeBy';
import { readPicture } from '../../renderer/features/library/ocr/readPicture';
import { readPdf } from '../../renderer/features/library/pdf/readPdf';
import { ocrFiles } from '../../renderer/ocr/files';
import { ocrLanes } from '../../renderer/ocr/lanes';

export interface Recognised {
  readonly text: string;
  /** Mean, in whole percent. */
  readonly confidence: number;
  readonly milliseconds: number;
  readonly pages: number;
}

const bytesOf = (file: string): Uint8Array => Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));

/** `file` is Base64. */
export async function recognisePicture(file: string, languages: readonly string[]): Promise<Recognised> {
  const began = performance.now();
  const read = await readPicture(bytesOf(file), { languages, signal: new AbortController().signal });
  if (!read.ok) throw new Error(`It does not come in: ${read.reason}`);
  const { text, extractor } = read.value;
  return { text, confidence: ocrOf(extractor)!.confidence, milliseconds: performance.now() - began, pages: 1 };
}

/** Every page of a PDF drawn and recognised, and the text the file itself has. `file` is Base64. */
export async function recognisePdf(
  file: string,
  languages: readonly string[],
): Promise<Recognised & { readonly own: string }> {
  const own = await readPdf(bytesOf(file));
  if (!own.ok) throw new Error(`It does not come in: ${own.reason}`);
  const began = performance.now();
  const read = await readPdf(bytesOf(file), { ocr: { languages, pages: 'all', lanes: ocrLanes(), files: ocrFiles() } });
  if (!read.ok) throw new Error(`It is not recognised: ${read.reason}`);
  const { text, extractor, pages } = read.value;
  return {
    text,
    own: own.value.text,
    confidence: ocrOf(extractor)!.confidence,
    milliseconds: performance.now() - began,
    pages: pages.length,
  };
}
