/**
 * Comments in the text: a plugin that knows their places, shows the words that somebody comments on, and tells which
 * comment the caret stands in. Places move with what is typed and are read anew when there is a pause; a passage that
 * was found by its words gets its mark back as soon as somebody writes.
 */
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Mapping } from '@tiptap/pm/transform';
import type { Node } from '@tiptap/pm/model';
import { commentPlaces, readBody } from '@shared/briefing/commentPlaces';
import type { CommentPlace, Span } from '@shared/briefing/commentPlaces';
import type { BodyNode } from '@shared/model/briefing';
import type { Comment } from '@shared/model/comment';
import styles from './comments/passages.module.css';

/** The first comment of a thread, as the text shows it. */
export interface Commented extends Pick<Comment, 'id' | 'threadId' | 'passage' | 'resolved'> {
  /** Who says what, for screen readers. */
  readonly words: string;
}

/** What a comment that is being written is about. Its span closes up when the words are taken out meanwhile. */
export interface Pending extends Span {
  readonly passage: string;
}

export interface CommentState {
  readonly comments: readonly Commented[];
  readonly places: ReadonlyMap<string, CommentPlace>;
  /** Id of the thread whose passage or card has the focus. */
  readonly focused: string | null;
  readonly pending: Pending | null;
  readonly decorations: DecorationSet;
}

export type CommentMeta = Partial<Pick<CommentState, 'comments' | 'focused' | 'pending'>> & {
  /** Reads the places anew. */
  readonly reread?: true;
};

export const commentsKey = new PluginKey<CommentState>('comments');

const NOTHING: CommentState = {
  comments: [],
  places: new Map(),
  focused: null,
  pending: null,
  decorations: DecorationSet.empty,
};

/** Milliseconds without a change before places are read anew. */
const PAUSE = 250;

/** What is known of comments; nothing where the editor has no such plugin. */
export const commentsIn = (state: EditorState): CommentState => commentsKey.getState(state) ?? NOTHING;

export const commentPlugin = (): Plugin<CommentState> =>
  new Plugin<CommentState>({
    key: commentsKey,
    state: { init: () => NOTHING, apply: (tr, now) => applied(tr, now) },
    props: { decorations: (state) => commentsIn(state).decorations },
    appendTransaction: (all, _before, state) => markedAgain(all, state),
    view() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        update(view, before) {
          if (before.doc.eq(view.state.doc) || commentsIn(view.state).comments.length === 0) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            if (!view.isDestroyed) view.dispatch(tellComments(view.state.tr, { reread: true }));
          }, PAUSE);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });

/** A transaction that tells the plugin something and is no step of the text's undo. */
export const tellComments = (tr: Transaction, meta: CommentMeta): Transaction =>
  tr.setMeta(commentsKey, meta).setMeta('addToHistory', false);

/** Of a text that came from elsewhere nothing can be followed. */
const isReplaced = (tr: Transaction): boolean => tr.docChanged && tr.getMeta('preventUpdate') === true;

function applied(tr: Transaction, now: CommentState): CommentState {
  const meta = tr.getMeta(commentsKey) as CommentMeta | undefined;
  if (!meta && !tr.docChanged && !tr.selectionSet) return now;
  // The many notes that nobody comments on pay nothing for a key.
  if (!meta && now.comments.length === 0 && now.pending === null) return now;
  const comments = meta?.comments ?? now.comments;
  const isRead = meta?.comments !== undefined || meta?.reread === true || isReplaced(tr);
  const places = isRead
    ? commentPlaces(readBody(tr.doc.toJSON() as BodyNode), comments)
    : tr.docChanged
      ? mapped(now.places, tr.mapping)
      : now.places;
  const pending = meta?.pending === undefined ? movedPending(now.pending, tr.mapping) : meta.pending;
  const focused = meta?.focused === undefined ? focusAfter(tr, now, places, comments) : meta.focused;
  const isShownTheSame =
    places === now.places && pending === now.pending && focused === now.focused && comments === now.comments;
  if (isShownTheSame) return now;
  return { comments, places, focused, pending, decorations: decorationsOf(tr.doc, comments, places, focused, pending) };
}

/** The caret says which thread has the focus, until another says so; one that was just resolved has it no longer. */
function focusAfter(
  tr: Transaction,
  now: CommentState,
  places: CommentState['places'],
  comments: readonly Commented[],
): string | null {
  if (tr.selectionSet) return threadAt(tr.selection.head, places, comments);
  const wasOpen = now.comments.some((one) => one.id === now.focused && !one.resolved);
  return comments.some((one) => one.id === now.focused && (!one.resolved || !wasOpen)) ? now.focused : null;
}

function movedPending(pending: Pending | null, mapping: Mapping): Pending | null {
  if (!pending || mapping.maps.length === 0) return pending;
  const from = mapping.map(pending.from, 1);
  return { ...pending, from, to: Math.max(from, mapping.map(pending.to, -1)) };
}

function movedSpan(span: Span, mapping: Mapping): Span | null {
  const [from, to] = [mapping.map(span.from, 1), mapping.map(span.to, -1)];
  return from < to ? { from, to } : null;
}

function mapped(places: CommentState['places'], mapping: Mapping): CommentState['places'] {
  const next = new Map<string, CommentPlace>();
  for (const [id, { spans, how }] of places) {
    const moved = spans.map((span) => movedSpan(span, mapping)).filter((span) => span !== null);
    if (moved.length > 0) next.set(id, { spans: moved, how });
  }
  return next;
}

/** The open thread with the shortest passage round a position. */
export function threadAt(at: number, places: CommentState['places'], comments: readonly Commented[]): string | null {
  let best: { id: string; size: number } | null = null;
  for (const { id, resolved } of comments) {
    if (resolved) continue;
    for (const { from, to } of places.get(id)?.spans ?? []) {
      if (from <= at && at <= to && (!best || to - from < best.size)) best = { id, size: to - from };
    }
  }
  return best?.id ?? null;
}

function decorationsOf(
  doc: Node,
  comments: readonly Commented[],
  places: CommentState['places'],
  focused: string | null,
  pending: Pending | null,
): DecorationSet {
  const all: Decoration[] = [];
  const end = doc.content.size;
  for (const { id, resolved, words } of comments) {
    if (resolved && id !== focused) continue;
    for (const { from, to } of places.get(id)?.spans ?? []) {
      if (to > end) continue;
      const look = id === focused ? `${styles.passage} ${styles.focused}` : (styles.passage ?? '');
      const attrs = { nodeName: 'mark', class: look, 'data-thread': id, 'aria-description': words };
      all.push(Decoration.inline(from, to, attrs));
    }
  }
  if (pending && pending.from < pending.to && pending.to <= end) {
    const look = { nodeName: 'mark', class: styles.pending ?? '', 'aria-description': 'A comment is being written' };
    all.push(Decoration.inline(pending.from, pending.to, look));
  }
  return DecorationSet.create(doc, all);
}

/** Passages that were found by their words are marked as soon as somebody writes: from then on they move with them. */
function markedAgain(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const isWritten = transactions.some(
    (tr) => tr.docChanged && !isReplaced(tr) && tr.getMeta('addToHistory') !== false && !tr.getMeta('history$'),
  );
  const { places } = commentsIn(state);
  if (!isWritten || ![...places.values()].some((place) => place.how === 'found')) return null;
  const { tr } = state;
  for (const [commentId, { how, spans }] of places) {
    if (how !== 'found') continue;
    const mark = state.schema.marks['comment']!.create({ commentId });
    for (const { from, to } of spans) tr.addMark(from, to, mark);
  }
  return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
}
