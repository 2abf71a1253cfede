/** What the pointer rests on or the selection stands on in the text: a citation, or words of which something is said. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { meaningOf } from './wordMarks';

export interface Pointed {
  readonly excerptId: string | null;
  /** Of the citation, before it; -1 for words. */
  readonly pos: number;
  /** What is said of the words; empty for a citation. */
  readonly meaning: string;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const WAIT = 180;
const LEAVE = 160;
const SAID: ReadonlySet<string> = new Set(['term', 'confidence', 'link']);
const TARGETS = '[data-citation], [data-term], [data-confidence], a[href]';

function pointedAt(editor: Editor, dom: HTMLElement): Pointed | null {
  const { left, top, bottom } = dom.getBoundingClientRect();
  const box = { left, top, bottom };
  const excerptId = dom.dataset['citation'];
  if (excerptId !== undefined) return { ...box, excerptId, pos: editor.view.posAtDOM(dom, 0), meaning: '' };
  const { term, scale, confidence } = dom.dataset;
  const meaning =
    term !== undefined
      ? meaningOf('term', { scale, term })
      : confidence !== undefined
        ? meaningOf('confidence', { level: confidence })
        : meaningOf('link', { href: dom.getAttribute('href') });
  return meaning === '' ? null : { ...box, excerptId: null, pos: -1, meaning };
}

export interface Pointing {
  readonly pointed: Pointed | null;
  /** The pointer is on the card, or the focus in it: it stays. */
  readonly stay: () => void;
  readonly leave: () => void;
  /** Shows what the selection stands on, also where a scroll took the card away. */
  readonly showSelected: () => void;
}

/** What the selection stands on: a citation, or the caret's marked words. */
function pointedBySelection(editor: Editor): Pointed | null {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection) {
    const dom = selection.node.type.name === 'citation' ? editor.view.nodeDOM(selection.from) : null;
    return dom instanceof HTMLElement ? pointedAt(editor, dom) : null;
  }
  const { $from, empty } = selection;
  const marks = empty ? [...($from.nodeBefore?.marks ?? []), ...($from.nodeAfter?.marks ?? [])] : [];
  if (!marks.some(({ type }) => SAID.has(type.name))) return null;
  const { node } = editor.view.domAtPos($from.pos, $from.nodeBefore?.marks.length ? -1 : 1);
  const target = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>(TARGETS);
  return target ? pointedAt(editor, target) : null;
}

/** Follows pointer and selection over the page. A transaction costs a look at the selection, and draws nothing. */
export function usePointed(editor: Editor, page: RefObject<HTMLElement | null>): Pointing {
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const timer = useRef(0);
  const stay = useCallback(() => clearTimeout(timer.current), []);
  const showSelected = useCallback(() => {
    clearTimeout(timer.current);
    if (document.activeElement?.closest('[data-citation-card]')) return;
    if (!editor.isDestroyed) setPointed(editor.isFocused ? pointedBySelection(editor) : null);
  }, [editor]);
  const leave = useCallback(() => {
    clearTimeout(timer.current);
    // What the selection stands on stays, wherever the pointer rests.
    timer.current = window.setTimeout(showSelected, LEAVE);
  }, [showSelected]);
  useEffect(() => {
    const host = page.current;
    if (!host) return undefined;
    const at = (dom: HTMLElement): void => setPointed(pointedAt(editor, dom));
    const over = (event: MouseEvent): void => {
      const target = (event.target as Element).closest<HTMLElement>(TARGETS);
      if (!target || !editor.view.dom.contains(target)) return leave();
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        if (target.isConnected) at(target);
      }, WAIT);
      return undefined;
    };
    const away = (): void => {
      clearTimeout(timer.current);
      setPointed(null);
    };
    const blurred = ({ event }: { event: FocusEvent }): void => {
      const next = event.relatedTarget;
      if (!(next instanceof Element) || !next.closest('[data-citation-card]')) away();
    };
    host.addEventListener('mouseover', over);
    host.addEventListener('mouseleave', leave);
    addEventListener('scroll', away, true);
    editor.on('selectionUpdate', showSelected);
    editor.on('focus', showSelected);
    editor.on('blur', blurred);
    return () => {
      away();
      host.removeEventListener('mouseover', over);
      host.removeEventListener('mouseleave', leave);
      removeEventListener('scroll', away, true);
      editor.off('selectionUpdate', showSelected);
      editor.off('focus', showSelected);
      editor.off('blur', blurred);
    };
  }, [editor, page, leave, showSelected]);
  return { pointed, stay, leave, showSelected };
}
