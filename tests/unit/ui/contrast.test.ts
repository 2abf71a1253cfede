// The colours of tokens.css keep WCAG 2.2's contrasts (1.4.3 text, 1.4.11 marks) in both themes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Oklch = readonly [lightness: number, chroma: number, hue: number];
type ThemeName = 'light' | 'dark';

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

function parse(text: string): Oklch {
  const found = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)/.exec(text);
  if (!found) throw new Error(`not an opaque oklch colour: ${text}`);
  return [Number(found[1]) / 100, Number(found[2]), Number(found[3])];
}

function colour(token: string, theme: ThemeName): Oklch {
  const value = new RegExp(`--${token}: ([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`no token --${token}`);
  const pair = /^light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)$/.exec(value);
  return parse(pair ? (theme === 'light' ? pair[1]! : pair[2]!) : value);
}

/** Linear sRGB of an OKLCH colour (CSS Color 4), cut to the gamut as a screen would. */
function linear([lightness, chroma, hue]: Oklch): readonly [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const cut = (value: number): number => Math.max(0, Math.min(1, value));
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance(one: Oklch): number {
  const [red, green, blue] = linear(one);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [high, low] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['ground', 'ground-sunken', 'surface', 'raised', 'hover', 'selected', 'accent-ground'];
const hues = Array.from({ length: 12 }, (_, step) => step);

const TEXT: readonly (readonly [string, string])[] = [
  ...[...GROUNDS, 'pressed', 'found', 'danger-ground', 'warn-ground', 'good-ground'].map((on) => ['text', on] as const),
  ...GROUNDS.flatMap((on) => ['muted', 'accent', 'danger', 'warn', 'good'].map((of) => [of, on] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['danger', 'danger-ground'],
  ['warn', 'warn-ground'],
  ['good', 'good-ground'],
  ...hues.flatMap((step) => [
    ['text', `hue-${step}-ground`] as const,
    [`hue-${step}-ink`, `hue-${step}-ground`] as const,
    ...['ground', 'surface', 'raised', 'hover', 'selected'].map((on) => [`hue-${step}-ink`, on] as const),
  ]),
];

const MARKS: readonly (readonly [string, string])[] = [
  ...['ground', 'surface', 'raised'].flatMap((on) => [['line-strong', on] as const, ['focus', on] as const]),
  ['focus', 'hover'],
  ['focus', 'selected'],
  ...hues.flatMap((step) =>
    ['ground', 'surface', 'raised', `hue-${step}-ground`].map((on) => [`hue-${step}-underline`, on] as const),
  ),
];

const failing = (pairs: readonly (readonly [string, string])[], theme: ThemeName, least: number): string[] =>
  pairs
    .map(([of, on]) => ({ of, on, ratio: contrast(colour(of, theme), colour(on, theme)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ of, on, ratio }) => `--${of} on --${on}: ${ratio.toFixed(2)}`);

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test('text keeps 4.5:1 on every ground it stands on', () => {
    expect(failing(TEXT, theme, 4.5)).toEqual([]);
  });

  test('marks and edges of controls keep 3:1', () => {
    expect(failing(MARKS, theme, 3)).toEqual([]);
  });
});

test('the measure itself: black on white is 21:1, and a known grey agrees', () => {
  expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
  // #767676, the classic grey that just passes on white.
  expect(contrast([0.5682, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
});
