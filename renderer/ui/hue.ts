/** The twelve hues of tokens.css as a style: `--ink`, `--tint` and `--mark` for the rules of one component. */
import type { CSSProperties } from 'react';

export const HUE_COUNT = 12;

/** Custom properties of one hue; any integer is taken round the circle of twelve. */
export function hueStyle(hue: number): CSSProperties {
  const step = ((Math.trunc(hue) % HUE_COUNT) + HUE_COUNT) % HUE_COUNT;
  return {
    '--ink': `var(--hue-${step}-ink)`,
    '--tint': `var(--hue-${step}-ground)`,
    '--mark': `var(--hue-${step}-underline)`,
  } as CSSProperties;
}
