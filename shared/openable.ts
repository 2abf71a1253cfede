/**
 * Originals that may be opened in the system's own program for them. Nothing that can be a program, or carries macros;
 * and no pages and mails: other programs fetch what they name, and so tell somebody that they are read.
 */
const OPENABLE: ReadonlySet<string> = new Set([
  'pdf',
  'docx',
  'odt',
  'rtf',
  'epub',
  'txt',
  'text',
  'md',
  'markdown',
  'csv',
  'tsv',
  'log',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'tif',
  'tiff',
  'webp',
  'bmp',
]);

/** True where a copy of a file of this name may be handed to another program. */
export const isOpenable = (name: string): boolean =>
  OPENABLE.has(/\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '');
