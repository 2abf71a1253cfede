/** `data/records/<table>.jsonl`: a record a line, each in canonical JSON, ordered by id, a line feed after each. */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { MODEL_VERSION, SCHEMAS } from '../model/tables';
import type { RowOf } from '../model/tables';
import { upgradeRow } from '../migrations';
import type { OldRow } from '../migrations';
import { canonicalJson, isCanonical, NotCanonical, wellFormed } from './canonicalJson';
import { hasWildStamp } from './header';
import { LARGEST_LINE } from './limits';
import { lineMark, MARK_WORDS } from './lineMarks';
import type { LineBook } from './lineMarks';
import type { RecordTable } from './names';
import type { BundleRefusal } from './refusals';
import type { BundleTools, OnProgress } from './tools';
import { joined } from './zipWrite';

const LINE_FEED = 0x0a;
const ROWS_A_STEP = 2_000;
const BYTES_A_STEP = 1 << 20;

/** The file's bytes. Lone surrogates, which UTF-8 has no room for, become U+FFFD. Throws NotCanonical. */
export function writeRecords(
  rows: readonly object[],
  tools: Pick<BundleTools, 'encode'>,
  onProgress?: OnProgress,
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < rows.length; i += ROWS_A_STEP) {
    const lines = rows.slice(i, i + ROWS_A_STEP).map(lineOf);
    parts.push(tools.encode(`${lines.join('\n')}\n`));
    onProgress?.(Math.min(1, (i + ROWS_A_STEP) / rows.length));
  }
  return joined(parts);
}

function lineOf(row: object): string {
  try {
    return canonicalJson(row);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    return canonicalJson(wellFormed(row));
  }
}

export interface ReadLines {
  readonly onProgress?: OnProgress | undefined;
  /** Where given, lines that are known already are not read: they are missing in the answer. */
  readonly book?: LineBook | undefined;
}

/**
 * The rows of a file, each parsed by its schema and upgraded to this program's model.
 * @param version the model version the rows were written by
 */
export function readRecords<Table extends RecordTable>(
  table: Table,
  bytes: Uint8Array,
  version: number,
  tools: Pick<BundleTools, 'decode'>,
  { onProgress, book }: ReadLines = {},
): Result<RowOf<Table>[], BundleRefusal> {
  const rows: RowOf<Table>[] = [];
  const broken = (): Result<never, BundleRefusal> => no('record-broken', `line ${rows.length + 1} of ${table}`);
  if (bytes.at(-1) !== LINE_FEED) return broken();
  const parse = rowParser(table, version);
  let lastId = '';
  for (let from = 0; from < bytes.length;) {
    // A line feed is never part of another character in UTF-8, so the bytes can be cut there.
    const to = bytes.indexOf(LINE_FEED, Math.min(bytes.length, from + BYTES_A_STEP) - 1) + 1;
    if (to - from > LARGEST_LINE + BYTES_A_STEP) return broken();
    const { runs, marks } = book ? newLines(bytes, from, to, book) : { runs: [[from, to] as const], marks: [] };
    let place = 0;
    for (const [start, end] of runs) {
      let text: string;
      try {
        text = tools.decode(bytes.subarray(start, end - 1));
      } catch {
        return broken();
      }
      for (const line of text.split('\n')) {
        const row = parse(line);
        if (!row || row.id <= lastId) return broken();
        lastId = row.id;
        rows.push(row);
        book?.note(marks, place, row.id);
        place += MARK_WORDS;
      }
    }
    from = to;
    onProgress?.(from / bytes.length);
  }
  return yes(rows);
}

/** The lines between `from` and `to` that are not known: runs of them, each ending behind a line feed, and their marks. */
function newLines(
  bytes: Uint8Array,
  from: number,
  to: number,
  book: LineBook,
): { readonly runs: (readonly [number, number])[]; readonly marks: number[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = new Int32Array(MARK_WORDS);
  const runs: (readonly [number, number])[] = [];
  const marks: number[] = [];
  let open = from;
  for (let start = from; start < to;) {
    const end = bytes.indexOf(LINE_FEED, start) + 1;
    lineMark(view, start, end - 1, mark);
    if (book.isKnown(mark)) {
      if (open < start) runs.push([open, start]);
      open = end;
      book.skipped += 1;
    } else marks.push(...mark);
    start = end;
  }
  if (open < to) runs.push([open, to]);
  return { runs, marks };
}

/** A parser of single lines: the row, or null for a line that is none. */
function rowParser<Table extends RecordTable>(table: Table, version: number): (line: string) => RowOf<Table> | null {
  const schema = SCHEMAS[table];
  return (line) => {
    let raw: OldRow;
    try {
      raw = JSON.parse(line) as OldRow;
    } catch {
      return null;
    }
    if (typeof raw !== 'object' || raw === null || !isCanonical(line, raw)) return null;
    // No record has such a key, and parsers treat it as none: it is refused while it can still be seen.
    if (line.includes('"__proto__":') && hasProtoKey(raw)) return null;
    const current = version === MODEL_VERSION ? raw : upgradeRow(table, raw, version);
    const parsed = schema.safeParse(current);
    if (!parsed.success) return null;
    // The parsed copy has the schema's order of keys; the checked original has the file's, which is written faster.
    const row = current as unknown as RowOf<Table>;
    return hasWildStamp(row) ? null : row;
  };
}

function hasProtoKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === '__proto__' || hasProtoKey(inner));
}
