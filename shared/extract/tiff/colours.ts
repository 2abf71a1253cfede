/** What the samples of a page mean: its dots in red, green and blue. */
import { TAG } from './directory';
import type { Directory } from './directory';
import type { Samples } from './strips';

/** Writes the colour of a dot whose samples begin at `from` into `to`: red, green, blue. */
export type Colour = (samples: Uint8Array, from: number, to: Uint8ClampedArray, at: number) => void;

const [WHITE_IS_ZERO, BLACK_IS_ZERO, RGB, PALETTE, INKS] = [0, 1, 2, 3, 5];
export const YCBCR = 6;
const [ALPHA_IN, ALPHA_APART] = [1, 2];

const grey =
  (turned: number): Colour =>
  (samples, from, to, at) =>
    to.fill(samples[from]! ^ turned, at, at + 3);

const rgb: Colour = (samples, from, to, at) => {
  [to[at], to[at + 1], to[at + 2]] = [samples[from]!, samples[from + 1]!, samples[from + 2]!];
};

const inks: Colour = (samples, from, to, at) => {
  const light = 255 - samples[from + 3]!;
  for (let i = 0; i < 3; i += 1) to[at + i] = ((255 - samples[from + i]!) * light) / 255;
};

/** Numbers of colours that are listed, the reds first, each of 16 bits. */
const listed =
  (colours: readonly number[], size: number): Colour =>
  (samples, from, to, at) => {
    for (let i = 0; i < 3; i += 1) to[at + i] = (colours[i * size + samples[from]!] ?? 0) >> 8;
  };

/** On white paper. */
const seenThrough =
  (colour: Colour, alpha: number, isIn: boolean): Colour =>
  (samples, from, to, at) => {
    const share = samples[from + alpha]!;
    colour(samples, from, to, at);
    for (let i = 0; i < 3; i += 1) to[at + i] = (isIn ? to[at + i]! : (to[at + i]! * share) / 255) + 255 - share;
  };

/** True where samples are numbers in a list, not shares of light. */
export const isListed = (page: Directory): boolean => page.one(TAG.photometric, BLACK_IS_ZERO) === PALETTE;

/** True where zero is white. */
export const isInverted = (page: Directory): boolean => page.one(TAG.photometric, BLACK_IS_ZERO) === WHITE_IS_ZERO;

function plainColour(page: Directory, { bits }: Samples): readonly [colour: Colour, samples: number] | null {
  switch (page.one(TAG.photometric, BLACK_IS_ZERO)) {
    case WHITE_IS_ZERO:
      return [grey(0xff), 1];
    case BLACK_IS_ZERO:
      return [grey(0), 1];
    case RGB:
      return [rgb, 3];
    case PALETTE:
      return bits <= 8 ? [listed(page.all(TAG.colours), 1 << bits), 1] : null;
    case INKS:
      return [inks, 4];
    default:
      return null;
  }
}

/** Null where the page is of a kind that is not known here. */
export function colourOf(page: Directory, samples: Samples): Colour | null {
  const [colour, needed] = plainColour(page, samples) ?? [null, 0];
  if (colour === null || samples.count < needed) return null;
  const alpha = samples.count > needed ? page.one(TAG.extraSamples, 0) : 0;
  return alpha === ALPHA_IN || alpha === ALPHA_APART ? seenThrough(colour, needed, alpha === ALPHA_IN) : colour;
}
