/** How the window looks, kept in this profile: theme, panes, keys. */
import { useSetting } from '../store/hooks';
import { readSetting, writeSetting } from '../store/registry';
import { applyTheme } from '../ui';
import type { Theme } from '../ui';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

export const THEME_SETTING = 'view.theme';
export const SINGLE_KEYS_SETTING = 'keys.single';
/** Whether what a text suggests is marked and offered. */
export const SUGGESTIONS_SETTING = 'view.suggestions';
export const KEYMAP_SETTING = 'keys.changed';

/** Goes to the next theme and says which. */
export async function cycleTheme(): Promise<Theme> {
  const now = (await readSetting<Theme>(THEME_SETTING)) ?? 'system';
  const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length]!;
  await setTheme(next);
  return next;
}

export async function setTheme(theme: Theme): Promise<void> {
  await writeSetting(THEME_SETTING, theme);
  applyTheme(theme);
}

/** Turns a yes-or-no setting over; unset means yes. */
export async function toggleSetting(key: string): Promise<null> {
  await writeSetting(key, !((await readSetting<boolean>(key)) ?? true));
  return null;
}

/** A yes-or-no setting; unset means yes. */
export const useSwitch = (key: string): boolean => useSetting<boolean>(key) ?? true;

/** A width in pixels that a person can change. */
export const useWidth = (key: string, otherwise: number): number => useSetting<number>(key) ?? otherwise;

/** Shows a pane that was folded away. */
export const showPane = (key: 'view.navigation' | 'view.details'): Promise<void> => writeSetting(key, true);
