/** A document: one imported text with its bibliographic data. A text never changes; a newer version is a new text. */
import { z } from 'zod';
import { cslItemSchema } from './csl';
import { markingSchema } from './marking';
import { baseShape, idSchema, sha256Schema } from './record';

export const DOCUMENT_STATES = ['unread', 'reading', 'excerpted', 'set aside'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** One text of a document. Records hold them as a set; the newest is the one that came in last. */
export const textVersionSchema = z.strictObject({
  /** SHA-256 of the stored text in UTF-8, hex. */
  textId: sha256Schema,
  /** ISO 8601 instant of the import. */
  importedAt: z.string().max(40),
  /** Name of the file the text came from; empty for pasted text. */
  fileName: z.string().max(500),
  mediaType: z.string().max(120),
  /** SHA-256 of the original file's bytes, where it was kept. */
  originalId: sha256Schema.nullable(),
  /** Name and version of what made the text out of the file: `plain/1`. */
  extractor: z.string().max(60),
});
export type TextVersion = z.infer<typeof textVersionSchema>;

export const documentSchema = z.strictObject({
  ...baseShape,
  title: z.string().min(1).max(1_000),
  /** CSL-JSON 1.0.2 without `id`; its `title` is kept equal to the record's. */
  csl: cslItemSchema,
  /** The publisher. */
  sourceId: idSchema.nullable(),
  /** The document whose text this one repeats; both then are one origin. */
  originId: idSchema.nullable(),
  /** BCP 47; empty where unknown. */
  language: z.string().max(35),
  marking: markingSchema,
  state: z.enum(DOCUMENT_STATES),
  note: z.string().max(200_000),
  versions: z.array(textVersionSchema).min(1).max(1_000),
});
export type Document = z.infer<typeof documentSchema>;

const byTime = (a: TextVersion, b: TextVersion): number =>
  a.importedAt < b.importedAt || (a.importedAt === b.importedAt && a.textId < b.textId) ? -1 : 1;

/** The versions, the newest last. */
export const versionsInOrder = ({ versions }: Pick<Document, 'versions'>): readonly TextVersion[] =>
  versions.length < 2 ? versions : versions.toSorted(byTime);

/** The version that came in last. */
export const newestVersion = (document: Pick<Document, 'versions'>): TextVersion => versionsInOrder(document).at(-1)!;

/** The text the reader shows: the newest version's. */
export const currentTextId = (document: Pick<Document, 'versions'>): string => newestVersion(document).textId;
