/** The colours of the theme in force as a canvas takes them; in forced colours, the system's. */
import type { Look } from './slots';
import type { StripColours } from './drawStrip';

/** @param probe an element in the page that shows nothing; its colour is asked for */
export function readColours(probe: HTMLElement): StripColours {
  const known = new Map<string, string>();
  const read = (value: string): string => {
    const before = known.get(value);
    if (before !== undefined) return before;
    probe.style.color = value;
    const colour = getComputedStyle(probe).color;
    known.set(value, colour);
    return colour;
  };
  return {
    of: (look: Look) => read(look ? `var(--hue-${look.hue}-underline)` : 'var(--line-strong)'),
    found: read('var(--strip-found)'),
    now: read('var(--strip-now)'),
  };
}

const ASKED = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** Calls back whenever the theme changes. Returns the way to stop. */
export function onTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const queries = ASKED.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
