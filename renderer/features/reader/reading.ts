/** How a text is set for reading: size, width, typeface and space between lines, kept in this profile for all texts. */
import type { CSSProperties } from 'react';
import { useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';

export const SIZES = ['small', 'usual', 'large', 'larger'] as const;
export const WIDTHS = ['narrow', 'usual', 'wide'] as const;
export const FACES = ['serif', 'sans'] as const;
export const SPACINGS = ['close', 'usual', 'open'] as const;

export interface Reading {
  readonly size: (typeof SIZES)[number];
  readonly width: (typeof WIDTHS)[number];
  readonly face: (typeof FACES)[number];
  readonly spacing: (typeof SPACINGS)[number];
}

export const USUAL: Reading = { size: 'usual', width: 'usual', face: 'serif', spacing: 'usual' };

const SETTING = 'view.reading';

const SIZE: Readonly<Record<Reading['size'], string>> = {
  small: '0.9375rem',
  usual: 'var(--type-17)',
  large: '1.25rem',
  larger: '1.5rem',
};
const WIDTH: Readonly<Record<Reading['width'], string>> = { narrow: '28em', usual: '37em', wide: '52em' };
const FACE: Readonly<Record<Reading['face'], string>> = { serif: 'var(--font-read)', sans: 'var(--font-ui)' };
/** Of the size: 28 px to the usual 17. */
const SPACING: Readonly<Record<Reading['spacing'], string>> = {
  close: '1.4em',
  usual: 'calc(1em * 28 / 17)',
  open: '2em',
};

const isOne = <One extends string>(list: readonly One[], value: unknown): value is One =>
  (list as readonly unknown[]).includes(value);

/** What was kept, each part that is not one of the choices as usual. */
export function readingOf(kept: unknown): Reading {
  const { size, width, face, spacing } = (kept ?? {}) as Partial<Record<keyof Reading, unknown>>;
  return {
    size: isOne(SIZES, size) ? size : USUAL.size,
    width: isOne(WIDTHS, width) ? width : USUAL.width,
    face: isOne(FACES, face) ? face : USUAL.face,
    spacing: isOne(SPACINGS, spacing) ? spacing : USUAL.spacing,
  };
}

export const useReading = (): Reading => readingOf(useSetting<unknown>(SETTING));

/** Keeps the settings for every text. */
export const keepReading = (reading: Reading): Promise<void> => writeSetting(SETTING, reading);

/** The properties that the style sheet of the reader takes them from. */
export const readingStyle = ({ size, width, face, spacing }: Reading): CSSProperties =>
  ({
    '--read-size': SIZE[size],
    '--read-width': WIDTH[width],
    '--read-face': FACE[face],
    '--read-leading': SPACING[spacing],
  }) as CSSProperties;
