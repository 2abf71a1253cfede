/** Where a transaction changed the text, so that what follows a key costs what the key changed, not what the text holds. */
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AttrStep } from '@tiptap/pm/transform';

/** ProseMirror positions; `to` is excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a transaction changed, as spans of the document it makes; overlapping ones are one, in their order. */
export function changedSpans(tr: Transaction): Span[] {
  const all: Span[] = [];
  tr.steps.forEach((step, i) => {
    const after = tr.mapping.slice(i + 1);
    const add = (from: number, to: number): void => {
      all.push({ from: after.map(from, -1), to: after.map(to, 1) });
    };
    tr.mapping.maps[i]!.forEach((_oldFrom, _oldTo, from, to) => add(from, to));
    if (step instanceof AttrStep) add(step.pos, step.pos + 1);
    // Steps that set marks move nothing, so that their map is empty; they name their span themselves.
    else if ('mark' in step && 'from' in step && 'to' in step) add(step.from as number, step.to as number);
  });
  all.sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of all) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** Whether a transaction took away, put in or changed a node of one of these types, or something inside one. */
export function touches(tr: Transaction, types: ReadonlySet<string>): boolean {
  return tr.steps.some((step, i) => {
    const before = tr.docs[i]!;
    const after = tr.docs[i + 1] ?? tr.doc;
    if (step instanceof AttrStep) return types.has(after.nodeAt(step.pos)?.type.name ?? '');
    let found = false;
    tr.mapping.maps[i]!.forEach((oldFrom, oldTo, from, to) => {
      found ||= holds(before, oldFrom, oldTo, types) || holds(after, from, to, types);
    });
    return found;
  });
}

function holds(doc: Node, from: number, to: number, types: ReadonlySet<string>): boolean {
  if (from >= to) return false;
  let found = false;
  doc.nodesBetween(from, to, (node) => {
    found ||= types.has(node.type.name);
    return !found;
  });
  return found;
}

/** From top-level block `from` on, `added` blocks stand in place of `count`. */
export interface BlockChange {
  readonly from: number;
  readonly count: number;
  readonly added: number;
}

/** In which top-level blocks two texts differ. A block that nobody touched is the same object in both. */
export function changedBlocks(before: Node, now: Node): BlockChange {
  const shared = Math.min(before.childCount, now.childCount);
  let from = 0;
  while (from < shared && before.child(from) === now.child(from)) from += 1;
  let same = 0;
  const [end, endNow] = [before.childCount - 1, now.childCount - 1];
  while (same < shared - from && before.child(end - same) === now.child(endNow - same)) same += 1;
  return { from, count: before.childCount - same - from, added: now.childCount - same - from };
}

export interface InlineBlock {
  readonly node: Node;
  /** Position before its first piece of text. */
  readonly start: number;
}

/** The paragraphs, headings, captions and footnotes that a span touches, a footnote after the line it stands in. */
export function inlineBlocksIn(doc: Node, { from, to }: Span): InlineBlock[] {
  const found: InlineBlock[] = [];
  const size = doc.content.size;
  doc.nodesBetween(Math.max(0, from - 1), Math.min(size, to + 1), (node, at) => {
    if (node.inlineContent) found.push({ node, start: at + 1 });
    return true;
  });
  return found;
}
