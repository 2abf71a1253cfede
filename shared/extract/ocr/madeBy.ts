/**
 * What the record of a text says when its words, or some of them, were recognised in pictures: by which version of which
 * program, in which languages, how sure. It stands in the text's `extractor`, at most 60 characters.
 */
import { languagesInWords } from './languages';

/** The rules that make lines of what was recognised; counted up when the same picture gives another text. */
export const OCR_RULES = 'ocr/1';
/** The recogniser; its version is that of the package. */
export const OCR_PROGRAM = 'tesseract.js';
export const OCR_VERSION = '7.0.0';

export interface MadeByOcr {
  /** Extractor of the pages that have text of their own; null where all words were recognised. */
  readonly besides: string | null;
  readonly program: string;
  readonly languages: readonly string[];
  /** Mean confidence of the recognised letters, in whole percent. */
  readonly confidence: number;
}

/** The extractor as it is kept: `pdf/1 ocr/1 tesseract.js 7.0.0 eng+ukr 87%`. */
export const ocrExtractor = ({ besides, languages, confidence }: Omit<MadeByOcr, 'program'>): string =>
  `${besides === null ? '' : `${besides} `}${OCR_RULES} ${OCR_PROGRAM} ${OCR_VERSION} ${languages.join('+')} ${Math.round(confidence)}%`;

const KEPT = /^(?:(\S+) )?ocr\/\d+ (\S+ \S+) ([a-z_]+(?:\+[a-z_]+)*) (\d{1,3})%$/;

/** What an extractor says of recognition; null where no word of the text was recognised. */
export function ocrOf(extractor: string): MadeByOcr | null {
  const [, besides, program, languages, confidence] = KEPT.exec(extractor) ?? [];
  if (program === undefined || languages === undefined) return null;
  return { besides: besides ?? null, program, languages: languages.split('+'), confidence: Number(confidence) };
}

/** For a document's header: “Read by OCR, mean confidence 87 %”. */
export const ocrInShort = ({ besides, confidence }: MadeByOcr): string =>
  `${besides === null ? 'Read' : 'Partly read'} by OCR, mean confidence ${confidence} %`;

/** For its details: what was done, and that its words are not to be taken for the page's, letter for letter. */
export const ocrInWords = ({ besides, program, languages, confidence }: MadeByOcr): string =>
  `${besides === null ? 'The words' : 'The words of pages without a text of their own'} were recognised in pictures by ${program}, read as ${languagesInWords(languages)}, with a mean confidence of ${confidence} %. Letters, figures and signs may be wrong: check every quotation against the page.`;
