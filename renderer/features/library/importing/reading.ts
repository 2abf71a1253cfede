/** What is made of one file before it becomes a document: its text with a name of its own, and how it is laid out. */
import type { Attachment, Extracted } from '@shared/extract/extracted';
import { planLayout } from '@shared/model/layout';
import type { Layout } from '@shared/model/layout';
import type { FieldsOf } from '@shared/model/record';

export interface ReadDocument extends Omit<Extracted, 'blocks' | 'pages' | 'words' | 'attachments'> {
  /** SHA-256 of the text in UTF-8, hex. */
  readonly textId: string;
  readonly layout: FieldsOf<Layout> | null;
  readonly mediaType: string;
  readonly attachments: readonly Attachment[];
}

/** SHA-256 in hex. */
async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Names the text and lays it out; works in the page and in a worker. */
export async function readingOf(extracted: Extracted, mediaType: string): Promise<ReadDocument> {
  const { blocks, pages, words, ...rest } = extracted;
  const textId = await sha256Hex(new TextEncoder().encode(extracted.text));
  return { ...rest, textId, layout: planLayout(textId, extracted.text, blocks, pages, words), mediaType };
}
