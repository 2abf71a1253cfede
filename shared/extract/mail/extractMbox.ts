/** A mailbox (RFC 4155, with quoted `From` lines): one mail is that mail; of several, each becomes a document of its own. */
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import type { Attachment, Extracted, ExtractRefusal } from '../extracted';
import { extractedFrom } from '../fileFacts';
import { startFlow } from '../flow';
import { dayIn } from '../html/pageFacts';
import { extractMail, MAIL_EXTRACTOR, parseMail } from './extractMail';
import { namesOf } from './headers';

const MOST_MAILS = 20_000;
/** Bytes of a mail's head that are looked at for the list of mails. */
const HEAD = 64 * 1024;

const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const NEWLINE = 0x0a;
const QUOTE = 0x3e;

const isFrom = (bytes: Uint8Array, at: number): boolean => FROM.every((byte, i) => bytes[at + i] === byte);

/** Where each mail begins: a line that begins with `From ` at the start, or after an empty line. */
function startsOf(bytes: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < bytes.length; at = bytes.indexOf(NEWLINE, at) + 1) {
    const before = bytes[at - 2] === 0x0d ? at - 3 : at - 2;
    if (isFrom(bytes, at) && (at === 0 || bytes[before] === NEWLINE)) starts.push(at);
    if (starts.length > MOST_MAILS || bytes.indexOf(NEWLINE, at) < 0) break;
  }
  return starts;
}

/** One mail without the line above it, and without the sign put before its own lines that begin with `From `. */
function mailAt(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const first = bytes.indexOf(NEWLINE, from) + 1;
  const mail = new Uint8Array(to - first);
  let length = 0;
  for (let at = first; at < to;) {
    const end = bytes.indexOf(NEWLINE, at);
    const stop = end < 0 || end >= to ? to : end + 1;
    let sign = at;
    while (bytes[sign] === QUOTE) sign += 1;
    const line = bytes.subarray(sign > at && isFrom(bytes, sign) ? at + 1 : at, stop);
    mail.set(line, length);
    length += line.length;
    at = stop;
  }
  return mail.subarray(0, length);
}

/** The mails of a mailbox as files. `name` is made of number and subject. */
export async function extractMbox(bytes: Uint8Array): Promise<Result<Extracted, ExtractRefusal>> {
  const starts = startsOf(bytes);
  if (starts.length > MOST_MAILS) return no('over-bound');
  if (starts.length === 0) return extractMail(bytes);
  const mails = starts.map((from, i) => mailAt(bytes, from, starts[i + 1] ?? bytes.length));
  if (mails.length === 1) return extractMail(mails[0]!);
  const attachments: Attachment[] = [];
  const rows: string[][] = [];
  for (const [i, mail] of mails.entries()) {
    const head = await parseMail(mail.slice(0, HEAD));
    const { subject = '', from, headers = [] } = head.ok ? head.value : {};
    const words = subject.replace(/[/\\\p{C}]+/gu, ' ').trim();
    attachments.push({
      name: `${String(i + 1).padStart(String(mails.length).length, '0')} ${words.slice(0, 80) || 'mail'}.eml`,
      mediaType: 'message/rfc822',
      bytes: mail,
    });
    const day = dayIn(headers.find(({ key }) => key === 'date')?.value ?? '');
    rows.push([day, namesOf(from ? [from] : []).join(', '), words]);
  }
  const flow = startFlow();
  const title = `Mailbox with ${mails.length.toLocaleString('en')} mails`;
  flow.block('title', title);
  flow.table(rows);
  const made = extractedFrom(MAIL_EXTRACTOR, flow, { title });
  return made.ok ? yes({ ...made.value, attachments }) : made;
}
