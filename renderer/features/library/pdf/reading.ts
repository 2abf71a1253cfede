/** One PDF from its bytes to its text, page by page: each page's pieces are let go of when its lines are known. */
import type { Extracted, ExtractRefusal, ExtractWarning } from '@shared/extract/extracted';
import { flowOfLines, linesOfPage, PDF_EXTRACTOR } from '@shared/extract/pdf';
import type { PageLines } from '@shared/extract/pdf';
import { factsOf } from '@shared/extract/pdf/facts';
import type { PdfInfo } from '@shared/extract/pdf/facts';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { firstLine, LONGEST_TEXT, LONGEST_TITLE } from '@shared/text/plainText';
import { openPdf } from '../../../pdf/openPdf';
import type { OpenOptions, PDFDocumentProxy } from '../../../pdf/openPdf';
import { textOfPage } from '../../../pdf/textOfPage';

/** Pages asked for at a time: pdf.js takes the next ones apart while the lines of one are made. */
const AT_A_TIME = 4;
const MOST_PAGES = 20_000;

async function infoOf(pdf: PDFDocumentProxy): Promise<PdfInfo> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> };
  const word = (name: string): string => (typeof info[name] === 'string' ? info[name] : '');
  return { title: word('Title'), author: word('Author'), created: word('CreationDate'), language: word('Language') };
}

/** Under a lock of a kind of its own a file opens, and shows nothing. */
async function isLocked(pdf: PDFDocumentProxy): Promise<boolean> {
  const { info } = (await pdf.getMetadata()) as { info: { EncryptFilterName?: string | null } };
  return typeof info.EncryptFilterName === 'string' && info.EncryptFilterName !== 'Standard';
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

/** The text of a PDF. `bytes` are handed over. `onProgress` is told shares from 0 to 1. */
export async function readingOfPdf(
  bytes: Uint8Array,
  options: OpenOptions,
  onProgress: (done: number) => void,
): Promise<Result<Extracted, ExtractRefusal>> {
  const opened = await openPdf(bytes, options);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  try {
    if (pdf.numPages > MOST_PAGES) return no('over-bound');
    const { pages, damaged } = await readPages(pdf, onProgress);
    const flow = flowOfLines(pages);
    if (flow.text.trim() === '') return no((await isLocked(pdf)) ? 'locked' : damaged ? 'broken' : 'no-text-layer');
    if (flow.text.length > LONGEST_TEXT) return no('too-large');
    const facts = factsOf(await infoOf(pdf), flow.text);
    const warnings: ExtractWarning[] = [];
    if (flow.empty > 0) warnings.push({ kind: 'pages-without-text', count: flow.empty, of: pages.length });
    if (damaged) warnings.push({ kind: 'damaged' });
    return yes({
      text: flow.text,
      title: (facts.title || flow.title || firstLine(flow.text)).slice(0, LONGEST_TITLE),
      extractor: PDF_EXTRACTOR,
      blocks: flow.blocks,
      pages: flow.pages,
      csl: facts.csl,
      language: facts.language,
      warnings,
      attachments: [],
    });
  } finally {
    await pdf.loadingTask.destroy();
  }
}
