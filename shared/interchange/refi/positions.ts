/**
 * Where a selection stands. The standard counts Unicode code points of the text file from 0 (REFI-QDA 1.5, §10.2), its
 * samples with an excluded end; programs differ in what they count: UTF-16 units, line ends as one or two, a byte order
 * mark. The way of counting is chosen under which most passages stand where their own names say.
 */
import { toUtf16 } from '../../anchor/codePoints';
import { countBefore } from '../../text/bisect';
import { readPlainText } from '../../text/plainText';
import { oneLine } from './labelled';
import { writable } from './xmlWrite';

export interface Counting {
  readonly unit: 'code points' | 'UTF-16 units';
  /** What line ends were when it was counted: as in the file, all one character, or all two. */
  readonly lines: 'as in the file' | 'as one character' | 'as two characters';
  readonly countsMark: boolean;
}

/** As the standard says. */
export const STANDARD: Counting = { unit: 'code points', lines: 'as in the file', countsMark: false };

export interface Placed {
  readonly start: number;
  readonly end: number;
  /** What the passage is called: often its first words. */
  readonly name: string;
}

/** A text with the passages selected in it, as the file has both. */
export interface Counted {
  /** As decoded, a byte order mark kept. */
  readonly raw: string;
  /** As documents keep it. */
  readonly stored: string;
  readonly passages: readonly Placed[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
  /** False where a position is beyond the text. */
  readonly isInside: boolean;
}

/** The text as a document keeps it, also where there is no word in it. */
export function storedText(raw: string): string {
  const read = readPlainText(raw);
  return read.ok
    ? read.value.text
    : raw
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Spans in UTF-16 code units of the stored text, in the order of the passages. */
export function spansOf({ raw, stored, passages }: Counted, counting: Counting): Span[] {
  const hasMark = raw.startsWith('\ufeff');
  const body = hasMark && !counting.countsMark ? raw.slice(1) : raw;
  const text =
    counting.lines === 'as in the file'
      ? body
      : body.replace(/\r\n?|\n/g, counting.lines === 'as one character' ? '\n' : '\r\n');
  const positions = passages.flatMap(({ start, end }) => [start, end]);
  const length = counting.unit === 'code points' ? codePointsIn(text) : text.length;
  const units = counting.unit === 'code points' ? toUtf16(text, positions) : positions;
  const returns = Array.from(text.matchAll(/\r\n/g), (match) => match.index);
  const mark = hasMark && counting.countsMark ? 1 : 0;
  const place = (unit: number): number => Math.max(0, Math.min(stored.length, unit - mark - countBelow(returns, unit)));
  return passages.map((passage, i) => ({
    start: place(units[2 * i]!),
    end: place(units[2 * i + 1]!),
    isInside: passage.start >= 0 && passage.end <= length,
  }));
}

export interface Choice {
  readonly counting: Counting;
  /** Passages with names, and how many names agree with their words. */
  readonly named: number;
  readonly agreeing: number;
  /** True where the texts could be counted in more than one way. */
  readonly hadChoice: boolean;
}

/** The way all texts of a project are counted. */
export function chooseCounting(texts: readonly Counted[]): Choice {
  const used = texts.filter((text) => text.passages.length > 0);
  const ways = countingsFor(used);
  const named = used.reduce((sum, text) => sum + text.passages.filter(hasName).length, 0);
  let best = { counting: STANDARD, agreeing: 0, edges: 0 };
  let standardEdges = 0;
  for (const counting of ways) {
    let agreeing = 0;
    let edges = 0;
    for (const text of used) {
      for (const [i, span] of spansOf(text, counting).entries()) {
        if (nameAgrees(text.stored, span, text.passages[i]!)) agreeing += 1;
        if (isAtWordEdge(text.stored, span.start)) edges += 1;
      }
    }
    if (counting === ways[0]) {
      best = { counting, agreeing, edges };
      standardEdges = edges;
      if (named > 0 && agreeing === named) break;
    } else if (agreeing > best.agreeing || (agreeing === best.agreeing && agreeing === 0 && edges > best.edges)) {
      best = { counting, agreeing, edges };
    }
  }
  // Where no name helps, a few more passages that begin with a word may be chance.
  if (best.agreeing === 0 && best.edges < standardEdges * 1.1 + 3) best = { ...best, counting: STANDARD };
  return { counting: best.counting, named, agreeing: best.agreeing, hadChoice: ways.length > 1 };
}

/** The ways of counting that differ in these texts; the standard's first. */
function countingsFor(texts: readonly Counted[]): Counting[] {
  const has = (pattern: RegExp): boolean => texts.some(({ raw }) => pattern.test(raw));
  const lines: Counting['lines'][] = ['as in the file'];
  if (has(/\r/)) lines.push('as one character');
  if (has(/(?:^|[^\r])\n|\r(?!\n)/)) lines.push('as two characters');
  const units: Counting['unit'][] = has(/[\ud800-\udbff]/) ? ['code points', 'UTF-16 units'] : ['code points'];
  const marks = has(/^\ufeff/) ? [false, true] : [false];
  return marks.flatMap((countsMark) =>
    units.flatMap((unit) => lines.map((line) => ({ unit, lines: line, countsMark }))),
  );
}

const bareName = (name: string): string => oneLine(name.replace(/(?:…|\.\.\.)\s*$/u, ''));
const hasName = ({ name }: Placed): boolean => bareName(name).length >= 3;

function nameAgrees(stored: string, { start, end }: Span, passage: Placed): boolean {
  if (!hasName(passage) || end <= start) return false;
  const name = bareName(passage.name);
  const words = oneLine(writable(stored.slice(start, Math.min(end, start + 4 * name.length + 64))));
  return words.startsWith(name);
}

const isAtWordEdge = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) && !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at));

function codePointsIn(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1)
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) count -= 1;
  return count;
}

/** How many of the ordered numbers are smaller. */
const countBelow = (ordered: readonly number[], limit: number): number =>
  countBefore(ordered.length, (index) => ordered[index]! < limit);
