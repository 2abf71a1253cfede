/**
 * The one way from a file's bytes to a text: tells the format, loads its extractor when it is first needed, and lets it
 * work. PDFs take another road, because their reader has a worker of its own.
 */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { readPlainText } from '../text/plainText';
import { decodeHtml, decodeText } from './decode';
import type { Decoded } from './decode';
import type { Extracted, ExtractRefusal } from './extracted';
import { DOCUMENT_FORMATS } from './formats';
import type { DocumentFormatId } from './formats';
import { tellFormat } from './tellFormat';

export interface ExtractOptions {
  /** The encoding a person chose for a text, as the Encoding Standard names it. */
  readonly encoding?: string;
}

/** What an extractor made, with the media type of the format it took the file for. */
export interface ExtractedFile extends Extracted {
  readonly mediaType: string;
}

type Extractor = (bytes: Uint8Array, options: ExtractOptions) => Promise<Result<Extracted, ExtractRefusal>>;

/** A text as it stands: its lines tell its blocks. */
function extractPlain(raw: string): Result<Extracted, ExtractRefusal> {
  const read = readPlainText(raw);
  if (!read.ok) return read;
  return yes({ ...read.value, blocks: null, pages: [], csl: {}, language: '', warnings: [], attachments: [] });
}

/** Decodes, extracts, and tells of both what was noticed. */
function ofText(
  decode: (bytes: Uint8Array, encoding?: string) => Result<Decoded, ExtractRefusal>,
  extractor: (text: string) => Result<Extracted, ExtractRefusal> | Promise<Result<Extracted, ExtractRefusal>>,
): Extractor {
  return async (bytes, { encoding }) => {
    const decoded = decode(bytes, encoding);
    if (!decoded.ok) return decoded;
    const extracted = await extractor(decoded.value.text);
    if (!extracted.ok) return extracted;
    return yes({ ...extracted.value, warnings: [...decoded.value.warnings, ...extracted.value.warnings] });
  };
}

const EXTRACTORS: Readonly<Record<Exclude<DocumentFormatId, 'pdf'>, Extractor>> = {
  docx: async (bytes) => (await import('./docx')).extractDocx(bytes),
  odt: async (bytes) => (await import('./odt')).extractOdt(bytes),
  epub: async (bytes) => (await import('./epub')).extractEpub(bytes),
  rtf: async (bytes) => (await import('./rtf')).extractRtf(bytes),
  mail: async (bytes) => (await import('./mail')).extractMail(bytes),
  outlook: async (bytes) => (await import('./mail')).extractMsg(bytes),
  mbox: async (bytes) => (await import('./mail')).extractMbox(bytes),
  mhtml: async (bytes) => (await import('./mail')).extractMhtml(bytes),
  html: ofText(decodeHtml, async (html) => (await import('./html')).extractHtml(html)),
  markdown: ofText(decodeText, async (text) => (await import('./markdown')).extractMarkdown(text)),
  text: ofText(decodeText, extractPlain),
};

/**
 * The text of a file, its layout, and what it says of itself.
 * @param name the file's, for telling what its bytes leave open
 */
export async function extract(
  name: string,
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Result<ExtractedFile, ExtractRefusal>> {
  const kind = tellFormat(name, bytes);
  if (kind === 'picture' || kind === 'other' || kind === 'pdf') return no('binary');
  const { mediaType, maxBytes } = DOCUMENT_FORMATS[kind];
  if (bytes.length > maxBytes) return no('too-large');
  const extracted = await EXTRACTORS[kind](bytes, options);
  return extracted.ok ? yes({ ...extracted.value, mediaType }) : extracted;
}
