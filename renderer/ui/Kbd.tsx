/** Shows a key combination written as `Mod+Shift+K` the way this machine's keyboard names it. */
import { classes } from './classes';
import styles from './Kbd.module.css';

const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' };
const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
};

const onMac = (): boolean => typeof navigator !== 'undefined' && /^Mac|iP/.test(navigator.platform);

/** The keys as one string for a title or a tooltip: `Ctrl+K`, or `⌘K` on a Mac. */
export function keysText(keys: string, mac: boolean = onMac()): string {
  const parts = keys.split(/\+(?=.)/);
  return mac
    ? parts.map((part) => MAC[part] ?? SIGNS[part] ?? part).join('')
    : parts.map((part) => SIGNS[part] ?? part).join('+');
}

/** The same combination in the form of `aria-keyshortcuts` (WAI-ARIA 1.2). */
export const keysForAria = (keys: string): string => keys.replace('Mod', onMac() ? 'Meta' : 'Control');

export const Kbd = ({ keys, className }: { keys: string; className?: string }) => (
  <kbd className={classes(styles.kbd, className)}>{keysText(keys)}</kbd>
);
