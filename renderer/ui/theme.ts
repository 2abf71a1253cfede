/** Light, dark, or what the system says; the colours themselves are in tokens.css. */

export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Puts a theme on the page at once. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** The theme in force: `light` or `dark`, also where the system decides. */
export function shownTheme(): 'light' | 'dark' {
  const asked = document.documentElement.dataset['theme'];
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
