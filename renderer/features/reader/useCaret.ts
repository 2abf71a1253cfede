/** Runs the keys of the caret: where they lead, what is said, and that the place stays in view. */
import { useCallback, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { moveOf, resizedBy, wordsFor } from './caretKeys';
import type { ByLine } from './caretKeys';
import { offsetAt } from './positions';
import type { ReadText } from './steps';
import type { Scrolling } from './useScroll';
import type { TextSelecting } from './useTextSelection';

export interface CaretOptions {
  readonly root: RefObject<HTMLElement | null>;
  readonly read: ReadText;
  readonly selecting: TextSelecting;
  readonly scrolling: Scrolling;
  /** Enter: takes the excerpt the caret stands in. */
  readonly onEnter: (offset: number) => boolean;
  /** Names what the caret came into, beside the words themselves. */
  readonly nameAt: (offset: number) => string;
}

export function useCaret({ root, read, selecting, scrolling, onEnter, nameAt }: CaretOptions) {
  const { ends, lastFocus, moveTo, restAt } = selecting;
  const [isKeyboard, setKeyboard] = useState(false);
  const [said, setSaid] = useState('');
  // Set while the caret stands where nobody put it: it then follows the page until a key moves it.
  const isGuessed = useRef(false);
  /** Where the caret stood before the selection grew; null once another key moved it. */
  const grownFrom = useRef<number | null>(null);

  const byLine = useCallback<ByLine>(
    (extend, by, granularity) => {
      const selection = window.getSelection();
      if (!selection || !root.current) return null;
      selection.modify(extend ? 'extend' : 'move', by > 0 ? 'forward' : 'backward', granularity);
      return selection.focusNode && offsetAt(root.current, selection.focusNode, selection.focusOffset);
    },
    [root],
  );

  const here = useCallback(() => {
    if (ends && !isGuessed.current) return ends;
    const focus = (isGuessed.current ? null : lastFocus.current) ?? scrolling.topOffset() ?? 0;
    return { anchor: focus, focus };
  }, [ends, lastFocus, scrolling]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const now = here();
      const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key === 'Enter' && plain) {
        if (onEnter(now.focus)) event.preventDefault();
        return;
      }
      if (event.key === 'Escape' && plain && now.anchor !== now.focus) {
        event.preventDefault();
        moveTo(now.focus, now.focus, 'hand');
        return;
      }
      const resized = resizedBy(event, now, read, grownFrom.current);
      if (resized) {
        event.preventDefault();
        isGuessed.current = false;
        grownFrom.current ??= now.focus;
        setKeyboard(true);
        moveTo(resized.anchor, resized.focus, 'unit');
        setSaid(wordsFor(read, resized.anchor, { to: resized.focus, maker: 'unit', unit: 'sentence' }));
        return;
      }
      const move = moveOf(event, now, read, byLine);
      if (!move) return;
      grownFrom.current = null;
      event.preventDefault();
      isGuessed.current = false;
      setKeyboard(true);
      const anchor = event.shiftKey ? now.anchor : move.to;
      moveTo(anchor, move.to, move.maker);
      const name = nameAt(move.to);
      setSaid(`${wordsFor(read, anchor, move)}${name && ` (${name})`}`);
      void scrolling.show(move.to, 'third', true);
    },
    [here, read, byLine, onEnter, nameAt, moveTo, scrolling],
  );

  const onFocus = useCallback(() => {
    if (!root.current?.matches(':focus-visible')) return;
    setKeyboard(true);
    if (ends) return;
    isGuessed.current ||= lastFocus.current === null;
    const { focus } = here();
    moveTo(focus, focus, 'hand');
  }, [root, ends, lastFocus, here, moveTo]);

  /** The place the analyst was led to is where the keys go on from, unless the caret stands there already. */
  const follow = useCallback(
    ({ start, end }: { readonly start: number; readonly end: number }) => {
      const at = isGuessed.current ? null : lastFocus.current;
      if (at !== null && start <= at && at <= end) return;
      isGuessed.current = false;
      if (document.activeElement === root.current) moveTo(start, start, 'hand');
      else restAt(start);
    },
    [root, lastFocus, moveTo, restAt],
  );

  const onPointerDown = useCallback(() => {
    isGuessed.current = false;
    grownFrom.current = null;
    setKeyboard(false);
  }, []);
  return { isKeyboard, said, onKeyDown, onFocus, onPointerDown, follow };
}
