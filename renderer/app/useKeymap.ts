/** Listens to the keyboard for the whole window. */
import { useEffect } from 'react';
import { useSetting } from '../store/hooks';
import type { App } from './context';
import { commandFor, keymapWith } from './keymap';
import type { ChangedKeys } from './keymap';
import { isEnabled } from './enabled';
import { KEYMAP_SETTING, SINGLE_KEYS_SETTING } from './viewSettings';

const NO_CHANGES: ChangedKeys = {};

export function useKeymap(app: App): void {
  const changed = useSetting<ChangedKeys>(KEYMAP_SETTING) ?? NO_CHANGES;
  const singleKeys = useSetting<boolean>(SINGLE_KEYS_SETTING) ?? true;
  useEffect(() => {
    const map = keymapWith(changed);
    const listen = (event: KeyboardEvent): void => {
      const id = commandFor(event, map, singleKeys);
      if (!id || !isEnabled(id, app)) return;
      event.preventDefault();
      void app.run(id as 'edit.undo');
    };
    // A tree takes every arrow, with Alt too, and lets none through.
    const early = (event: KeyboardEvent): void => {
      if (!event.altKey || !(event.target as Element).closest('[role=treegrid]')) return;
      listen(event);
      if (event.defaultPrevented) event.stopPropagation();
    };
    addEventListener('keydown', early, true);
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', early, true);
      removeEventListener('keydown', listen);
    };
  }, [app, changed, singleKeys]);
}
