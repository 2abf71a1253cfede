/** Dialogs that a handler awaits: one list of what is open, drawn by the frame. */
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Confirmation } from '../context';

export interface OpenDialog {
  readonly id: number;
  readonly content: ReactNode;
}

let open: readonly OpenDialog[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
let confirmView: ((question: Confirmation, close: (answer?: boolean) => void) => ReactNode) | null = null;

const change = (next: readonly OpenDialog[]): void => {
  open = next;
  for (const listener of listeners) listener();
};

/** Shows a dialog; resolves with what it closes with, undefined when it is dismissed. */
export function ask<Answer>(dialog: (close: (answer?: Answer) => void) => ReactNode): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const id = nextId++;
    const close = (answer?: Answer): void => {
      change(open.filter((one) => one.id !== id));
      resolve(answer);
    };
    change([...open, { id, content: dialog(close) }]);
  });
}

/** Gives the question its look; called once, by the frame, so that this file needs no component. */
export function setConfirmView(view: typeof confirmView): void {
  confirmView = view;
}

export const confirm = async (question: Confirmation): Promise<boolean> =>
  (await ask<boolean>((close) => confirmView?.(question, close))) === true;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useDialogs = (): readonly OpenDialog[] => useSyncExternalStore(subscribe, () => open);
