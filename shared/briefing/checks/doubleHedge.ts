/** Two hedges for one doubt: the second takes away the meaning of the first. */
import { atSpan } from './context';
import type { Rule } from './context';
import type { TextSpan } from './quoted';
import { isProse } from './sections';
import { rangeOf } from './text';
import type { NoteBlock } from './text';

const MODAL = '(?:may|might|could)';
const ADVERB = '(?:possibly|perhaps|conceivably|potentially|probably|likely|maybe)';
const BETWEEN = String.raw`(?:\s+(?:also|well|still|even|thus|yet|then))?`;
const SHOW = '(?:suggest|indicate|imply|hint)';

/** Each pattern, and what one press makes of it; null where only the writer knows. */
const HEDGES: readonly (readonly [RegExp, ((words: string) => string) | null])[] = [
  [new RegExp(String.raw`\b${MODAL}${BETWEEN}\s+(?:be\s+)?${ADVERB}\b`, 'giu'), null],
  [new RegExp(String.raw`\b${ADVERB}${BETWEEN}\s+${MODAL}\b`, 'giu'), null],
  [new RegExp(String.raw`\b${MODAL}${BETWEEN}\s+be\s+(?:possible|likely|probable|conceivable)\b`, 'giu'), null],
  [new RegExp(String.raw`\b(?:possible|conceivable)\s+that\s+[^.;]{1,60}?\s${MODAL}\b`, 'giu'), null],
  [new RegExp(String.raw`\b(?:possibly|perhaps|maybe)\s+(?:very\s+)?(?:likely|probable|probably)\b`, 'giu'), null],
  [new RegExp(String.raw`\b(?:appears|seems)\s+to\s+${SHOW}\b`, 'giu'), (words) => third(words.split(/\s+/u).at(-1)!)],
  [new RegExp(String.raw`\b(?:appear|seem)\s+to\s+${SHOW}\b`, 'giu'), (words) => words.split(/\s+/u).at(-1)!],
  [new RegExp(String.raw`\b(?:possibly|perhaps|maybe|conceivably)\s+(?:[\p{L}’'-]+\s+){1,5}?${MODAL}\b`, 'giu'), null],
  [new RegExp(String.raw`\b${MODAL}\s+(?:appear|seem)\s+to\b`, 'giu'), null],
];

const third = (verb: string): string => (verb === 'imply' ? 'implies' : `${verb}s`);

/** "Likely May 2025" is a month. */
const isMonth = (words: string): boolean => /\bMay\b/u.test(words);

/** The double hedges in the analyst's own words. */
export function doubleHedgesIn(block: NoteBlock, sentence: TextSpan): (TextSpan & { replacement: string | null })[] {
  const found: (TextSpan & { replacement: string | null })[] = [];
  const own = block.own.slice(sentence.start, sentence.end);
  for (const [pattern, better] of HEDGES) {
    for (const match of own.matchAll(pattern)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      if (isMonth(match[0]) || found.some((one) => one.start < end && start < one.end)) continue;
      found.push({ start, end, replacement: better?.(match[0]) ?? null });
    }
  }
  return found;
}

export const doubleHedge: Rule = {
  title: 'One doubt, one hedge',
  standard: 'ICD 203 §D.6.e.(2)',
  *find({ note, isEnglish }) {
    if (!isEnglish) return;
    for (const block of note.blocks) {
      if (!isProse(block)) continue;
      for (const sentence of block.sentences) {
        for (const { start, end, replacement } of doubleHedgesIn(block, sentence)) {
          yield atSpan(block, sentence, start, end, {
            severity: 'warning',
            sentence: `“${block.text.slice(start, end)}” hedges twice: keep one word, and let it be a term of the scale.`,
            ...(replacement !== null && {
              fix: { kind: 'replace', label: `Say “${replacement}”`, ...rangeOf(block, start, end), text: replacement },
            }),
          });
        }
      }
    }
  },
};
