/**
 * How a text is laid out: what an extractor knew of its blocks and pages. Made once with the text and never changed;
 * its id follows from the text's, so that copies made apart are one record.
 */
import { z } from 'zod';
import { baseShape, sha256Schema } from './record';

export const LAYOUT_KINDS = [
  'title',
  'heading',
  'paragraph',
  'list-item',
  'caption',
  /** A row of a table: its cells stand apart by tabs. */
  'table-row',
  'footnote',
] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

const offset = z.number().int().min(0).max(0x7fffffff);

/** Kind, start, end (UTF-16 code units in the stored text, end excluded), level (of headings and lists, from 1; else 0). */
export const layoutBlockSchema = z.tuple([z.enum(LAYOUT_KINDS), offset, offset, z.number().int().min(0).max(9)]);
export type LayoutBlock = z.infer<typeof layoutBlockSchema>;

/** Label of a page as printed (`iv`, `12`) and the offset where it begins, in order. */
export const layoutPageSchema = z.tuple([z.string().max(20), offset]);
export type LayoutPage = z.infer<typeof layoutPageSchema>;

export const layoutSchema = z.strictObject({
  ...baseShape,
  textId: sha256Schema,
  /** In order, not overlapping; empty where the text's own lines tell its blocks. */
  blocks: z.array(layoutBlockSchema).max(2_000_000),
  pages: z.array(layoutPageSchema).max(100_000),
});
export type Layout = z.infer<typeof layoutSchema>;
