/** Percentages that state how likely something is: beside a term, or with a word that makes them a probability. */
import type { TextSpan } from './quoted';

export interface StatedPercent extends TextSpan {
  readonly low: number;
  readonly high: number;
}

const NUMBER = String.raw`(?<low>\d{1,3}(?:\.\d+)?)(?:\s?(?:%|per\s?cent)?\s?(?:[–-]|to|and)\s?(?<high>\d{1,3}(?:\.\d+)?))?\s?(?:%|per\s?cent|percent)`;
const HEDGE = String.raw`(?:at\s+)?(?:about|around|some|roughly|approximately|at least|more than|over|under|between|c\.|~|=|i\.e\.|that is,?)?`;
/** Right behind a term: "likely (90 %)", "likely, about 70 per cent,". */
const BEHIND = new RegExp(String.raw`^\s*[(,–—:]\s*${HEDGE}\s*${NUMBER}`, 'iu');
/** Right before: "90 % likely". */
const BEFORE = new RegExp(String.raw`${NUMBER}\s*$`, 'iu');
const CHANCES = [
  String.raw`(?<![\d.,])${NUMBER}\s+(?:chance|likelihood|probability|certain|certainty|sure)\b`,
  String.raw`\b(?:chances?|likelihood|probability|odds|risk)\s+(?:of|that|for)\s[^.;()]{1,60}?\s(?:at|is|are|as)\s+${HEDGE}\s*${NUMBER}`,
].map((source) => new RegExp(source, 'giu'));

/** The percentage that a term of likelihood carries; null where there is none beside it. */
export function percentBeside(own: string, sentence: TextSpan, term: TextSpan): StatedPercent | null {
  const behind = BEHIND.exec(own.slice(term.end, sentence.end));
  if (behind) return statedAt(behind, term.end);
  const before = BEFORE.exec(own.slice(sentence.start, term.start));
  return before && statedAt(before, sentence.start);
}

/** Percentages that a word makes a probability: "a 40 % chance", "the risk of a strike at 30 per cent". */
export function chancesIn(own: string, sentence: TextSpan): (StatedPercent & { readonly wordsEnd: number })[] {
  return CHANCES.flatMap((pattern) =>
    [...own.slice(sentence.start, sentence.end).matchAll(pattern)].map((match) => ({
      ...statedAt(match, sentence.start),
      wordsEnd: sentence.start + match.index + match[0].length,
    })),
  );
}

function statedAt(match: RegExpMatchArray, offset: number): StatedPercent {
  const low = match.groups!['low']!;
  const from = offset + match.index!;
  const digits = match[0].lastIndexOf(
    low,
    match.groups!['high'] ? match[0].lastIndexOf(match.groups!['high']) - 1 : undefined,
  );
  return {
    start: from + digits,
    end: from + match[0].length,
    low: Number(low),
    high: Number(match.groups!['high'] ?? low),
  };
}
