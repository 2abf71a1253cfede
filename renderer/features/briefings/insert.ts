/** Putting evidence into the text, wherever the wish came from: drawer, picker, drop, keyboard. */
import type { Editor } from '@tiptap/core';
import type { Excerpt } from '@shared/model/excerpt';
import { keptNow } from './ledger';

/** What is dragged out of the drawer: an excerpt's id. */
export const EXCERPT_DRAG = 'application/x-collate-excerpt';

export type EvidenceUse = 'cite' | 'quote';

/**
 * Puts a citation or a quotation of the excerpt at the caret, or in place of a range, and gives the text the focus. What
 * stands there keeps the excerpt's words, grade and marking of now, by which a later change is seen.
 */
export function insertEvidence(
  editor: Editor,
  excerpt: Excerpt,
  use: EvidenceUse,
  range?: { from: number; to: number },
): void {
  const at = range ?? placeFor(editor, use);
  const chain = editor.chain().focus();
  const kept = { excerptId: excerpt.id, ...keptNow(editor, excerpt) };
  if (use === 'cite') {
    // What was typed past the range keeps the caret.
    const updateSelection = !(range && editor.state.selection.from > range.to);
    chain.insertContentAt(at, { type: 'citation', attrs: kept }, { updateSelection }).run();
    return;
  }
  chain
    .insertContentAt(at, { type: 'quotation', attrs: { ...kept, text: excerpt.quote } })
    .command(({ tr, state }) => {
      // Writing goes on below it: a quotation that ends the text gets a line after it.
      if (tr.doc.lastChild?.type.name === 'quotation')
        tr.insert(tr.doc.content.size, state.schema.nodes['paragraph']!.create());
      return true;
    })
    .run();
}

/** A citation stands behind the words selected; a quotation takes no words away either and stands behind its block. */
function placeFor(editor: Editor, use: EvidenceUse): number | { from: number; to: number } {
  const { to, $to } = editor.state.selection;
  if (use === 'cite') return to;
  for (let depth = $to.depth; depth > 0; depth -= 1) {
    const name = $to.node(depth).type.name;
    // Neither takes a quotation inside.
    if (name === 'judgement' || name === 'figure') return $to.after(depth);
  }
  if ($to.parent.isTextblock && $to.parent.content.size > 0 && $to.depth === 1) return $to.after();
  return to;
}

/** Where a thing dropped at a position belongs: behind the word under the pointer, never inside it. */
export function behindWord(editor: Editor, at: number): number {
  const $at = editor.state.doc.resolve(at);
  if (!$at.parent.isTextblock) return at;
  const after = $at.parent.textBetween($at.parentOffset, $at.parent.content.size, undefined, '\uFFFC');
  const before = $at.parent.textBetween(0, $at.parentOffset, undefined, '\uFFFC');
  return /[\p{L}\p{N}]$/u.test(before) ? at + /^[\p{L}\p{N}’'-]*/u.exec(after)![0].length : at;
}
