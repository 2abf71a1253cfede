/** One PDF from its bytes to its text, page by page: each page's pieces are let go of when its lines are known. */
import type { Extracted, ExtractRefusal, ExtractWarning } from '@shared/extract/extracted';
import { flowOfRecognised, ocrExtractor, unsure } from '@shared/extract/ocr';
import { tagOfLanguages } from '@shared/extract/ocr/languages';
import { flowOfLines, linesOfPage, PDF_EXTRACTOR } from '@shared/extract/pdf';
import type { PageLines, PdfFlow } from '@shared/extract/pdf';
import { factsOf } from '@shared/extract/pdf/facts';
import type { PdfInfo } from '@shared/extract/pdf/facts';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { firstLine, LONGEST_TEXT, LONGEST_TITLE } from '@shared/text/plainText';
import { openPdf } from '../../../pdf/openPdf';
import type { OpenOptions, PDFDocumentProxy } from '../../../pdf/openPdf';
import { shownOn } from '../../../pdf/shownOn';
import { textOfPage } from '../../../pdf/textOfPage';
import { recognisePages } from './recognisePages';
import type { PdfOcr } from './recognisePages';

/** Pages asked for at a time: pdf.js takes the next ones apart while the lines of one are made. */
const AT_A_TIME = 4;
const MOST_PAGES = 20_000;

async function infoOf(pdf: PDFDocumentProxy): Promise<PdfInfo> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const word = (name: string): string => (typeof info[name] === 'string' ? info[name] : '');
  return { title: word('Title'), author: word('Author'), created: word('CreationDate'), language: word('Language') };
}

/** What the file is encrypted by; null where it is not. */
async function encryptionOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = (await pdf.getMetadata()) as { info: { EncryptFilterName?: string | null } };
  return info.EncryptFilterName ?? null;
}

/** Why a file without a letter does not come in, or not yet. */
async function refusalOf(pdf: PDFDocumentProxy, damaged: boolean, wasRecognised: boolean): Promise<ExtractRefusal> {
  const encryption = await encryptionOf(pdf);
  // Under a lock of a kind of its own a file opens, and shows nothing.
  if (encryption !== null && encryption !== 'Standard') return 'locked';
  if (wasRecognised) return 'no-words';
  if (damaged) return 'broken';
  const shown = await shownOn(pdf, [...Array(pdf.numPages).keys()]);
  if (shown !== 'nothing') return 'no-text-layer';
  return encryption === null ? 'empty' : 'encrypted';
}

interface ReadPages {
  readonly pages: readonly PageLines[];
  readonly damaged: boolean;
}

async function readPages(pdf: PDFDocumentProxy, onProgress: (done: number) => void): Promise<ReadPages> {
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: PageLines[] = [];
  let next = 0;
  let done = 0;
  let damaged = false;
  const work = async (): Promise<void> => {
    while (next < pdf.numPages) {
      const index = next++;
      const label = labels?.[index] ?? null;
      try {
        const page = await pdf.getPage(index + 1);
        pages[index] = linesOfPage(await textOfPage(page, label));
        page.cleanup();
      } catch {
        damaged = true;
        pages[index] = { height: 0, label, lines: [] };
      }
      done += 1;
      onProgress(done / pdf.numPages);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { pages, damaged };
}

interface ReadFlow {
  readonly flow: PdfFlow;
  readonly made: Pick<Extracted, 'extractor' | 'words' | 'warnings'>;
}

/** The text of the pages, with the words of those that were recognised. */
async function flowOf(pdf: PDFDocumentProxy, pages: readonly PageLines[], ocr: PdfOcr | undefined): Promise<ReadFlow> {
  const recognised = ocr && (await recognisePages(pdf, pages, ocr));
  if (!ocr || !recognised || recognised.size === 0) {
    const flow = flowOfLines(pages);
    const pictures = flow.empty > 0 && flow.empty < pages.length && (await shownOn(pdf, emptyOf(pages))) === 'picture';
    const warnings: ExtractWarning[] =
      flow.empty > 0 ? [{ kind: 'pages-without-text', count: flow.empty, of: pages.length, pictures }] : [];
    return { flow, made: { extractor: PDF_EXTRACTOR, warnings } };
  }
  const own = pages.map((page, index) => (recognised.has(index) ? null : page));
  const unread = emptyOf(pages).filter((index) => !recognised.has(index)).length;
  const { words, confidence, ...flow } = flowOfRecognised(own, recognised);
  const isMixed = own.some((page) => page !== null && page.lines.length > 0);
  const extractor = ocrExtractor({
    besides: isMixed ? PDF_EXTRACTOR : null,
    languages: ocr.languages,
    confidence,
  });
  const warnings: ExtractWarning[] =
    unread > 0 ? [{ kind: 'pages-without-text', count: unread, of: pages.length, pictures: true }] : [];
  return { flow, made: { extractor, words, warnings: [...warnings, ...unsure(confidence)] } };
}

const emptyOf = (pages: readonly PageLines[]): number[] =>
  [...pages.keys()].filter((index) => pages[index]!.lines.length === 0);

/**
 * The text of a PDF. `bytes` are handed over. `onProgress` is told shares from 0 to 1.
 * @returns `no-text-layer` with the number of pages where something is drawn on them, and none was recognised
 */
export async function readingOfPdf(
  bytes: Uint8Array,
  options: OpenOptions,
  onProgress: (done: number) => void,
  ocr?: PdfOcr,
): Promise<Result<Extracted, ExtractRefusal>> {
  const opened = await openPdf(bytes, options);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  try {
    if (pdf.numPages > MOST_PAGES) return no('over-bound');
    const { pages, damaged } = await readPages(pdf, onProgress);
    const { flow, made } = await flowOf(pdf, pages, ocr);
    if (flow.text.trim() === '') {
      return no(await refusalOf(pdf, damaged, ocr !== undefined), String(pages.length));
    }
    if (flow.text.length > LONGEST_TEXT) return no('too-large');
    const facts = factsOf(await infoOf(pdf), flow.text);
    const language = facts.language || tagOfLanguages(ocr?.languages ?? []);
    return yes({
      text: flow.text,
      title: (facts.title || flow.title || firstLine(flow.text)).slice(0, LONGEST_TITLE),
      ...made,
      blocks: flow.blocks,
      pages: flow.pages,
      csl: facts.csl,
      language,
      warnings: damaged ? [...made.warnings, { kind: 'damaged' }] : made.warnings,
      attachments: [],
    });
  } finally {
    await pdf.loadingTask.destroy();
  }
}
