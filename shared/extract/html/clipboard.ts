/** What a browser or Word puts on the clipboard as a page: the part that was selected, and where it is from. */
import { webAddress } from './pageFacts';

export interface CopiedPage {
  readonly html: string;
  /** Where it was copied from; empty where that is not said. */
  readonly url: string;
}

/** Longest head that Windows puts before the page. */
const HEAD = 2_048;

/**
 * The part between the marks of the selection, else all of it. Windows writes a head of lines before it, with its
 * address (`CF_HTML`, `SourceURL`).
 */
export function copiedPage(clipboard: string): CopiedPage {
  const head = /^\s*Version:\d/i.test(clipboard) ? clipboard.slice(0, HEAD) : '';
  const url = webAddress(/^SourceURL:\s*(\S+)/im.exec(head)?.[1] ?? '');
  const page = head === '' ? clipboard : clipboard.slice(Math.max(0, clipboard.indexOf('<')));
  const start = page.indexOf('<!--StartFragment-->');
  const end = page.lastIndexOf('<!--EndFragment-->');
  if (start < 0 || end < start) return { html: page, url };
  return { html: page.slice(start + '<!--StartFragment-->'.length, end), url };
}
