/** Whether a line goes on with the paragraph above it: by distance, indent, length and font. */
import type { Measures } from './measures';
import type { PageLine } from './page';
import { beginsBullet, beginsCaption, beginsCounted, beginsLower, endsSentence, leadsToPage } from './signs';

/** Distances in shares of the letters' size. */
const INDENT = 0.7;
const ALIGNED = 0.35;
/** A line distance so much larger than the usual one parts paragraphs. */
const WIDER = 1.22;

/** What a break is judged by: the paragraph so far, the line, and the line behind it in the same column. */
export interface Meeting {
  readonly first: PageLine;
  readonly before: PageLine;
  /** How many lines the paragraph has. */
  readonly count: number;
  readonly line: PageLine;
  readonly next: PageLine | undefined;
  /** Both stand in the same column of the same page. */
  readonly near: boolean;
}

const isCentred = (line: PageLine): boolean =>
  Math.abs(line.x0 + line.x1 - line.left - line.right) < 2 * line.size && line.x0 > line.left + 2 * line.size;

/** Where a line begins, from the column's edge: on the right for writing that runs to the left. */
const indentOf = (line: PageLine): number => (line.rightToLeft ? line.right - line.x1 : line.x0 - line.left);

/** White at a line's end. */
const slackOf = (line: PageLine): number => (line.rightToLeft ? line.x0 - line.left : line.right - line.x1);

/** Whether the first word of the next line would have had room at the end of the line before. */
function hadRoom(before: PageLine, line: PageLine): number {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const letter = (line.x1 - line.x0) / Math.max(1, line.text.length);
  return slackOf(before) - (word + 1) * letter;
}

const sameSize = (a: PageLine, b: PageLine): boolean => Math.abs(a.size - b.size) <= 0.08 * Math.max(a.size, b.size);

/** A short line all in another font than its neighbour: a heading in the size of the text. */
function changesFont(before: PageLine, line: PageLine, measures: Measures): boolean {
  if (before.font === line.font || before.font === null || line.font === null) return false;
  const special = line.font === measures.bodyFont ? before : line;
  return (
    slackOf(special) > 0.1 * (special.right - special.left) && !beginsLower(special.text) && !beginsLower(line.text)
  );
}

export function goesOn(meeting: Meeting, measures: Measures): boolean {
  const { before, line, near } = meeting;
  if (!sameSize(before, line) || before.turned !== line.turned) return false;
  if (beginsBullet(line.text) || beginsCaption(line.text) || leadsToPage(before.text)) return false;
  return near ? goesOnNear(meeting, measures) : goesOnFar(before, line, measures);
}

function goesOnNear({ first, before, count, line, next }: Meeting, measures: Measures): boolean {
  const { size } = line;
  const distance = line.y - before.y;
  const isCut = /\p{L}[-\u2010\u00ad]$/u.test(before.text) && /^[\p{L}\d]/u.test(line.text);
  if (isCut && distance > 0 && distance < 2.2 * size) return true;
  if (distance < -0.5 * size || distance > WIDER * measures.leadingOf(size) + 0.5) return false;
  if (changesFont(before, line, measures)) return false;
  const heading = measures.headingLevel(size) > 0;
  if (heading || (isCentred(before) && isCentred(line))) return !(endsSentence(before.text) && heading);
  const [now, then] = [indentOf(line), indentOf(before)];
  if (now - then > INDENT * size) {
    // A first line that hangs out is followed by others at the indent; a first line that is set in is not.
    const hangs = count === 1 && (!next || Math.abs(indentOf(next) - now) < ALIGNED * size);
    const isItem = count === 1 && (beginsBullet(before.text) || beginsCounted(before.text));
    if (!isItem && !hangs) return false;
  } else if (then - now > INDENT * size && count > 1) return false;
  if (beginsCounted(line.text) && (endsSentence(before.text) || beginsCounted(first.text))) return false;
  const room = hadRoom(before, line);
  if (endsSentence(before.text) && room > size) return false;
  return !(room > 0.3 * (line.right - line.left) && !beginsLower(line.text));
}

/** In the next column or on the next page: only where the sentence is not over. */
function goesOnFar(before: PageLine, line: PageLine, measures: Measures): boolean {
  if (measures.headingLevel(line.size) > 0 || beginsCounted(line.text)) return false;
  if (/[-\u2010\u00ad]$/.test(before.text)) return beginsLower(line.text) || /^\p{L}/u.test(line.text);
  if (endsSentence(before.text)) return false;
  if (beginsLower(line.text)) return true;
  const isFull = slackOf(before) < 0.15 * (before.right - before.left);
  return isFull && before.font === line.font && indentOf(line) < INDENT * line.size;
}
