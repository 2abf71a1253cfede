/**
 * What stands in each row of the strip beside the scroll bar. The strip is cut into rows of a few pixels: however many
 * excerpts fall into one, it shows the two looks that most of them have.
 */
import type { Tag, TagKind } from '@shared/model/tag';
import type { Span } from '@shared/text/trimMarkers';
import { shareAt } from './track';
import type { Track } from './track';

/** Height of a row, in pixels. */
export const ROW = 4;

/** The hue and the kind of an excerpt's first tag; null where it has none. */
export type Look = { readonly hue: number; readonly kind: TagKind } | null;

export interface Row {
  /** Indexes of the excerpts that begin in it. */
  readonly excerpts: readonly number[];
  /** Indexes of the words found in it. */
  readonly found: readonly number[];
  /** At most two, the more frequent first. */
  readonly looks: readonly Look[];
}

/** An excerpt that goes on over several rows, `to` the last of them. */
export interface Stem {
  readonly from: number;
  readonly to: number;
  readonly look: Look;
}

export interface Slots {
  readonly rows: ReadonlyMap<number, Row>;
  readonly stems: readonly Stem[];
}

export const lookOf = (tag: Tag | undefined, hues: number): Look =>
  tag ? { hue: tag.hue % hues, kind: tag.kind } : null;

/** The row of an offset in a strip that is so many pixels high. */
export function rowOf(track: Track, height: number, offset: number): number {
  const rows = Math.max(1, Math.floor(height / ROW));
  return Math.min(rows - 1, Math.floor(shareAt(track, offset) * rows));
}

const nameOf = (look: Look): string => (look ? `${look.hue} ${look.kind}` : '');

/** The rows with anything in them, and the excerpts that are longer than one, one of a kind where they coincide. */
export function slotsOf(
  track: Track,
  height: number,
  excerpts: readonly (Span & { readonly look: Look })[],
  found: readonly Span[],
): Slots {
  const rows = new Map<number, { excerpts: number[]; found: number[]; counts: Map<string, [Look, number]> }>();
  const rowAt = (row: number) => {
    const known = rows.get(row);
    if (known) return known;
    const made = { excerpts: [], found: [], counts: new Map<string, [Look, number]>() };
    rows.set(row, made);
    return made;
  };
  const stems = new Map<string, Stem>();
  excerpts.forEach(({ start, end, look }, index) => {
    const from = rowOf(track, height, start);
    const row = rowAt(from);
    row.excerpts.push(index);
    const name = nameOf(look);
    row.counts.set(name, [look, (row.counts.get(name)?.[1] ?? 0) + 1]);
    const to = rowOf(track, height, end);
    if (to > from) stems.set(`${from} ${to} ${name}`, { from, to, look });
  });
  found.forEach((span, index) => rowAt(rowOf(track, height, span.start)).found.push(index));
  const made = new Map<number, Row>();
  for (const [row, { counts, ...inside }] of rows) {
    const looks = [...counts.values()].sort((a, b) => b[1] - a[1]);
    made.set(row, { ...inside, looks: looks.slice(0, 2).map(([look]) => look) });
  }
  return { rows: made, stems: [...stems.values()] };
}

/** Rows above and below that a pointer takes in: a target of 20 pixels. */
const REACH = 2;

/** The row with something in it that is nearest to a height in pixels; null where none is near. */
export function rowNear({ rows }: Slots, y: number): Row | null {
  const here = Math.floor(y / ROW);
  for (let by = 0; by <= REACH; by += 1) {
    const row = rows.get(here - by) ?? rows.get(here + by);
    if (row) return row;
  }
  return null;
}
