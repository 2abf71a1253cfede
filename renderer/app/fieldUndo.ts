/**
 * In a text field, undo belongs to the field. Keys find it there by themselves; a native menu knows only the window,
 * so its Undo and Redo are handed on from here.
 */
import { useSyncExternalStore } from 'react';
import { isTextField } from './keymap';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('focusin', listener);
  addEventListener('focusout', listener);
  return () => {
    removeEventListener('focusin', listener);
    removeEventListener('focusout', listener);
  };
};
const isWriting = (): boolean => isTextField(document.activeElement);

/** True while a text field has the focus. */
export const useIsWriting = (): boolean => useSyncExternalStore(subscribe, isWriting);

/** Undoes or redoes in the field that has the focus. False where none has. */
export function reverseInField(kind: 'undo' | 'redo', os: 'mac' | 'windows' | 'linux'): boolean {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isTextField(field)) return false;
  if (field.isContentEditable) {
    // A rich text keeps its own steps, behind its own keys.
    const [metaKey, ctrlKey] = os === 'mac' ? [true, false] : [false, true];
    const key = { key: 'z', code: 'KeyZ', keyCode: 90, shiftKey: kind === 'redo', metaKey, ctrlKey };
    field.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
  } else document.execCommand(kind);
  return true;
}
