/** Pages as fax machines write them (ITU-T T.4 and T.6): each row is a list of the places where the colour changes. */
import { ACROSS, BLACK_RUNS, LONGEST_CODE, MIDDLE, PASS, ROW_MODES, WHITE_RUNS } from './faxCodes';
import type { Codes } from './faxCodes';

export interface FaxSize {
  readonly columns: number;
  readonly rows: number;
}

/** Zeros that no code begins with: the end of a line, or of the page. */
const END_OF_LINE = 11;

class Bits {
  private at = 0;
  private readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get isOver(): boolean {
    return this.at >= this.bytes.length * 8;
  }

  /** The next bits; zeros behind the end. */
  peek(count: number): number {
    const from = this.at >> 3;
    const window = ((this.bytes[from] ?? 0) << 16) | ((this.bytes[from + 1] ?? 0) << 8) | (this.bytes[from + 2] ?? 0);
    return (window >> (24 - count - (this.at & 7))) & ((1 << count) - 1);
  }

  take(): number {
    const bit = this.peek(1);
    this.at += 1;
    return bit;
  }

  toByte(): void {
    this.at = (this.at + 7) & ~7;
  }

  /** The value of the next code; -1 where there is none. */
  code(codes: Codes): number {
    const found = codes[this.peek(LONGEST_CODE)]!;
    this.at += found & 15;
    return found === 0 || this.at > this.bytes.length * 8 ? -1 : found >> 4;
  }

  /** The length of the next run; -1 where it is damaged. */
  run(isBlack: boolean): number {
    let run = 0;
    for (;;) {
      const part = this.code(isBlack ? BLACK_RUNS : WHITE_RUNS);
      if (part < 0) return -1;
      run += part;
      if (part < 64) return run;
    }
  }

  /** Goes over the end of a line, if one stands here. */
  endOfLine(): boolean {
    if (this.peek(END_OF_LINE) !== 0) return false;
    while (!this.isOver && this.take() === 0);
    return true;
  }

  /** Goes to the end of the line. */
  toEndOfLine(): void {
    while (!this.isOver && this.peek(END_OF_LINE) !== 0) this.at += 1;
  }
}

/** The places where a row changes its colour; it begins in white. Behind the last stands the width. */
class Row {
  readonly columns: number;
  readonly changes: Int32Array;
  count = 0;
  constructor(columns: number) {
    this.columns = columns;
    this.changes = new Int32Array(columns + 4).fill(columns);
  }

  /** False where the place is none, as in damaged rows. */
  push(place: number): boolean {
    if (place < (this.changes[this.count - 1] ?? 0) || this.count >= this.columns) return place >= this.columns;
    this.changes[this.count] = Math.min(place, this.columns);
    this.count += 1;
    return true;
  }

  end(): void {
    this.changes.fill(this.columns, this.count, this.count + 4);
  }
}

/** A row that says its runs. False where it is damaged. */
function readRuns(bits: Bits, row: Row): boolean {
  row.count = 0;
  let isSound = true;
  for (let at = 0, isBlack = false; at < row.columns && isSound; isBlack = !isBlack) {
    const run = bits.run(isBlack);
    at += run;
    isSound = run >= 0 && row.push(at);
  }
  row.end();
  return isSound;
}

/** A row that is told from the one above it. False where it is damaged. */
function readFromAbove(bits: Bits, row: Row, above: Row): boolean {
  row.count = 0;
  let isSound = true;
  for (let at = -1, isBlack = false, change = 0; at < row.columns && isSound;) {
    const mode = bits.code(ROW_MODES);
    // The next change above from this colour: a run may have moved it one back.
    change = Math.max(0, change - 2);
    if (isBlack !== (change % 2 === 1)) change += 1;
    while (above.changes[change]! <= at && above.changes[change]! < row.columns) change += 2;
    if (mode < 0) isSound = false;
    else if (mode === PASS) at = above.changes[change + 1]!;
    else if (mode === ACROSS) {
      const [first, second] = [bits.run(isBlack), bits.run(!isBlack)];
      at = Math.max(0, at) + first;
      isSound = first >= 0 && second >= 0 && row.push(at) && row.push(at + second);
      at += second;
    } else {
      at = above.changes[change]! + mode - MIDDLE;
      isBlack = !isBlack;
      isSound = row.push(at);
    }
  }
  row.end();
  return isSound;
}

/** Sets the bits of the black runs. */
function paint({ changes, count }: Row, out: Uint8Array, from: number): void {
  for (let i = 0; i < count; i += 2) {
    for (let x = changes[i]!; x < changes[i + 1]!;) {
      if (x % 8 === 0 && x + 8 <= changes[i + 1]!) {
        out[from + (x >> 3)] = 0xff;
        x += 8;
      } else {
        out[from + (x >> 3)]! |= 0x80 >> (x % 8);
        x += 1;
      }
    }
  }
}

/**
 * Unpacks rows into bits, black as 1. A damaged row of a fax that marks the ends of its lines is that above it; in the
 * others nothing behind such a row can be told, and it stays white.
 * @param way `runs` without ends of lines, each row on a byte; `lines` with them, `mixed` where some rows are told from
 * the one above; `above` where all are
 */
export function unpackFax(
  packed: Uint8Array,
  out: Uint8Array,
  { columns, rows }: FaxSize,
  way: 'runs' | 'lines' | 'mixed' | 'above',
): void {
  const bits = new Bits(packed);
  let [row, above] = [new Row(columns), new Row(columns)];
  const length = Math.ceil(columns / 8);
  const hasEnds = way === 'lines' || way === 'mixed';
  for (let y = 0; y < rows && !bits.isOver; y += 1) {
    const isMarked = hasEnds && bits.endOfLine();
    const isAlone = way === 'mixed' ? bits.take() === 1 : way !== 'above';
    // The page ends with ends of lines that have nothing between them.
    if (isMarked && bits.peek(END_OF_LINE) === 0) return;
    if (way === 'runs') bits.toByte();
    if (isAlone ? readRuns(bits, row) : readFromAbove(bits, row, above)) [row, above] = [above, row];
    else if (hasEnds) bits.toEndOfLine();
    else return;
    paint(above, out, y * length);
  }
}
