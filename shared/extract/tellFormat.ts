/**
 * Tells what a file is. Its bytes decide; its name only where bytes can be several things (Markdown is text, a memo
 * begins like a mail). A name that its bytes contradict is not believed.
 */
import { formatOfName } from './formats';
import type { DocumentFormatId } from './formats';
import { tellPicture } from './pictures';

/** `picture` has words only in its pixels; `other` is a format of something else than documents. */
export type FileKind = DocumentFormatId | 'picture' | 'other';

/** Bytes looked at from the beginning, and from the end of a zip, where its directory stands. */
const HEAD = 64 * 1024;
const ZIP_TAIL = 256 * 1024;

/** Bytes as one character each. */
const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** The beginning as letters, also of UTF-16, where every other byte of mark-up is zero. */
function beginning(head: string): string {
  if (/^(?:\xff\xfe|\xfe\xff)/.test(head)) return head.slice(2, 8192).replaceAll('\0', '').trimStart();
  return head.slice(head.startsWith('\xef\xbb\xbf') ? 3 : 0, 4096).trimStart();
}

function kindOfZip(bytes: Uint8Array, head: string, name: string): FileKind {
  // Both formats put it first, unpacked: its name stands after the 30 bytes of the first header.
  const declared = head.startsWith('mimetype', 30) ? head.slice(38, 138) : '';
  if (declared.startsWith('application/epub+zip')) return 'epub';
  if (declared.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (declared.startsWith('application/vnd.oasis.')) return 'other';
  const names = head + latin(bytes.subarray(Math.max(HEAD, bytes.length - ZIP_TAIL)));
  if (names.includes('word/document')) return 'docx';
  if (names.includes('META-INF/container.xml') && names.includes('.opf')) return 'epub';
  // A zip that is cut short has lost its directory: what its name says is the better sentence.
  const said = formatOfName(name);
  return said === 'docx' || said === 'odt' || said === 'epub' ? said : 'other';
}

/**
 * The container of Office before 2007. Word's old files and locked ones of today are in it, and their reader has a
 * sentence for each; mails of Outlook are too, and Excel's files.
 */
function kindOfOldContainer(bytes: Uint8Array, head: string, name: string): FileKind {
  const names = (head + latin(bytes.subarray(Math.max(HEAD, bytes.length - ZIP_TAIL)))).replaceAll('\0', '');
  if (/WordDocument|EncryptedPackage/.test(names)) return 'docx';
  return names.includes('__substg1.0_') || formatOfName(name) === 'outlook' ? 'outlook' : 'other';
}

/** Headers that only mail programs write. A memo may begin with From and Subject and still be none. */
const MAIL_ONLY = /^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|x-mailer):/im;
const MAIL_HEAD = /^(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n/;
const MBOX = /^From [^\r\n]{1,300}\d{4}[^\r\n]{0,40}\r?\n[!-9;-~]+:/;

function kindOfMail(start: string, name: string): FileKind | null {
  const said = formatOfName(name);
  const isMail = said === 'mail' || said === 'mhtml' || said === 'mbox';
  // One mail that was cut out of a mailbox keeps the mailbox's line above its headers.
  if (MBOX.test(start)) return said === 'mail' ? 'mail' : 'mbox';
  const headers = MAIL_HEAD.exec(start)?.[0] ?? (/^[!-9;-~]+:/.test(start) ? start : '');
  if (headers === '' || !(isMail || (MAIL_ONLY.test(headers) && /^(?:from|date|to):/im.test(headers)))) return null;
  if (!/^(?:from|to|date|subject|content-type|mime-version|received|message-id):/im.test(headers)) return null;
  if (said === 'mhtml' || /^snapshot-content-location:/im.test(headers)) return 'mhtml';
  return 'mail';
}

/** What follows the instructions and comments at the beginning of mark-up. */
function afterProlog(start: string): string {
  let at = 0;
  for (;;) {
    const end = start.startsWith('<?', at) ? '>' : start.startsWith('<!--', at) ? '-->' : null;
    const close = end === null ? -1 : start.indexOf(end, at + 2);
    if (end === null || close < 0) return start.slice(at);
    at = close + end.length;
    while (/\s/.test(start.charAt(at))) at += 1;
  }
}

/** Word and OpenDocument files that are one XML file. */
function kindOfFlat(start: string, head: string): FileKind | null {
  if (!/^<(?:pkg:package|office:document)\s/.test(afterProlog(start))) return null;
  if (start.includes('http://schemas.microsoft.com/office/2006/xmlPackage')) return 'docx';
  // Its type stands behind the many names of its root element.
  if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  return null;
}

/** What the file is; a file of words that are in no known form is `text`, whatever its name. */
export function tellFormat(name: string, bytes: Uint8Array): FileKind {
  const head = latin(bytes.subarray(0, HEAD));
  if (/%PDF-\d/.test(head.slice(0, 1024))) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return kindOfZip(bytes, head, name);
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return 'rtf';
  if (tellPicture(bytes) !== null) return 'picture';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return kindOfOldContainer(bytes, head, name);
  const said = formatOfName(name);
  const start = beginning(head);
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(afterProlog(start))) return 'html';
  const flat = kindOfFlat(start, head);
  if (flat !== null) return flat;
  if (said === 'html' && start.includes('<')) return 'html';
  return kindOfMail(start, name) ?? (said === 'markdown' ? 'markdown' : 'text');
}
