/** Gives the focus to a view that was just opened, so that the keys of its list or text work at once. */
import { useEffect } from 'react';
import type { KeyboardEvent } from 'react';
import type { Route } from '../route';

/** What a view is about: its list, its tree, its text to read. A briefing waits: keys in it would write. */
const SUBJECT = ':is([role=grid], [role=treegrid], [role=textbox][aria-readonly]):not(aside *)';
/** A view may fetch what it shows first: so long nothing has the focus, and so long the view itself keeps it for it. */
const FRAMES = 60;
const MOST_FRAMES = 900;

const nobodyHasFocus = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * Waits for the view, then focuses its subject; the view itself where that takes long, and its subject when it is
 * there. Leaves the focus to whoever took it meanwhile.
 */
export async function focusView(): Promise<void> {
  const view = document.querySelector('main');
  const isFree = (): boolean => nobodyHasFocus() || (view?.isConnected === true && document.activeElement === view);
  for (let frame = 0; frame < MOST_FRAMES && isFree(); frame += 1) {
    await new Promise(requestAnimationFrame);
    const subject = document.querySelector('main')?.querySelector<HTMLElement>(SUBJECT);
    if (subject && isFree()) {
      subject.focus({ preventScroll: true });
      return;
    }
    if (frame === FRAMES && nobodyHasFocus()) view?.focus({ preventScroll: true });
  }
}

/** Esc in what stands beside the work goes back to the work; an open list or a field being emptied has it first. */
export function leaveSide(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  if (!(target instanceof HTMLElement) || target.closest('aside') === null) return;
  // A dialog or list that was opened from the side stands elsewhere in the page.
  if (!event.currentTarget.contains(target)) return;
  event.preventDefault();
  const text = document.querySelector<HTMLElement>('main [contenteditable=true]');
  if (text) text.focus();
  else {
    target.blur();
    void focusView();
  }
}

/** After a way that took the focused control with it, such as Enter on a row, the new view has the focus. */
export function useArrival(route: Route): void {
  const place = [
    route.view,
    'documentId' in route ? route.documentId : '',
    'briefingId' in route ? route.briefingId : '',
  ].join(' ');
  useEffect(() => {
    if (nobodyHasFocus()) void focusView();
  }, [place]);
}
