/** The pieces of a page that a person sees, turned so that their text runs to the right, apart by direction. */
import { plainGlyphs } from './glyphs';
import type { PdfItem, PdfPage } from './page';

export interface Atom {
  readonly item: number;
  readonly text: string;
  x0: number;
  x1: number;
  /** The base line, growing downwards. */
  y: number;
  readonly size: number;
  readonly font: string;
}

/** Letters smaller than this, in points, are not there to be read. */
const LEAST_SIZE = 2;

export interface Placed {
  /** Where the piece begins on the page as shown. */
  readonly x: number;
  readonly y: number;
  /** The way its text runs, and the way from the base line to the letters' tops: of length one. */
  readonly along: readonly [number, number];
  readonly up: readonly [number, number];
  readonly length: number;
  readonly size: number;
}

/** Where an item stands on the page as shown. */
export function placeOf(item: PdfItem, page: PdfPage): Placed {
  const [a, b, c, d, e, f] = page.transform as [number, number, number, number, number, number];
  const [ia, ib, ic, id, ie, iF] = item.transform as [number, number, number, number, number, number];
  const vertical = page.verticalFonts.includes(item.fontName);
  const run: [number, number] = vertical ? [-ic, -id] : [ia, ib];
  const rise: [number, number] = vertical ? [ia, ib] : [ic, id];
  const turn = ([x, y]: [number, number]): [number, number] => [a * x + c * y, b * x + d * y];
  const [along, alongLength] = unit(turn(run));
  const [up, size] = unit(turn(rise));
  const scale = Math.hypot(a, b);
  return {
    x: a * ie + c * iF + e,
    y: b * ie + d * iF + f,
    along,
    up,
    length: (vertical ? item.height : item.width) * scale,
    size: size || alongLength,
  };
}

function unit([x, y]: [number, number]): [readonly [number, number], number] {
  const length = Math.hypot(x, y);
  return length === 0 ? [[1, 0], 0] : [[x / length, y / length], length];
}

/** Pieces by the direction they run in; the direction most letters run in comes first. */
export function atomsOf(page: PdfPage): Atom[][] {
  const directions = new Map<number, { atoms: Atom[]; letters: number }>();
  for (const [item, one] of page.items.entries()) {
    if (one.str.trim() === '') continue;
    const place = placeOf(one, page);
    if (place.size < LEAST_SIZE || isOutside(place, page)) continue;
    const [cos, sin] = place.along;
    const degrees = (Math.round((Math.atan2(sin, cos) * 180) / Math.PI) + 360) % 360;
    const x0 = place.x * cos + place.y * sin;
    const y = place.y * cos - place.x * sin;
    const text = plainGlyphs(one.str);
    const atom: Atom = { item, text, x0, x1: x0 + place.length, y, size: place.size, font: one.fontName };
    const group = directions.get(degrees);
    if (group) {
      group.atoms.push(atom);
      group.letters += text.length;
    } else directions.set(degrees, { atoms: [atom], letters: text.length });
  }
  return [...directions].sort(([a, one], [b, two]) => two.letters - one.letters || a - b).map(([, { atoms }]) => atoms);
}

const isOutside = ({ x, y, along, length }: Placed, page: PdfPage): boolean => {
  const [endX, endY] = [x + along[0] * length, y + along[1] * length];
  return (
    Math.max(x, endX) < 0 || Math.min(x, endX) > page.width || Math.max(y, endY) < 0 || Math.min(y, endY) > page.height
  );
};
