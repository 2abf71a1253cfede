/**
 * Find and replace in the text: what is found is shown beside the words, never in them. Replacing keeps the marks of the
 * words and leaves citations and quotations alone: those are somebody else's words.
 */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import styles from './page.module.css';

export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
  /** A quotation that holds the words: found, never replaced. */
  readonly fixed: boolean;
}

interface Finding {
  readonly wanted: Wanted | null;
  readonly matches: readonly Match[];
  /** -1 where nothing is found. */
  readonly at: number;
  readonly decorations: DecorationSet;
}

const NONE: Finding = { wanted: null, matches: [], at: -1, decorations: DecorationSet.empty };
/** More are counted, but not painted. */
const MOST_PAINTED = 2_000;

export const findKey = new PluginKey<Finding>('find');

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

/** Folds case so that offsets stay: where a small form is longer, letter by letter. */
function folded(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return Array.from(text, (sign) => {
    const small = sign.toLowerCase();
    return small.length === sign.length ? small : sign;
  }).join('');
}

function* placesOf(text: string, { text: looked, matchCase, wholeWord }: Wanted): Generator<number> {
  const [where, what] = matchCase ? [text, looked] : [folded(text), folded(looked)];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) {
    const [before, after] = [where[at - 1] ?? ' ', where[at + what.length] ?? ' '];
    if (!wholeWord || (!LETTER.test(before) && !LETTER.test(after))) yield at;
  }
}

/** A line's words as one text in which an offset is a position: what is not text stands as marks of its size. */
function lineOf(block: Node): string {
  let line = '';
  block.forEach((node) => {
    line += node.isText ? node.text! : '\uFFFC'.repeat(node.nodeSize);
  });
  return line;
}

/** Every place of the words, in the order of the text. */
export function matchesIn(doc: Node, wanted: Wanted): Match[] {
  if (wanted.text === '') return [];
  const all: Match[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'quotation') {
      const isThere = !placesOf(node.attrs['text'] as string, wanted).next().done;
      if (isThere) all.push({ from: pos, to: pos + node.nodeSize, fixed: true });
    }
    if (node.inlineContent) {
      for (const at of placesOf(lineOf(node), wanted))
        all.push({ from: pos + 1 + at, to: pos + 1 + at + wanted.text.length, fixed: false });
    }
  });
  return all.sort((a, b) => a.from - b.from);
}

function found(doc: Node, wanted: Wanted | null, near: number, at?: number): Finding {
  if (!wanted || wanted.text === '') return { ...NONE, wanted };
  const matches = matchesIn(doc, wanted);
  if (matches.length === 0) return { ...NONE, wanted };
  const next = matches.findIndex((one) => one.to > near);
  return painted(doc, wanted, matches, at ?? Math.max(0, next));
}

function painted(doc: Node, wanted: Wanted, matches: readonly Match[], at: number): Finding {
  const from = Math.max(0, Math.min(at - MOST_PAINTED / 2, matches.length - MOST_PAINTED));
  const shown = matches.slice(from, from + MOST_PAINTED).map((one, i) => {
    const attrs = { class: (from + i === at ? styles.foundNow : styles.found) ?? '' };
    return one.fixed ? Decoration.node(one.from, one.to, attrs) : Decoration.inline(one.from, one.to, attrs);
  });
  return { wanted, matches, at, decorations: DecorationSet.create(doc, shown) };
}

type Meta = { readonly wanted: Wanted | null } | { readonly at: number };

export const findPlugin = (): Plugin<Finding> =>
  new Plugin<Finding>({
    key: findKey,
    state: {
      init: () => NONE,
      apply(tr, now) {
        const meta = tr.getMeta(findKey) as Meta | undefined;
        if (meta && 'wanted' in meta) return found(tr.doc, meta.wanted, tr.selection.from);
        if (meta && now.wanted) return painted(tr.doc, now.wanted, now.matches, meta.at);
        if (!tr.docChanged || !now.wanted) return now;
        const here = now.matches[now.at]?.from ?? 0;
        return found(tr.doc, now.wanted, tr.mapping.map(here, -1));
      },
    },
    props: { decorations: (state) => findKey.getState(state)?.decorations },
  });

const stateOf = (editor: Editor): Finding => findKey.getState(editor.state) ?? NONE;

/** Looks for words; null ends it. The words found next to the caret are the first to be shown. */
export function look(editor: Editor, wanted: Wanted | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { wanted }));
  if (wanted) show(editor);
}

/** Goes to the next or the former place, round at the ends. */
export function stepTo(editor: Editor, by: 1 | -1): void {
  const { matches, at } = stateOf(editor);
  if (matches.length === 0) return;
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { at: (at + by + matches.length) % matches.length }));
  show(editor);
}

/** Scrolls the place shown into view, without taking the focus from the field. */
function show(editor: Editor): void {
  const { matches, at } = stateOf(editor);
  const match = matches[at];
  if (!match) return;
  const { node } = editor.view.domAtPos(match.from);
  const element = node instanceof Element ? node : node.parentElement;
  const painted = element?.querySelector(`.${styles.foundNow}`) ?? element;
  painted?.scrollIntoView({ block: 'nearest' });
}

/** Puts the selection on the place shown: where the search ends, the writing goes on. */
export function selectFound(editor: Editor): void {
  const { matches, at } = stateOf(editor);
  const match = matches[at];
  const { tr, doc } = editor.state;
  if (match)
    tr.setSelection(
      match.fixed ? NodeSelection.create(doc, match.from) : TextSelection.create(doc, match.from, match.to),
    );
  editor.view.dispatch(tr.setMeta(findKey, { wanted: null }).scrollIntoView());
  editor.view.focus();
}

/** Replaces the place shown and goes on to the next. False where it is a quotation, or nothing is found. */
export function replaceOne(editor: Editor, words: string): boolean {
  const { matches, at } = stateOf(editor);
  const match = matches[at];
  if (!match || match.fixed) {
    if (match) stepTo(editor, 1);
    return false;
  }
  const { tr } = editor.state;
  put(tr, match, words);
  // The search goes on behind the new words, which may hold the old ones.
  editor.view.dispatch(closeHistory(tr));
  const after = stateOf(editor);
  const next = after.matches.findIndex((one) => one.from >= match.from + words.length);
  if (after.matches.length > 0) editor.view.dispatch(editor.state.tr.setMeta(findKey, { at: Math.max(0, next) }));
  show(editor);
  return true;
}

/** Replaces every place outside quotations, as one step of undo. Returns how many there were. */
export function replaceAll(editor: Editor, words: string): number {
  const open = stateOf(editor).matches.filter((one) => !one.fixed);
  if (open.length === 0) return 0;
  const { tr } = editor.state;
  for (const match of open.toReversed()) put(tr, match, words);
  editor.view.dispatch(closeHistory(tr));
  return open.length;
}

function put(tr: Editor['state']['tr'], { from, to }: Match, words: string): void {
  if (words === '') tr.delete(from, to);
  else {
    const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? [];
    tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks));
  }
}
