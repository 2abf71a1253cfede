/**
 * How a text is laid out: what an extractor knew of its blocks and pages. Made once with the text and never changed; its
 * id follows from the text's, so that copies made apart are one record. It goes where its text goes, and like the text
 * it stays when the document is deleted: so undoing that brings back all of it.
 */
import { z } from 'zod';
import { idFromText } from '../merge/idFromText';
import { baseShape, sha256Schema } from './record';
import type { FieldsOf } from './record';

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

/** Together they leave the record below what a line of a bundle may measure. */
export const MOST_BLOCKS = 300_000;
export const MOST_PAGES = 20_000;
export const MOST_WORDS = 150_000;
const LONGEST_LABEL = 20;
const DEEPEST_LEVEL = 9;

const offset = z.number().int().min(0).max(0x7fffffff);

/** Kind, start, end (UTF-16 code units in the stored text, end excluded), level (of headings and lists, from 1; else 0). */
export const layoutBlockSchema = z.tuple([
  z.enum(LAYOUT_KINDS),
  offset,
  offset,
  z.number().int().min(0).max(DEEPEST_LEVEL),
]);
export type LayoutBlock = z.infer<typeof layoutBlockSchema>;

/** Label of a page as printed (`iv`, `12`) and the offset where it begins, in order. */
export const layoutPageSchema = z.tuple([z.string().max(LONGEST_LABEL), offset]);
export type LayoutPage = z.infer<typeof layoutPageSchema>;

/**
 * A word that was recognised in the picture of its page, and where it stands there: start, end (as of blocks), then in
 * tenths of a point from the upper left corner of the page as shown x and y of its left end on the base line, its length
 * and the size of its letters, and how sure it is, 0 to 100.
 */
export const layoutWordSchema = z.tuple([
  offset,
  offset,
  offset,
  offset,
  offset,
  offset,
  z.number().int().min(0).max(100),
]);
export type LayoutWord = z.infer<typeof layoutWordSchema>;

const wordsInOrder = (words: readonly LayoutWord[]): boolean =>
  words.every(([start, end], i) => start < end && (i === 0 || start >= words[i - 1]![1]));
const inOrder = (blocks: readonly LayoutBlock[]): boolean =>
  blocks.every(([, start, end], i) => start < end && (i === 0 || start >= blocks[i - 1]![2]));
const rising = (pages: readonly LayoutPage[]): boolean =>
  pages.every(([, start], i) => i === 0 || start >= pages[i - 1]![1]);

export const layoutSchema = z.strictObject({
  ...baseShape,
  textId: sha256Schema,
  /** In order, not overlapping; empty where the text's own lines tell its blocks. */
  blocks: z.array(layoutBlockSchema).max(MOST_BLOCKS).refine(inOrder),
  pages: z.array(layoutPageSchema).max(MOST_PAGES).refine(rising),
  /** Only where words of the text were recognised in pictures; in order, not overlapping. */
  words: z.array(layoutWordSchema).max(MOST_WORDS).refine(wordsInOrder).optional(),
});
export type Layout = z.infer<typeof layoutSchema>;

/** The id of the layout of a text. */
export const layoutIdOf = (textId: string): string => idFromText(`layout/${textId}`);

/** True where every block, page and word stands inside a text of this length. */
export const fitsText = (
  { blocks, pages, words }: Pick<Layout, 'blocks' | 'pages' | 'words'>,
  length: number,
): boolean =>
  (blocks.at(-1)?.[2] ?? 0) <= length && (pages.at(-1)?.[1] ?? 0) <= length && (words?.at(-1)?.[1] ?? 0) <= length;

/**
 * The layout of a text that was just extracted; null where there is nothing to keep. Blocks that overlap, lie outside of
 * the text or have no words are left out, and so are all of them where they are more than a record may hold: the lines
 * of the text then tell its blocks.
 * @param words recognised ones, in order; more than a record may hold are not kept
 */
export function planLayout(
  textId: string,
  text: string,
  blocks: readonly LayoutBlock[] | null,
  pages: readonly LayoutPage[],
  words: readonly LayoutWord[] = [],
): FieldsOf<Layout> | null {
  const kept: LayoutBlock[] = [];
  for (const [kind, from, to, level] of blocks ?? []) {
    if (from < (kept.at(-1)?.[2] ?? 0) || to > text.length) continue;
    let [start, end] = [from, to];
    while (start < end && /\s/u.test(text[start]!)) start += 1;
    while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
    if (start >= end) continue;
    kept.push([kind, start, end, Math.max(0, Math.min(DEEPEST_LEVEL, level))]);
  }
  const labelled: LayoutPage[] = [];
  for (const [label, start] of pages) {
    if (start < (labelled.at(-1)?.[1] ?? 0) || start > text.length || labelled.length === MOST_PAGES) continue;
    labelled.push([label.slice(0, LONGEST_LABEL).replace(/\p{Surrogate}/gu, ''), start]);
  }
  const most = kept.length > MOST_BLOCKS ? [] : kept;
  if (most.length === 0 && labelled.length === 0) return null;
  const layout = { textId, blocks: most, pages: labelled };
  return words.length === 0 || words.length > MOST_WORDS ? layout : { ...layout, words: [...words] };
}
