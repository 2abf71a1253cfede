/** A mail as Outlook keeps it (MS-OXMSG): its properties, each a stream named by its number, as any other mail. */
import type { Address, Attachment, Email } from 'postal-mime';
import { decodeCodePage } from '../codePages';
import type { CompoundStorage } from '../compound/compoundFile';
import { streamOf } from '../compound/compoundFile';
import { decodeHtml } from '../decode';
import { decodeBytes, encodeUtf8 } from '../decodeBytes';

const MOST_ATTACHMENTS = 1_000;
/** 100 nanoseconds from 1601 to 1970, in milliseconds. */
const FROM_1601 = 11_644_473_600_000;

const UNICODE = '001F';
const LETTERS = '001E';
const BINARY = '0102';

interface Properties {
  words(tag: string): string;
  bytes(tag: string): Uint8Array;
  number(tag: number): number;
  /** ISO 8601; empty where it is not there. */
  time(tag: number): string;
}

/** @param head bytes before the first property of fixed length: 32 of a mail, 24 of a mail in a mail, 8 of an attachment */
function propertiesOf(storage: CompoundStorage, head: number, page?: number): Properties {
  const fixed = new Map<number, number>();
  const list = streamOf(storage, '__properties_version1.0');
  const view = new DataView(list.buffer, list.byteOffset, list.length);
  for (let at = head; at + 16 <= list.length; at += 16) fixed.set(view.getUint16(at + 2, true), at + 8);
  const number = (tag: number): number => {
    const at = fixed.get(tag);
    return at === undefined ? 0 : view.getUint32(at, true);
  };
  const stream = (tag: string, type: string): Uint8Array => streamOf(storage, `__substg1.0_${tag}${type}`);
  const codePage = page ?? (number(0x3ffd) || number(0x3fde) || 1252);
  return {
    bytes: (tag) => stream(tag, BINARY),
    words(tag) {
      const wide = stream(tag, UNICODE);
      const words = wide.length > 0 ? decodeBytes(wide, 'utf-16le') : decodeCodePage(stream(tag, LETTERS), codePage);
      return words.replace(/\0+$/, '');
    },
    number,
    time(tag) {
      const at = fixed.get(tag);
      if (at === undefined) return '';
      const time = Number(view.getBigUint64(at, true)) / 10_000 - FROM_1601;
      return time > 0 && time < 8e15 ? new Date(time).toISOString() : '';
    },
  };
}

const peopleIn = (line: string): Address[] =>
  line
    .split(';')
    .map((name) => ({ name: name.trim(), address: '' }))
    .filter(({ name }) => name !== '');

function pageOf(said: Properties): string {
  const page = said.bytes('1013');
  if (page.length === 0) return said.words('1013');
  // Where the page says nothing of its encoding, the mail does.
  const decoded = decodeHtml(page);
  if (decoded.ok && decoded.value.warnings.length === 0) return decoded.value.text;
  return decodeCodePage(page, said.number(0x3fde) || said.number(0x3ffd) || 1252);
}

const header = (name: string, words: string): string =>
  words === '' ? '' : `${name}: ${words.replace(/[\r\n\0]+/g, ' ')}\r\n`;

/** A mail inside a mail as a file of its own, which any reader of mail can open. */
function asFile(mail: Email): Uint8Array {
  const names = (people: readonly Address[] | undefined): string =>
    (people ?? [])
      .map(({ name, address }) =>
        name === '' ? (address ?? '') : `"${name.replace(/["\\]/g, '')}" <${address ?? ''}>`,
      )
      .join(', ');
  const head =
    header('From', names(mail.from ? [mail.from] : [])) +
    header('To', names(mail.to)) +
    header('Subject', mail.subject ?? '') +
    header('Date', mail.headers.find(({ key }) => key === 'date')?.value ?? '');
  const kind = mail.html ? 'html' : 'plain';
  return encodeUtf8(
    `${head}MIME-Version: 1.0\r\nContent-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${mail.html ?? mail.text ?? ''}`,
  );
}

function attachmentOf(storage: CompoundStorage, page: number, depth: number): Attachment | null {
  const said = propertiesOf(storage, 8, page);
  const filename = said.words('3707') || said.words('3704') || said.words('3001') || null;
  const inner = storage.storages.get('__substg1.0_3701000D');
  if (inner && depth < 8) {
    const mail = outlookMail(inner, depth + 1);
    const name = (mail.subject ?? filename ?? 'mail').slice(0, 80);
    return { filename: `${name}.eml`, mimeType: 'message/rfc822', disposition: 'attachment', content: asFile(mail) };
  }
  const content = said.bytes('3701');
  if (content.length === 0) return null;
  const contentId = said.words('3712');
  const mimeType = said.words('370E').toLowerCase() || 'application/octet-stream';
  return { filename, mimeType, disposition: 'attachment', related: contentId !== '', content };
}

/** What a storage of Outlook says as a mail. */
export function outlookMail(storage: CompoundStorage, depth = 0): Email {
  const said = propertiesOf(storage, depth === 0 ? 32 : 24);
  const page = said.number(0x3ffd) || said.number(0x3fde) || 1252;
  const name = said.words('0C1A') || said.words('0042');
  const address = said.words('5D01') || said.words('0C1F') || said.words('0065');
  const day = said.time(0x0039) || said.time(0x0e06);
  const attachments: Attachment[] = [];
  for (const [key, one] of storage.storages) {
    if (!key.startsWith('__attach_version1.0_') || attachments.length >= MOST_ATTACHMENTS) continue;
    const attachment = attachmentOf(one, page, depth);
    if (attachment) attachments.push(attachment);
  }
  return {
    headers: day === '' ? [] : [{ key: 'date', originalKey: 'Date', value: day }],
    headerLines: [],
    from: name === '' && address === '' ? undefined : { name, address },
    to: peopleIn(said.words('0E04')),
    cc: peopleIn(said.words('0E03')),
    subject: said.words('0037'),
    html: pageOf(said) || undefined,
    text: said.words('1000') || undefined,
    attachments,
  };
}
