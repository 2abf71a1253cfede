/**
 * Comma-separated values (RFC 4180) in UTF-8 with a byte order mark, so that spreadsheets read the letters right, and
 * safe in them: a cell that would be taken for a formula gets an apostrophe before it (OWASP, CSV injection).
 */

/** First characters that make a spreadsheet calculate; an apostrophe is guarded too, so that it can be told from ours. */
const RISKY = /^[=+\-@\t\r']/;

/** A cell with the apostrophe it needs. `unguarded` takes it away again. */
export const guarded = (cell: string): string => (RISKY.test(cell) ? `'${cell}` : cell);

/** A cell as it was before `guarded`. An apostrophe that guards nothing stays. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The rows as a file: a byte order mark, cells guarded and quoted where needed, lines ending in CRLF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map((cell) => quoted(guarded(cell))).join(',')}\r\n`).join('')}`;

/** Which of comma, semicolon and tab parts the first line most often: spreadsheets in Europe write semicolons. */
function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((sign) => [sign, 0]));
  let inQuotes = false;
  for (let at = 0; at < Math.min(text.length, 65_536); at += 1) {
    const sign = text[at]!;
    if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && (sign === '\n' || sign === '\r')) break;
    else if (!inQuotes && counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/**
 * The rows of a file, cells unguarded; empty lines are none. A quote that never ends takes what is left as its cell.
 * Null where there are more than `mostCells` cells.
 */
export function parseCsv(raw: string, mostCells = 5_000_000): string[][] | null {
  const text = raw.replace(/^\ufeff/, '');
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  const endCell = (cell: string): void => {
    row.push(unguarded(cell));
    cells += 1;
  };
  const endRow = (): void => {
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  while (at < text.length) {
    if (cells > mostCells) return null;
    let cell = '';
    if (text[at] === '"') {
      const parts: string[] = [];
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        parts.push(text.slice(at, close < 0 ? text.length : close));
        at = close < 0 ? text.length : close + 1;
        if (close < 0 || text[at] !== '"') break;
        parts.push('"');
        at += 1;
      }
      cell = parts.join('');
    }
    const from = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    endCell(cell + text.slice(from, at));
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) endCell('');
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    endRow();
  }
  if (row.length > 0) endRow();
  return rows;
}
