/** What was pasted, as a document: a page keeps its headings, lists and tables; all else is lines of text. */
import type { Extracted } from '@shared/extract/extracted';
import { plausibleCsl } from '@shared/model/arriving';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { readPlainText } from '@shared/text/plainText';

export interface Pasted {
  /** As plain text. */
  readonly text: string;
  /** As a page, where the clipboard has one. */
  readonly html?: string;
  readonly title?: string;
}

export type PastedText = Pick<Extracted, 'text' | 'title' | 'extractor' | 'blocks' | 'csl' | 'language'> & {
  readonly mediaType: string;
};

/** What the clipboard holds of words; null where it holds none. */
export function pastedOf(transfer: DataTransfer | null): Pasted | null {
  const text = transfer?.getData('text/plain') ?? '';
  const html = transfer?.getData('text/html') ?? '';
  // A picture that was copied from a page has the page's element beside it.
  const hasFiles = transfer?.types.includes('Files') === true;
  if (text.trim() === '' && (hasFiles || html.trim() === '')) return null;
  return html.trim() === '' ? { text } : { text, html };
}

/** The page's text, loaded when it is first needed; null where the page has no words. */
async function readPage(clipboard: string): Promise<PastedText | null> {
  const { copiedPage, extractHtml } = await import('@shared/extract/html');
  const { html, url } = copiedPage(clipboard);
  const read = extractHtml(html, { whole: true, url });
  if (!read.ok) return null;
  const { csl, ...rest } = read.value;
  // Words of which nobody says where they are from are no web page.
  const { type: _type, ...said } = csl;
  return { ...rest, csl: plausibleCsl(url === '' ? said : csl), mediaType: 'text/html' };
}

/** The text of what was pasted, as it will be stored. Refused where there are no words in it. */
export async function readPasted({ text, html }: Pasted): Promise<Result<PastedText, 'nothing-pasted'>> {
  const page = html === undefined ? null : await readPage(html);
  if (page !== null) return yes(page);
  const read = readPlainText(text);
  if (!read.ok) return no('nothing-pasted');
  return yes({ ...read.value, blocks: null, csl: {}, language: '', mediaType: 'text/plain' });
}
