/** What tells a heading, a list item, a caption or a wrapped line from a paragraph in plain text: the rules of segments. */

export interface Line {
  /** UTF-16 code units in the text; white space at the ends is left out. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE_LINE = 300;
const LONGEST_HEADING = 80;
const LONGEST_CAPTION = 400;
/** Programs that wrap mail and plain text break lines here at the latest. */
const WIDEST_WRAP = 130;
const NARROWEST_WRAP = 40;

const BULLET = /^(?:[-*•‣◦▪·–—] |\(?\d{1,3}[.)] |\(?[a-zа-яё][.)] |\([ivx]{1,5}\) )/u;
const NUMBERED_HEADING = /^\d{1,2}(?:\.\d{1,2}){0,3}\.? \p{Lu}/u;
const MARKDOWN_HEADING = /^#{1,6} /;
const SENTENCE_END = /[.!?…。！？;:,،؛]["”’»)\]]?$/u;
const CAPTION_LABEL =
  /^(?:fig(?:ure|\.)?|photo(?:graph)?|image|picture|map|chart|illustration|caption|abb(?:ildung|\.)|foto|рис(?:унок|\.)|фото|карта|사진|그림|图|圖|図|写真) ?\d{0,3} ?[:.：—–]/iu;
/** A sentence ends inside the line and another begins: words of a paragraph, hardly of a caption. */
const TWO_SENTENCES = /[\p{Ll}\p{Nd})”"][.!?] \p{Lu}\p{Ll}/u;
const LOWER_START = /^\p{Ll}/u;

/** The line's first characters: enough for every rule that looks at a start. */
const head = (text: string, line: Line): string => text.slice(line.start, Math.min(line.end, line.start + 48));
const tail = (text: string, line: Line): string => text.slice(Math.max(line.start, line.end - 4), line.end);
const length = (line: Line): number => line.end - line.start;

export const isListItem = (text: string, line: Line): boolean => BULLET.test(head(text, line));

export const labelledCaption = (text: string, line: Line): boolean =>
  length(line) <= LONGEST_CAPTION && CAPTION_LABEL.test(head(text, line));

/** The text's first line is its title unless it is plainly the beginning of a wrapped paragraph. */
export function isTitle(text: string, lines: readonly Line[]): boolean {
  const first = lines[0]!;
  if (length(first) > LONGEST_TITLE_LINE) return false;
  if (lines.length === 1) return true;
  return !LOWER_START.test(head(text, lines[1]!)) && !/[.,;]$/.test(tail(text, first));
}

/** A short line that stands alone, ends without a stop and has text below it. */
export function isHeading(text: string, line: Line, next: readonly Line[] | null): boolean {
  const start = head(text, line);
  if (MARKDOWN_HEADING.test(start)) return true;
  if (next === null || length(line) > LONGEST_HEADING || SENTENCE_END.test(tail(text, line))) return false;
  if (NUMBERED_HEADING.test(start)) return !isListItem(text, next[0]!);
  return !BULLET.test(start) && /^["“«¿¡(]?[\p{Lu}\p{Lo}\p{Nd}]/u.test(start);
}

/** How deep a heading stands: by its number signs, by the parts of its number (`2.1`), else 1. */
export function headingLevel(text: string, start: number, end: number): number {
  const words = head(text, { start, end });
  const signs = /^(#{1,6}) /.exec(words);
  if (signs) return signs[1]!.length;
  return NUMBERED_HEADING.test(words) ? words.split(' ')[0]!.replace(/\.$/, '').split('.').length : 1;
}

function firstWordLength(text: string, line: Line): number {
  const space = text.slice(line.start, Math.min(line.end, line.start + WIDEST_WRAP)).search(/\s/);
  return space < 0 ? length(line) : space;
}

/** True where the lines were broken to a width: nearly no line had room for the first word of the next. */
export function isWrapped(text: string, lines: readonly Line[]): boolean {
  let width = 0;
  for (const line of lines) width = Math.max(width, length(line));
  if (width > WIDEST_WRAP) return false;
  let full = 0;
  let goesOn = 0;
  for (let index = 1; index < lines.length; index += 1) {
    if (length(lines[index - 1]!) + 1 + firstWordLength(text, lines[index]!) > width - 2) full += 1;
    if (LOWER_START.test(head(text, lines[index]!))) goesOn += 1;
  }
  const breaks = lines.length - 1;
  if (goesOn * 2 >= breaks) return true;
  return width >= NARROWEST_WRAP && full * 10 >= breaks * 9 && (goesOn > 0 || !allEndSentences(text, lines));
}

const allEndSentences = (text: string, lines: readonly Line[]): boolean =>
  lines.every((line) => /[.!?…。]["”’»)\]]?$/u.test(tail(text, line)));

/**
 * True where the lines at the end of a text are its picture captions: each a line of its own, at most one sentence,
 * and at least one of them a phrase without a final stop.
 */
export function captionsOf(text: string, lines: readonly Line[]): boolean {
  let phrases = 0;
  for (const line of lines) {
    if (length(line) > LONGEST_CAPTION || TWO_SENTENCES.test(text.slice(line.start, line.end))) return false;
    if (!SENTENCE_END.test(tail(text, line))) phrases += 1;
  }
  return phrases > 0;
}
