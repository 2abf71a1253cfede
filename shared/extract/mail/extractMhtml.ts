/** A saved web page (RFC 2557): its root part is the page, the others are pictures and styles of it. */
import { decodeWords } from 'postal-mime';
import { cslDateOf } from '../../model/csl';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { decodeHtml } from '../decode';
import { standardName } from '../decodeBytes';
import type { Extracted, ExtractRefusal } from '../extracted';
import { extractHtml } from '../html';
import { dayIn, webAddress } from '../html/pageFacts';
import { parseMail } from './extractMail';
import { bytesOf, parameter, partOf, partsOf } from './mimeBytes';
import type { MimePart } from './mimeBytes';

const DEEPEST = 8;

const typeOf = ({ headers }: MimePart): string =>
  (headers.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase();

const isPage = (part: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(typeOf(part));

/** The part a page begins with: the one that is named as the start, else the first page among the parts. */
function rootOf(part: MimePart, depth = 0): MimePart | null {
  if (isPage(part)) return part;
  if (depth > DEEPEST || !typeOf(part).startsWith('multipart/')) return null;
  const parts = partsOf(part);
  const start = parameter(part.headers.get('content-type'), 'start');
  const named = start === '' ? undefined : parts.find(({ headers }) => headers.get('content-id') === start);
  for (const one of named ? [named, ...parts] : parts) {
    const root = rootOf(one, depth + 1);
    if (root) return root;
  }
  return null;
}

/** The part's bytes with the encoding of their transfer undone. */
async function contentOf(part: MimePart): Promise<Uint8Array | null> {
  const transfer = part.headers.get('content-transfer-encoding') ?? '8bit';
  const head = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
  const mail = new Uint8Array(head.length + part.body.length);
  mail.set(bytesOf(head));
  mail.set(part.body, head.length);
  const parsed = await parseMail(mail);
  const content = parsed.ok ? parsed.value.attachments[0]?.content : undefined;
  return content === undefined || typeof content === 'string' ? null : new Uint8Array(content);
}

/** The text of a saved page; where it is from and when it was saved become bibliographic data. */
export async function extractMhtml(bytes: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const whole = partOf(bytes);
  const root = rootOf(whole);
  const content = root ? await contentOf(root) : null;
  if (!root || !content) return no('broken');
  const charset = standardName(parameter(root.headers.get('content-type'), 'charset')) ?? undefined;
  const decoded = decodeHtml(content, charset);
  if (!decoded.ok) return decoded;
  const url =
    webAddress(whole.headers.get('snapshot-content-location') ?? '') ||
    webAddress(root.headers.get('content-location') ?? '') ||
    webAddress(whole.headers.get('content-location') ?? '');
  const made = extractHtml(decoded.value.text, url === '' ? {} : { url });
  if (!made.ok) return made;
  const accessed = cslDateOf(dayIn(whole.headers.get('date') ?? ''));
  const subject = decodeWords(whole.headers.get('subject') ?? '').trim();
  const { csl, title, warnings } = made.value;
  return yes({
    ...made.value,
    title: title || subject.slice(0, 300),
    csl: { ...csl, ...(accessed ? { accessed } : {}) },
    warnings: [...decoded.value.warnings, ...warnings],
  });
}
