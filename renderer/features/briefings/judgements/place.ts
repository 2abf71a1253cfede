/** Where a judgement stands in the text, and the word there that says how likely it is or how sure the analyst. */
import type { Editor } from '@tiptap/core';
import type { Mark, Node } from '@tiptap/pm/model';
import { levelInWords, termInWords } from '@shared/briefing/judgements';
import { termById } from '@shared/model/estimative';
import type { Confidence, ScaleId } from '@shared/model/estimative';

interface Place {
  readonly node: Node;
  /** Position before the node. */
  readonly at: number;
}

/** The first judgement of that id; null where the text has none. */
export function judgementPlace(doc: Node, id: string): Place | null {
  let found: Place | null = null;
  doc.descendants((node, at) => {
    if (!found && node.type.name === 'judgement' && node.attrs['judgementId'] === id) found = { node, at };
    return !found && !node.isTextblock;
  });
  return found;
}

/** Puts the caret into the judgement and brings it into view. False where the text has none of that id. */
export function goToJudgement(editor: Editor, id: string): boolean {
  const place = judgementPlace(editor.state.doc, id);
  if (!place) return false;
  editor
    .chain()
    .focus(undefined, { scrollIntoView: false })
    .setTextSelection(place.at + 2)
    .run();
  editor.view
    .nodeDOM(place.at)
    ?.parentElement?.querySelector(`[data-judgement="${id}"]`)
    ?.scrollIntoView({ block: 'center' });
  return true;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

type Find = (words: string) => { start: number; end: number } | null;

/** The marked words, else the first that `find` knows; null where the judgement names none. */
function wordsIn({ node, at }: Place, isMark: (mark: Mark) => boolean, find: Find): Range | null {
  let marked: Range | null = null;
  let plain: Range | null = null;
  node.forEach((block, offset) => {
    const start = at + 1 + offset + 1;
    let words = '';
    block.forEach((piece, inside) => {
      // A footnote's own words are no part of the judgement; its place counts.
      words += piece.isText ? piece.text! : '\uFFFC'.repeat(piece.nodeSize);
      if (!piece.isText || !piece.marks.some(isMark)) return;
      const from = start + inside;
      if (!marked) marked = { from, to: from + piece.nodeSize };
      else if (marked.to === from) marked = { from: marked.from, to: from + piece.nodeSize };
    });
    const hit = plain ? null : find(words);
    if (hit) plain = { from: start + hit.start, to: start + hit.end };
  });
  return marked ?? plain;
}

const likeFirst = (words: string, before: string): string =>
  /^\p{Lu}/u.test(before) ? `${words[0]!.toUpperCase()}${words.slice(1)}` : words;

function replaceWords(
  editor: Editor,
  range: Range,
  words: string,
  markName: string,
  attrs: Record<string, string>,
): void {
  const { tr, schema, doc } = editor.state;
  const put = likeFirst(words, doc.textBetween(range.from, range.to));
  tr.insertText(put, range.from, range.to);
  const mark = schema.marks[markName];
  if (mark) {
    const end = range.from + put.length;
    tr.removeMark(range.from, end, mark).addMark(range.from, end, mark.create(attrs));
  }
  editor.view.dispatch(tr.scrollIntoView());
}

/** Puts the term in place of the one the judgement's text names. False where it names none. */
export function writeTerm(editor: Editor, id: string, scale: ScaleId, term: string): boolean {
  const place = judgementPlace(editor.state.doc, id);
  const words = termById(scale, term)?.words;
  const range =
    place &&
    wordsIn(
      place,
      (mark) => mark.type.name === 'term' && mark.attrs['scale'] === scale,
      (said) => termInWords(said, scale),
    );
  if (!range || words === undefined) return false;
  replaceWords(editor, range, words, 'term', { scale, term });
  return true;
}

/** The same for the level of confidence. */
export function writeLevel(editor: Editor, id: string, level: Confidence): boolean {
  const place = judgementPlace(editor.state.doc, id);
  const range = place && wordsIn(place, (mark) => mark.type.name === 'confidence', levelInWords);
  if (!range) return false;
  replaceWords(editor, range, level, 'confidence', { level });
  return true;
}
