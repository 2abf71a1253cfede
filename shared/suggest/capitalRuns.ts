/**
 * Runs of capitalised words: what may be a name in English. Words that only begin a sentence are taken off, and runs
 * that one name goes on through are joined ("Institute" "for the" "Study" "of" "War").
 */
import { isFirstName, isPlaceWord, isSmallWord } from './nameLexicon';
import { NO_NAME, ORGANISATION_HEADS } from './nameWords';

export interface Run {
  start: number;
  end: number;
}

const WORD = String.raw`(?:(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-’']\p{L}[\p{L}\p{M}]*)*)`;
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}-])${WORD}(?:(?:[ \\u00a0]+|[ \\u00a0]?\\n(?!\\s))${WORD})*(?![\\p{L}\\p{N}]|-\\d)`,
  'gu',
);
const OVER = /^\s(?:of the|of|for the|for|on the|on|and|against|in)\s$/u;

/** Words of one run that the text begins a sentence with and that belong to no name are taken off. */
function splitRun(text: string, run: Run, lower: ReadonlySet<string>): Run[] {
  const words = [...text.slice(run.start, run.end).matchAll(/\S+/gu)].map((match) => ({
    word: match[0],
    start: run.start + match.index,
    end: run.start + match.index + match[0].length,
  }));
  const parts: Run[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) parts.push({ start: words[from]!.start, end: words[to - 1]!.end });
  };
  for (let at = 0; at < words.length; at += 1) {
    const { word } = words[at]!;
    const bare = word.replace(/['’]s$/u, '');
    // A line that ends early is a heading or a caption: a name does not go on over its end.
    if (at > from && endsShortLine(text, words[at - 1]!.end, words[at]!.start)) {
      close(at);
      from = at;
    }
    if (NO_NAME.has(bare) || (at === 0 && startsSentence(text, run.start) && isCommon(bare, lower))) {
      close(at);
      from = at + 1;
    } else if (word !== bare && words[at + 1]?.word !== 'Republic') {
      // A possessive ends a name: "Russia's Vladimir Putin".
      close(at + 1);
      from = at + 1;
    }
  }
  close(words.length);
  return parts;
}

const SHORT_LINE = 50;
const endsShortLine = (text: string, end: number, next: number): boolean =>
  text.slice(end, next).includes('\n') && end - (text.lastIndexOf('\n', end - 1) + 1) < SHORT_LINE;

/** True where a word at the offset begins a sentence, an item or a line. */
export const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:•\n“"\])]\s*|[-*]\s+)$/u.test(text.slice(Math.max(0, at - 6), at));
const isCommon = (word: string, lower: ReadonlySet<string>): boolean =>
  (lower.has(word.toLowerCase()) || isSmallWord(word)) && !isPlaceWord(word) && !isFirstName(word);

/** The words that a text has in lower case. */
export function lowerWords(text: string): Set<string> {
  const lower = new Set<string>();
  for (const match of text.matchAll(/(?<![\p{L}\p{N}’'-])\p{Ll}[\p{L}]+/gu)) lower.add(match[0]);
  return lower;
}

const OPEN_END = /^(?:Study|Strait|Gulf|Sea|Republic|States|Kingdom|Prohibition|Prevention)$/u;

/** Joins runs that one name goes on through: "Department" "of" "Defense". */
function joined(text: string, runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const between = last ? text.slice(last.end, run.start) : '';
    if (last && OVER.test(between)) {
      const left = text.slice(last.start, last.end).split(/\s+/u);
      const isOpen =
        /\s(?:of|for|on|against)(?: the)?\s$/u.test(between) &&
        (OPEN_END.test(left.at(-1)!) || left.some((word) => ORGANISATION_HEADS.has(word)));
      const isList =
        between.trim() === 'and' &&
        left.includes('of') &&
        left.some((word) => ORGANISATION_HEADS.has(word)) &&
        !isPlaceWord(text.slice(run.start, run.end));
      if (isOpen || isList) {
        last.end = run.end;
        continue;
      }
    }
    out.push({ start: run.start, end: run.end });
  }
  return out;
}

/** The runs of a text, in order. */
export function capitalRuns(text: string, lower: ReadonlySet<string>): Run[] {
  const runs = [...text.matchAll(RUN)].flatMap((match) =>
    splitRun(text, { start: match.index, end: match.index + match[0].length }, lower),
  );
  return joined(text, runs);
}
