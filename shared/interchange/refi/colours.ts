/** Colours of codes are free (`#RGB`, `#RRGGBB`); tags have twelve hues, every thirty degrees of the OKLCH circle. */
import { TAG_HUES } from '../../model/tag';

/** Degrees of hue 0, as the design tokens have it, and between neighbours. */
const FIRST = 25;
const STEP = 360 / TAG_HUES;
const LIGHTNESS = 0.59;
const CHROMA = 0.14;
/** Below this chroma a colour is a grey, and its hue says nothing. */
const GREY = 0.02;

/** The nearest hue to a colour, 0 to 11; null for greys and for what is no colour. */
export function hueOf(colour: string): number | null {
  const match = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim());
  if (!match) return null;
  const hex = match[1]!.length === 3 ? match[1]!.replaceAll(/./g, '$&$&') : match[1]!;
  const [r, g, b] = [0, 2, 4].map((from) => linear(Number.parseInt(hex.slice(from, from + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  // Björn Ottosson, "A perceptual color space for image processing", 2020.
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  if (Math.hypot(across, along) < GREY) return null;
  const degrees = (Math.atan2(along, across) * 180) / Math.PI;
  return ((Math.round((degrees - FIRST) / STEP) % TAG_HUES) + TAG_HUES) % TAG_HUES;
}

/** The colour a hue is written as, `#rrggbb`. */
export function colourOf(hue: number): string {
  const angle = ((FIRST + hue * STEP) * Math.PI) / 180;
  const [a, b] = [CHROMA * Math.cos(angle), CHROMA * Math.sin(angle)];
  const l = (LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (LIGHTNESS - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const parts = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${parts
    .map((part) =>
      Math.round(gamma(Math.max(0, Math.min(1, part))) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
