/** Books (EPUB): the pages of the spine in order, each read as a web page is. */
import { no } from '../../model/result';
import type { Result } from '../../model/result';
import { openArchive } from '../archive';
import { decodeXml } from '../codePages';
import type { ExtractRefusal, Extracted } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import { htmlToFlow, parseHtml } from '../html';
import { readBook } from './book';

export const EPUB_EXTRACTOR = 'epub/1';

/** Elements that HTML closes by themselves; of all others it does not know the short form that XHTML has. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** XHTML with its empty elements written out, as a parser of HTML wants them. */
const asHtml = (xhtml: string): string =>
  xhtml
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(
      /<([a-z][\w:-]*)((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
      (whole, name: string, rest: string) => (VOID.test(name) ? whole : `<${name}${rest}></${name}>`),
    );

/** The text of a book in reading order. Refused with a reason, never thrown. */
export async function extractEpub(bytes: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const book = await readBook(archive.value);
  if (!book.ok) return book;
  const flow = startFlow();
  let pictures = 0;
  let missing = 0;
  for (const name of book.value.pages) {
    const part = await archive.value.part(name);
    if (!part.ok && part.reason === 'over-bound') return part;
    const page = part.ok && part.value ? parseHtml(asHtml(decodeXml(part.value))) : null;
    if (page === null) missing += 1;
    else if (page.ok) pictures += htmlToFlow(page.value.body, flow).pictures;
    else return no(page.reason);
  }
  return extractedFrom(EPUB_EXTRACTOR, flow, book.value.facts, [
    ...pictureWarning(pictures),
    ...(missing > 0 ? [{ kind: 'damaged' as const }] : []),
  ]);
}
