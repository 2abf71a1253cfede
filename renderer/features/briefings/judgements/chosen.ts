/** The judgement whose fields are open beside the text. One editor is open at a time, so there is one. */
import { useSyncExternalStore } from 'react';

let chosen: string | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens the fields of a judgement, or of none. */
export function chooseJudgement(id: string | null): void {
  if (id === chosen) return;
  chosen = id;
  for (const listener of listeners) listener();
}

export const useChosenJudgement = (): string | null => useSyncExternalStore(subscribe, () => chosen);
