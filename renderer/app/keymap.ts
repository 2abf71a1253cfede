/** The keyboard: one listener, fed by the table of commands. In a text field only keys with Mod or Alt are ours. */
import { COMMANDS } from '@shared/commands';
import type { CommandId, CommandRow } from '@shared/commands';

/** A key as the table writes it: `Mod+Shift+S`, `Alt+ArrowLeft`, `E`, `/`, `?`. */
export type Keys = string;

/** Changed keys of this profile; null takes a command's key away. */
export type ChangedKeys = { readonly [Id in CommandId]?: Keys | null };

const isMac = (): boolean => navigator.platform.startsWith('Mac');

/** The table's name for the key that was pressed. */
export function keysOf(event: KeyboardEvent): Keys {
  const parts: string[] = [];
  if (isMac() ? event.metaKey : event.ctrlKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  const symbol = event.key.length === 1 && !/[a-z0-9]/i.test(event.key);
  // A symbol such as ? already needs Shift on some keyboards and not on others.
  if (event.shiftKey && !(symbol && parts.length === 0)) parts.push('Shift');
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const key =
    event.altKey || event.shiftKey ? (symbol && parts.length === 0 ? event.key : (letter ?? event.key)) : event.key;
  parts.push(key.length === 1 ? key.toUpperCase() : key);
  return parts.join('+');
}

/** Characters without Mod or Alt: they work outside text fields, and can be switched off (WCAG 2.1.4). F keys write nothing. */
export const isSingleKey = (keys: Keys): boolean => !/^(?:Mod|Alt)\+|^(?:Shift\+)?F\d{1,2}$/.test(keys);

/** Something one writes in: letters and undo are its own. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)));

/** Where letters look for an entry that begins with them, or write: menus, lists that open, dialogs. */
const TAKES_KEYS =
  '[role=menu],[role=listbox],[aria-haspopup=listbox],[role=combobox],[role=dialog],[role=alertdialog]';

const usesKey = (keys: Keys, target: EventTarget | null): boolean =>
  target instanceof Element &&
  // In a tree letters look for a row; other single keys have no meaning there.
  (target.closest(TAKES_KEYS) !== null || (/^[A-Z]$/.test(keys) && target.closest('[role=treegrid]') !== null));

/** The keys in force: the table's, with this profile's changes. */
export function keymapWith(changed: ChangedKeys): Map<Keys, CommandId> {
  const map = new Map<Keys, CommandId>();
  for (const id of Object.keys(COMMANDS) as CommandId[]) {
    const keys = keysFor(id, changed);
    if (keys && !map.has(keys)) map.set(keys, id);
  }
  return map;
}

/** The keys of one command, null where it has none. */
export function keysFor(id: CommandId, changed: ChangedKeys): Keys | null {
  const own = changed[id];
  return own === undefined ? ((COMMANDS[id] as CommandRow).keys ?? null) : own;
}

/** The command that a key press means here; null where the key belongs to somebody else. */
export function commandFor(
  event: KeyboardEvent,
  map: ReadonlyMap<Keys, CommandId>,
  singleKeys: boolean,
): CommandId | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const keys = keysOf(event);
  const id = map.get(keys);
  if (!id) return null;
  const inField = isTextField(event.target);
  if (inField && (id === 'edit.undo' || id === 'edit.redo')) return null;
  if (isSingleKey(keys) && (!singleKeys || inField || usesKey(keys, event.target))) return null;
  return id;
}
