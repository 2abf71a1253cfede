/**
 * Printing in a plain browser: the page to print is built in a hidden frame and the browser's own print window makes
 * the PDF.
 */
import { yes, type Result } from '@shared/model/result';
import type { FileRefusal, PrintRequest } from '@shared/platform';
import { fillFrame } from './pageFrame';

let last: HTMLIFrameElement | null = null;

/** Opens the print window; the name is a suggestion that the browser takes from the title. */
export async function printPage(request: PrintRequest): Promise<Result<{ name: string }, FileRefusal>> {
  last?.remove();
  const frame = await frameFor(request.html);
  last = frame;
  const target = frame.contentWindow;
  const title = document.title;
  const name = request.suggestedName.replace(/\.pdf$/i, '');
  if (frame.contentDocument !== null) frame.contentDocument.title = name;
  document.title = name;
  target?.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 0), { once: true });
  target?.focus();
  target?.print();
  document.title = title;
  return yes({ name: request.suggestedName });
}

/** A hidden frame holding the page, laid out and with its fonts loaded. The caller removes it. */
export async function frameFor(html: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.title = 'Page to print';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  Object.assign(frame.style, {
    position: 'fixed',
    right: '0',
    bottom: '0',
    width: '210mm',
    height: '297mm',
    visibility: 'hidden',
    border: '0',
    zIndex: '-1',
  });
  document.body.append(frame);
  await fillFrame(frame, html);
  return frame;
}
