/**
 * The selection in the text as two offsets, in step with the page's own selection: whoever changes one, mouse or keys,
 * the other follows. What is selected is told to the window's selection, so that commands can act on it.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { trimMarkers } from '@shared/text/trimMarkers';
import type { SelectionMaker } from '@shared/text/trimMarkers';
import { getSelection, select, useSelection } from '../../app/selection';
import type { TextSelection } from '../../app/selection';
import { makeLocator, offsetAt } from './positions';
import type { ReadText } from './steps';

/** Where the selection began and where it ends now; equal for a mere caret. */
export interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

export interface TextSelecting {
  readonly ends: Ends | null;
  /** The last place of the caret, also after the selection went elsewhere. */
  readonly lastFocus: RefObject<number | null>;
  /** Sets the selection; `unit` where the program chose its edges. */
  readonly moveTo: (anchor: number, focus: number, maker: SelectionMaker) => void;
  /** Says where the caret stands when the text has the focus next. */
  readonly restAt: (offset: number) => void;
  /** Says who makes the selection that the page is about to change by itself. */
  readonly madeBy: (maker: SelectionMaker) => void;
}

export function useTextSelection(
  root: RefObject<HTMLElement | null>,
  read: ReadText,
  document_: { readonly documentId: string; readonly textId: string },
  blocksKey: string,
): TextSelecting {
  const [ends, setEnds] = useState<Ends | null>(null);
  const maker = useRef<SelectionMaker>('hand');
  const wanted = useRef<Ends | null>(null);
  const told = useRef<TextSelection | null>(null);
  const lastFocus = useRef<number | null>(null);
  const { documentId, textId } = document_;

  const apply = useCallback(() => {
    const want = wanted.current;
    if (!want || !root.current) return;
    const locator = makeLocator(root.current);
    const [from, to] = [locator.point(want.anchor), locator.point(want.focus)];
    if (!from || !to) return;
    wanted.current = null;
    window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }, [root]);

  // Blocks of a long text come into the page after the selection asked for them.
  useLayoutEffect(apply, [apply, blocksKey, ends]);

  const moveTo = useCallback(
    (anchor: number, focus: number, by: SelectionMaker) => {
      maker.current = by;
      wanted.current = { anchor, focus };
      lastFocus.current = focus;
      setEnds({ anchor, focus });
      apply();
    },
    [apply],
  );

  useEffect(() => {
    const follow = (): void => {
      const selection = window.getSelection();
      if (!root.current || !selection || wanted.current) return;
      const { anchorNode, focusNode } = selection;
      const anchor = anchorNode && offsetAt(root.current, anchorNode, selection.anchorOffset);
      const focus = focusNode && offsetAt(root.current, focusNode, selection.focusOffset);
      if (anchor === null || focus === null) {
        setEnds(null);
        return;
      }
      lastFocus.current = focus;
      setEnds((now) => (now?.anchor === anchor && now.focus === focus ? now : { anchor, focus }));
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [root]);

  useEffect(() => {
    const { text, segments } = read;
    const [start, end] = ends ? [Math.min(ends.anchor, ends.focus), Math.max(ends.anchor, ends.focus)] : [0, 0];
    const words = start < end && /\S/.test(text.slice(start, Math.min(end, start + 4_000)));
    const next = words ? { documentId, textId, ...trimMarkers(text, start, end, segments, maker.current) } : null;
    const now = told.current;
    if (next?.start === now?.start && next?.end === now?.end) return;
    told.current = next;
    // Words that were since selected in another view of the text stay selected.
    if (next || getSelection().text === now) select({ text: next });
  }, [ends, read, documentId, textId]);

  // A command that took the words (Excerpt) takes the selection with it.
  const { text: selected } = useSelection();
  useEffect(() => {
    if (selected || !told.current) return;
    const focus = told.current.end;
    told.current = null;
    const active = document.activeElement;
    if (active === root.current || active === document.body || active === null) moveTo(focus, focus, 'hand');
    else setEnds(null);
  }, [selected, root, moveTo]);

  useEffect(
    () => () => {
      if (getSelection().text?.documentId === documentId) select({ text: null });
    },
    [documentId],
  );

  const madeBy = useCallback((by: SelectionMaker) => {
    maker.current = by;
  }, []);
  const restAt = useCallback((offset: number) => {
    lastFocus.current = offset;
  }, []);
  return { ends, lastFocus, moveTo, restAt, madeBy };
}
