/**
 * Where comments stand in a text. The mark on a passage says it. A body that won over another in a merge, or a version
 * that was put back, may lack the mark: then the passage's own words say it, when they stand in the text exactly once.
 * Positions are counted as the editor counts them (ProseMirror: one for each UTF-16 code unit, one for a leaf, one for
 * each edge of any other node).
 */
import type { BodyNode } from '../model/briefing';
import type { Comment } from '../model/comment';
import { LONGEST_PASSAGE } from '../model/comment';
import { cleanBody } from './bodySchema';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface CommentPlace {
  /** In text order; more than one where the passage goes over several pieces or was copied. */
  readonly spans: readonly Span[];
  /** `marked` in the text, or `found` by its words. */
  readonly how: 'marked' | 'found';
}

/** A body read once: its words with the position of each, and the marked spans. */
export interface ReadBody {
  readonly words: string;
  /** Position of each code unit of `words`. */
  readonly positions: readonly number[];
  readonly marked: ReadonlyMap<string, readonly Span[]>;
}

const LEAVES: ReadonlySet<string> = new Set(['hardBreak', 'citation', 'quotation', 'horizontalRule']);

/** Reads a body. White space is one space; what stands between blocks too. */
export function readBody(body: BodyNode): ReadBody {
  let words = '';
  const positions: number[] = [];
  const marked = new Map<string, Span[]>();
  const add = (unit: string, at: number): void => {
    const isSpace = /\s/u.test(unit);
    if (isSpace && (words === '' || words.endsWith(' '))) return;
    words += isSpace ? ' ' : unit;
    positions.push(at);
  };
  const walk = (node: BodyNode, at: number): number => {
    if (node.type === 'text') {
      const text = node.text!;
      for (let i = 0; i < text.length; i += 1) add(text[i]!, at + i);
      for (const mark of node.marks ?? []) {
        if (mark.type === 'comment') addSpan(marked, mark.attrs!['commentId'] as string, at, at + text.length);
      }
      return at + text.length;
    }
    if (LEAVES.has(node.type)) {
      if (node.type !== 'citation') add(' ', at);
      return at + 1;
    }
    if (node.type !== 'footnote') add(' ', at);
    let inside = at + 1;
    for (const child of node.content ?? []) inside = walk(child, inside);
    return inside + 1;
  };
  // The document's own edges are not counted.
  let at = 0;
  for (const block of cleanBody(body).content ?? []) at = walk(block, at);
  return { words, positions, marked };
}

function addSpan(marked: Map<string, Span[]>, id: string, from: number, to: number): void {
  const spans = marked.get(id);
  const last = spans?.at(-1);
  if (!spans) marked.set(id, [{ from, to }]);
  else if (last!.to === from) spans[spans.length - 1] = { from: last!.from, to };
  else spans.push({ from, to });
}

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/**
 * The places of the first comments of threads.
 * @returns by comment id; a comment whose passage is no longer in the text is not among them
 */
export function commentPlaces(
  { words, positions, marked }: ReadBody,
  comments: Iterable<Pick<Comment, 'id' | 'threadId' | 'passage'>>,
): Map<string, CommentPlace> {
  const places = new Map<string, CommentPlace>();
  for (const { id, threadId, passage } of comments) {
    if (threadId !== null) continue;
    const spans = marked.get(id);
    if (spans) places.set(id, { spans, how: 'marked' });
    else {
      const wanted = plain(passage);
      const at = wanted === '' ? -1 : words.indexOf(wanted);
      if (at < 0 || words.indexOf(wanted, at + 1) >= 0) continue;
      const span = { from: positions[at]!, to: positions[at + wanted.length - 1]! + 1 };
      places.set(id, { spans: [span], how: 'found' });
    }
  }
  return places;
}

/** The words of a passage as a comment keeps them. */
export const passageOf = (words: string): string => plain(words).slice(0, LONGEST_PASSAGE).trim();
