/** What can come in as a document: one table, for the dialogs, for telling a file's format, and for its bounds. */

export interface DocumentFormat {
  readonly label: string;
  /** Without the dot, lower case. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** Largest file, in bytes. */
  readonly maxBytes: number;
}

const MEGABYTE = 1024 ** 2;

export const DOCUMENT_FORMATS = {
  pdf: { label: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf', maxBytes: 512 * MEGABYTE },
  docx: {
    label: 'Word',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    maxBytes: 256 * MEGABYTE,
  },
  odt: {
    label: 'OpenDocument text',
    extensions: ['odt', 'ott', 'fodt'],
    mediaType: 'application/vnd.oasis.opendocument.text',
    maxBytes: 256 * MEGABYTE,
  },
  epub: { label: 'EPUB', extensions: ['epub'], mediaType: 'application/epub+zip', maxBytes: 256 * MEGABYTE },
  rtf: { label: 'RTF', extensions: ['rtf'], mediaType: 'application/rtf', maxBytes: 128 * MEGABYTE },
  html: {
    label: 'Web page',
    extensions: ['html', 'htm', 'xhtml', 'xht'],
    mediaType: 'text/html',
    maxBytes: 64 * MEGABYTE,
  },
  mhtml: {
    label: 'Saved web page',
    extensions: ['mhtml', 'mht'],
    mediaType: 'multipart/related',
    maxBytes: 128 * MEGABYTE,
  },
  mail: { label: 'Mail', extensions: ['eml'], mediaType: 'message/rfc822', maxBytes: 256 * MEGABYTE },
  outlook: {
    label: 'Outlook mail',
    extensions: ['msg'],
    mediaType: 'application/vnd.ms-outlook',
    maxBytes: 256 * MEGABYTE,
  },
  mbox: { label: 'Mailbox', extensions: ['mbox'], mediaType: 'application/mbox', maxBytes: 256 * MEGABYTE },
  markdown: {
    label: 'Markdown',
    extensions: ['md', 'markdown', 'mkd'],
    mediaType: 'text/markdown',
    maxBytes: 64 * MEGABYTE,
  },
  text: {
    label: 'Plain text',
    extensions: ['txt', 'text', 'asc', 'log', 'csv', 'tsv'],
    mediaType: 'text/plain',
    maxBytes: 64 * MEGABYTE,
  },
} as const satisfies Record<string, DocumentFormat>;

export type DocumentFormatId = keyof typeof DOCUMENT_FORMATS;

export const DOCUMENT_FORMAT_IDS = Object.keys(DOCUMENT_FORMATS) as readonly DocumentFormatId[];

/** A file name's extension without the dot, lower case; empty where there is none. */
export const extensionOfName = (name: string): string => /\.([^./\\]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The format a name speaks of; null where it speaks of none that is known. */
export function formatOfName(name: string): DocumentFormatId | null {
  const extension = extensionOfName(name);
  return (
    DOCUMENT_FORMAT_IDS.find((id) => (DOCUMENT_FORMATS[id].extensions as readonly string[]).includes(extension)) ?? null
  );
}
