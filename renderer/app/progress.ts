/** Long work that is under way: shown after 0.3 s, how far after 1 s, a way to stop it from the start. */
import { useSyncExternalStore } from 'react';

export interface Work {
  readonly id: number;
  readonly label: string;
  /** 0 to 1; null where nobody knows how far it is. */
  readonly fraction: number | null;
  readonly onCancel: (() => void) | null;
}

let works: readonly Work[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const change = (next: readonly Work[]): void => {
  works = next;
  for (const listener of listeners) listener();
};

/** Begins to show a piece of work. */
export function startProgress(label: string, onCancel?: () => void) {
  const id = nextId++;
  change([...works, { id, label, fraction: null, onCancel: onCancel ?? null }]);
  return {
    update(fraction: number | null, newLabel?: string) {
      change(works.map((work) => (work.id === id ? { ...work, fraction, label: newLabel ?? work.label } : work)));
    },
    done() {
      change(works.filter((work) => work.id !== id));
    },
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWorks = (): readonly Work[] => useSyncExternalStore(subscribe, () => works);
