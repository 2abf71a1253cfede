/** One mail to its text, with what its headers say and the files it carries. */
import PostalMime, { decodeWords } from 'postal-mime';
import type { Attachment as MailAttachment, Email } from 'postal-mime';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { countUtf8 } from '../../text/encoding';
import { openCompound } from '../compound/compoundFile';
import { decodeText } from '../decode';
import { encodeUtf8 } from '../decodeBytes';
import type { Attachment, Extracted, ExtractRefusal, ExtractWarning } from '../extracted';
import { extractedFrom, pictureWarning } from '../fileFacts';
import { startFlow } from '../flow';
import type { Flow } from '../flow';
import { parseHtml, writePage } from '../html';
import { mailCsl } from './headers';
import { outlookMail } from './outlookMail';
import { partOf, signsOf } from './mimeBytes';
import { withoutUuencoded } from './uuencode';

/** Recorded with each text: what made it, and which version of the rules. */
export const MAIL_EXTRACTOR = 'mail/1';

const DEEPEST = 64;
const MOST_ATTACHMENTS = 1_000;

/** What no person reads: signatures of machines, and what Outlook wraps for itself. */
const UNREAD =
  /^application\/(?:(?:x-)?pkcs7-(?:signature|mime)|pgp-(?:signature|encrypted)|ms-tnef)$|^text\/(?:watch-html|x-amp-html)$/;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'text/rfc822-headers': 'txt',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'application/pdf': 'pdf',
};

/** The bytes as UTF-8 where the mail holds letters of another encoding and does not say which. */
function mended(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly warnings: readonly ExtractWarning[] } {
  if (countUtf8(bytes).invalid === 0 || /charset\s*=/i.test(signsOf(bytes))) return { bytes, warnings: [] };
  const decoded = decodeText(bytes);
  if (!decoded.ok || decoded.value.encoding === 'utf-8') return { bytes, warnings: [] };
  return { bytes: encodeUtf8(decoded.value.text), warnings: decoded.value.warnings };
}

/** Paragraphs of plain words: an empty line ends each. */
function writeWords(words: string, flow: Flow): void {
  for (const paragraph of words.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
    flow.block('paragraph', paragraph.replace(/[ \t]+$/gm, ''));
  }
}

interface Carried {
  readonly files: readonly Attachment[];
  /** Pictures that are part of the words. */
  readonly inline: number;
}

/** A mail in a mail is called by its subject. */
const innerSubject = ({ mimeType }: MailAttachment, bytes: Uint8Array): string =>
  mimeType === 'message/rfc822'
    ? decodeWords(partOf(bytes).headers.get('subject') ?? '')
        .trim()
        .slice(0, 80)
    : '';

function carriedBy(mail: Email): Carried {
  const files: Attachment[] = [];
  let inline = 0;
  for (const one of mail.attachments.slice(0, MOST_ATTACHMENTS)) {
    const isPicture = one.mimeType.startsWith('image/');
    if (isPicture && (one.related || one.disposition === 'inline')) inline += 1;
    else if (!UNREAD.test(one.mimeType) && typeof one.content !== 'string') {
      const bytes = new Uint8Array(one.content);
      const [unpacked] = /^begin [0-7]{3,4} /.test(signsOf(bytes.subarray(0, 64)))
        ? withoutUuencoded(signsOf(bytes)).files
        : [];
      const extension = EXTENSIONS[one.mimeType] ?? 'bin';
      const name =
        one.filename?.trim() ||
        unpacked?.name ||
        `${innerSubject(one, bytes) || `part ${files.length + 1}`}.${extension}`;
      files.push({ name: name.replace(/[/\\\p{C}]/gu, '_'), mediaType: one.mimeType, bytes: unpacked?.bytes ?? bytes });
    }
  }
  return { files, inline };
}

/** The mail's own words: as they are laid out where it has that, else as plain text. */
function writeBody(
  mail: Email,
  flow: Flow,
): { readonly pictures: number | null; readonly files: readonly Attachment[] } {
  const page = mail.html === undefined ? null : parseHtml(mail.html);
  if (page?.ok) {
    const before = flow.done().text.length;
    const { pictures } = writePage(page.value.body, flow);
    if (flow.done().text.length > before) return { pictures, files: [] };
  }
  const { words, files } = withoutUuencoded(mail.text ?? '');
  writeWords(words, flow);
  return { pictures: null, files };
}

/** Parses a mail; what nests too deep or cannot be parsed is refused. */
export async function parseMail(bytes: Uint8Array): Promise<Result<Email, 'over-bound' | 'broken'>> {
  try {
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: DEEPEST });
    return { ok: true, value: mail };
  } catch (error) {
    return no(error instanceof Error && /exceeded/.test(error.message) ? 'over-bound' : 'broken');
  }
}

function extractedOf(mail: Email, noticed: readonly ExtractWarning[]): Result<Extracted, ExtractRefusal> {
  const subject = (mail.subject ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  const flow = startFlow();
  flow.block('title', subject);
  const { files, inline } = carriedBy(mail);
  const body = writeBody(mail, flow);
  const language = mail.headers.find(({ key }) => key === 'content-language')?.value ?? '';
  const pictures = pictureWarning(body.pictures ?? inline);
  const made = extractedFrom(MAIL_EXTRACTOR, flow, { title: subject, language }, [...noticed, ...pictures]);
  if (!made.ok) return made;
  const { value } = made;
  return yes({ ...value, csl: { ...mailCsl(mail), ...value.csl }, attachments: [...files, ...body.files] });
}

/**
 * The text of a mail: its subject, then its words. Sender, day and recipients become bibliographic data; the files it
 * carries, mails among them, are returned as they are.
 */
export async function extractMail(given: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const { bytes, warnings } = mended(given);
  const parsed = await parseMail(bytes);
  return parsed.ok ? extractedOf(parsed.value, warnings) : parsed;
}

/** The text of a mail as Outlook saves it (`.msg`), in the same way. */
export function extractMsg(bytes: Uint8Array): Result<Extracted, ExtractRefusal> {
  const file = openCompound(bytes);
  return file.ok ? extractedOf(outlookMail(file.value), []) : file;
}
