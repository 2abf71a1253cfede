/**
 * Draws the strip: excerpts in the hue of their first tag with the pattern that its kind has under the words, so that
 * colour never says it alone; words found in a column of their own; the focused ones framed.
 */
import type { TagKind } from '@shared/model/tag';
import { ROW } from './slots';
import type { Look, Slots } from './slots';

export interface StripColours {
  readonly of: (look: Look) => string;
  readonly found: string;
  readonly now: string;
}

export interface StripDrawing {
  readonly slots: Slots;
  /** Rows of the focused excerpt and of the words found last; null where there are none. */
  readonly focused: number | null;
  readonly foundNow: number | null;
}

/** Where the columns begin and how wide they are, in pixels. */
const STEM = { left: 1, width: 2 };
const EXCERPTS = { left: 4, width: 9 };
const FOUND = { left: 14, width: 4 };
export const STRIP_WIDTH = 19;

type Box = readonly [left: number, top: number, width: number, height: number];

/** The boxes of a pattern within a row, in the manner of the line under the words. */
const PATTERNS: Readonly<Record<TagKind | 'plain', (left: number, top: number, width: number) => readonly Box[]>> = {
  plain: (left, top, width) => [[left, top + 1, width, 1]],
  topic: (left, top, width) => [[left, top, width, 2]],
  person: (left, top, width) => {
    const dash = Math.floor((width - 1) / 2);
    return [
      [left, top, dash, 2],
      [left + width - dash, top, dash, 2],
    ];
  },
  organisation: (left, top, width) =>
    Array.from({ length: Math.ceil(width / 3) }, (_, dot): Box => [
      left + dot * 3,
      top,
      Math.min(2, width - dot * 3),
      2,
    ]),
  place: (left, top, width) => [
    [left, top, width, 1],
    [left, top + 2, width, 1],
  ],
  equipment: (left, top, width) =>
    Array.from({ length: Math.ceil(width / 2) }, (_, wave): Box => [left + wave * 2, top + (wave % 2), 2, 1.5]),
  event: (left, top, width) => [[left, top, width, ROW - 0.5]],
};

/** Fills the canvas anew. `context` is scaled so that its unit is a pixel of the page. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  { slots, focused, foundNow }: StripDrawing,
  colours: StripColours,
): void {
  const { canvas } = context;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const { from, to, look } of slots.stems) {
    context.fillStyle = colours.of(look);
    context.fillRect(STEM.left, from * ROW, STEM.width, (to - from) * ROW + ROW - 1);
  }
  for (const [row, { looks, found }] of slots.rows) {
    const top = row * ROW;
    const width = looks.length > 1 ? (EXCERPTS.width - 1) / 2 : EXCERPTS.width;
    looks.forEach((look, index) => {
      context.fillStyle = colours.of(look);
      for (const box of PATTERNS[look?.kind ?? 'plain'](EXCERPTS.left + index * (width + 1), top, width))
        context.fillRect(...box);
    });
    if (found.length === 0) continue;
    context.fillStyle = colours.found;
    context.fillRect(FOUND.left, top, FOUND.width, 2);
  }
  context.fillStyle = colours.now;
  context.strokeStyle = colours.now;
  if (focused !== null) context.strokeRect(EXCERPTS.left - 1.5, focused * ROW - 1.5, EXCERPTS.width + 3, ROW + 2);
  if (foundNow !== null) {
    const middle = foundNow * ROW + 1;
    context.beginPath();
    context.moveTo(FOUND.left - 1, middle);
    context.lineTo(STRIP_WIDTH, middle - 4);
    context.lineTo(STRIP_WIDTH, middle + 4);
    context.fill();
  }
}
