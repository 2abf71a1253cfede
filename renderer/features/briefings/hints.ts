/** A template's hints: shown in the empty paragraph below their heading, never part of the text. */
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import styles from './page.module.css';

export const hintPlugin = (hints: Readonly<Record<string, string>>): Plugin =>
  new Plugin({
    props: {
      decorations: ({ doc }) => DecorationSet.create(doc, decorationsOf(doc, hints)),
    },
  });

function decorationsOf(doc: Node, hints: Readonly<Record<string, string>>): Decoration[] {
  const all: Decoration[] = [];
  // '' is the hint of the first line; after that the heading just passed says which hint is due.
  let hint = hints[''];
  doc.forEach((block, at) => {
    if (block.type.name === 'heading') {
      hint = hints[block.textContent.trim()];
      return;
    }
    if (hint !== undefined) {
      const [node, inside] = firstTextblock(block, at);
      if (node && node.content.size === 0) {
        all.push(Decoration.node(inside, inside + node.nodeSize, { 'data-hint': hint, class: styles.hint ?? '' }));
      }
    }
    hint = undefined;
  });
  return all;
}

function firstTextblock(block: Node, at: number): [Node | null, number] {
  let node: Node | null = block;
  let inside = at;
  while (node && !node.isTextblock) {
    if (node.type.name === 'table') return [null, inside];
    node = node.firstChild;
    inside += 1;
  }
  return [node, inside];
}
