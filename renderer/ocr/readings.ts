/** How a page is read: as columns first, and once more as one column where that seems to have missed something. */
import { meanConfidence, worthOf } from '@shared/extract/ocr/recognised';
import type { RecognisedPage } from '@shared/extract/ocr/recognised';
import { inkMissed } from './images';
import type { PageImage } from './images';

/** Tesseract's modes of page segmentation that are used, by its numbers. */
export const SEGMENTATION = { columns: '3', oneColumn: '4', sparse: '11' } as const;
export type Segmentation = (typeof SEGMENTATION)[keyof typeof SEGMENTATION];

/** Parameters of Tesseract for one reading of a picture. */
export const parametersOf = (mode: Segmentation, dpi: number): Readonly<Record<string, string>> => ({
  tessedit_pageseg_mode: mode,
  user_defined_dpi: String(Math.round(dpi)),
  // Lines that run down are looked for otherwise, and found in Hangul that runs across.
  textord_tabfind_vertical_text: '0',
  // So that the text of a line says which syllables stand close.
  preserve_interword_spaces: '1',
  // What it notices on the way is for those who build it.
  debug_file: '/dev/null',
});

/** Below this mean confidence, in percent, a page is read a second time. */
const DOUBTFUL = 70;
/** So much of a page's ink, in shares, may lie outside of its words: rules, stamps, dirt. */
const MOST_MISSED = 0.2;
/** The second reading, which knows no columns, has to be worth so much more. */
const BETTER = 1.03;
/** Written in blocks of several strokes, of which the search for columns takes some for dirt. */
const IN_BLOCKS: ReadonlySet<string> = new Set(['kor']);

/** @param recognise reads the picture once, in a mode */
export async function readPage(
  image: PageImage,
  languages: readonly string[],
  recognise: (mode: Segmentation) => Promise<RecognisedPage>,
): Promise<RecognisedPage> {
  const page = await recognise(SEGMENTATION.columns);
  if (page.lines.length === 0) return recognise(SEGMENTATION.sparse);
  const isSure = meanConfidence([page]) >= DOUBTFUL && inkMissed(image, page) <= MOST_MISSED;
  if (isSure && !languages.some((id) => IN_BLOCKS.has(id))) return page;
  const other = await recognise(SEGMENTATION.oneColumn);
  return worthOf(other) > BETTER * worthOf(page) ? other : page;
}
