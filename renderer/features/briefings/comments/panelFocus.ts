/** Asks the panel, which may only now be opening, for the focus: on the card of the focused thread, or where one writes. */

export type FocusPlace = 'thread' | 'composer';

let wanted: FocusPlace | null = null;
const listeners = new Set<() => void>();

export function focusInPanel(place: FocusPlace): void {
  wanted = place;
  for (const listener of listeners) listener();
}

/** Calls back when something is to have the focus, now or later; `listener` returns whether it has it. */
export function onFocusInPanel(listener: (place: FocusPlace) => boolean): () => void {
  const hear = (): void => {
    if (wanted && listener(wanted)) wanted = null;
  };
  listeners.add(hear);
  hear();
  return () => listeners.delete(hear);
}
