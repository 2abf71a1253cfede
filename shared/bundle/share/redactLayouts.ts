/** The layouts of texts that go, moved with the words that gave way in them. They hold no words but labels of pages. */
import { living } from '../../model/record';
import { layoutIdOf } from '../../model/layout';
import type { Layout, LayoutBlock, LayoutPage } from '../../model/layout';
import type { BundleContents } from '../contents';
import type { Words } from './hide';
import type { RedactedText } from './redactTexts';

/** @param rename of words in a label; it may come to no more than a label may have */
export function redactLayouts(
  { rows }: BundleContents,
  texts: ReadonlyMap<string, RedactedText>,
  rename: Words,
): Layout[] {
  const made = new Map<string, Layout>();
  for (const layout of living(rows.layouts)) {
    const text = texts.get(layout.textId);
    if (!text) continue;
    const id = layoutIdOf(text.id);
    // Places of words on a page serve to show the page, and tell how long is what was blacked out: they stay here.
    const { words: _, ...kept } = layout;
    made.set(id, {
      ...kept,
      id,
      textId: text.id,
      blocks: movedBlocks(layout.blocks, text),
      pages: layout.pages.map(([label, start]): LayoutPage => [
        rename(label).slice(0, 20),
        text.place(start, start).start,
      ]),
      clocks: {},
    });
  }
  return [...made.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A name that runs over the end of a block stands in both of them then: the later one begins behind it. */
function movedBlocks(blocks: Layout['blocks'], { place }: RedactedText): LayoutBlock[] {
  const moved: LayoutBlock[] = [];
  for (const [kind, from, to, level] of blocks) {
    const { start, end } = place(from, to);
    const behind = Math.max(start, moved.at(-1)?.[2] ?? 0);
    if (behind < end) moved.push([kind, behind, end, level]);
  }
  return moved;
}
