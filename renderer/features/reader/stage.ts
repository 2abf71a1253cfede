/**
 * What the reader shows now, for the list of excerpts beside it, and what it is asked to show: kept apart so that
 * scrolling re-renders neither.
 */
import { useSyncExternalStore } from 'react';

export interface Stage {
  readonly documentId: string;
  /** The first excerpt whose passage is in view, and how far below the top of the window it stands, in pixels. */
  readonly excerptId: string | null;
  readonly top: number;
}

let stage: Stage | null = null;
const listeners = new Set<() => void>();

export function setStage(next: Stage | null): void {
  if (
    stage?.documentId === next?.documentId &&
    stage?.excerptId === next?.excerptId &&
    Math.abs((stage?.top ?? 0) - (next?.top ?? 0)) < 1
  )
    return;
  stage = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useStage = (): Stage | null => useSyncExternalStore(subscribe, () => stage);

const askListeners = new Set<(excerptId: string) => void>();

/** Asks an open reader to bring an excerpt into view, also when it is selected and the route names it already. */
export function showPassage(excerptId: string): void {
  for (const listener of askListeners) listener(excerptId);
}

/** Listens for `showPassage`. Returns the way to stop. */
export function onShowPassage(listener: (excerptId: string) => void): () => void {
  askListeners.add(listener);
  return () => askListeners.delete(listener);
}

let opened: string | null = null;

/** Remembers which card was opened last, so that the focus comes back to it. */
export const setOpenedCard = (excerptId: string | null): void => {
  opened = excerptId;
};
export const openedCard = (): string | null => opened;
