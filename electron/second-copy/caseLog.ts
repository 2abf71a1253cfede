/**
 * A case's log on disk: one journal entry a line, only ever added to, flushed before it counts. A crash can tear its
 * last line; that line was never confirmed and is left out.
 */
import { open, readFile } from 'node:fs/promises';
import { hasCode, writeAtomic } from '../disk';

export interface LogLine {
  readonly seq: number;
  /** The journal entry, as it was given. */
  readonly text: string;
}

const FRAME = /^\{"seq":(\d+),"entry":(.*)\}$/;

/** A line of the file: JSON around JSON, so that any tool can read it. */
const framed = ({ seq, text }: LogLine): string => `{"seq":${seq},"entry":${text}}\n`;

/** Says whether a text is one JSON value on one line. */
export function isJsonLine(text: string): boolean {
  try {
    JSON.parse(text);
    return !/[\r\n]/.test(text);
  } catch {
    return false;
  }
}

function readLine(content: string): LogLine | null {
  const [, seq, text] = FRAME.exec(content) ?? [];
  return seq !== undefined && text !== undefined && isJsonLine(text) ? { seq: Number(seq), text } : null;
}

/** Whole lines, oldest first, up to the first one that cannot be read: what stands behind a gap cannot be trusted. */
export function parseLog(content: string): LogLine[] {
  const lines: LogLine[] = [];
  const whole = content.slice(0, content.lastIndexOf('\n') + 1);
  for (const content of whole.split('\n')) {
    if (content === '') continue;
    const line = readLine(content);
    if (line === null) break;
    lines.push(line);
  }
  return lines;
}

export async function readLogFile(file: string): Promise<LogLine[]> {
  try {
    return parseLog(await readFile(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Adds lines and flushes. If that fails, the file is cut back to what it was; the system's error is thrown. */
export async function appendLines(file: string, lines: readonly LogLine[]): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    const { size } = await handle.stat();
    try {
      await handle.appendFile(lines.map(framed).join(''));
      await handle.sync();
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/** Cuts what a crash left behind the last whole line, so that the next line does not stick to it. */
export async function mendLog(file: string): Promise<void> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const mended = parseLog(content).map(framed).join('');
  if (mended !== content) await writeAtomic(file, mended);
}

/** Leaves only the lines after `seq`. */
export async function dropLinesUpTo(file: string, seq: number): Promise<void> {
  const lines = await readLogFile(file);
  const rest = lines.filter((line) => line.seq > seq);
  if (rest.length < lines.length) await writeAtomic(file, rest.map(framed).join(''));
}
