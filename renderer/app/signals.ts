/** Asks a view that is already there to do something it alone can do: put the focus on a field, move in its list. */

export type Signal =
  | 'focus.note'
  | 'focus.tags'
  | 'focus.grade'
  | 'focus.marking'
  | 'focus.suggestions'
  | 'focus.search'
  | 'focus.find'
  | 'focus.outline'
  | 'focus.replace'
  | 'focus.drawer'
  | 'comment.start'
  | 'finding.next'
  | 'finding.previous'
  | 'excerpt.bounds'
  | 'excerpt.split'
  | 'list.next'
  | 'list.previous';

const listeners = new Map<Signal, Set<() => void>>();

/** Listens for a signal; the last view to listen is asked first and alone. Returns the way to stop. */
export function onSignal(signal: Signal, listener: () => void): () => void {
  const set = listeners.get(signal) ?? new Set();
  listeners.set(signal, set);
  set.add(listener);
  return () => set.delete(listener);
}

/** Sends a signal. Returns false when nobody listens. */
export function sendSignal(signal: Signal): boolean {
  const listener = [...(listeners.get(signal) ?? [])].at(-1);
  listener?.();
  return listener !== undefined;
}
