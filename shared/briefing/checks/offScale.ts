/** Words of likelihood that the note's scale does not have: readers take them for anything. */
import { bandFor, SCALES } from '../../model/estimative';
import type { LikelihoodTerm, ScaleId } from '../../model/estimative';
import { atSpan } from './context';
import type { Rule } from './context';
import { doubleHedgesIn } from './doubleHedge';
import { rangeOf } from './text';
import type { NoteBlock, Sentence } from './text';
import { isReported, likelihoodIn, overlaps, vagueIn } from './likelihood';
import type { LikelihoodWords } from './likelihood';
import { isIn, isProse } from './sections';

export const offScale: Rule = {
  title: 'Likelihood is said in the terms of one scale',
  standard: 'ICD 203 §D.6.e.(2)(a)',
  *find({ note, isEnglish, scale, hypotheses }) {
    if (!isEnglish) return;
    const codes = hypotheses.map((one) => one.code);
    for (const block of note.blocks) {
      if (!isProse(block)) continue;
      for (const sentence of block.sentences) {
        const hedges = doubleHedgesIn(block, sentence);
        const vague = setsOutPossibility(block, sentence, codes) ? [] : vagueIn(block, sentence);
        for (const hit of [...likelihoodIn(block, sentence), ...vague]) {
          if (hit.compares || hit.terms[scale] || hedges.some((one) => overlaps(one, hit))) continue;
          if (isReported(block, sentence, hit.start)) continue;
          const words = block.text.slice(hit.start, hit.end);
          const nearest = nearestTerm(hit, scale);
          yield atSpan(block, sentence, hit.start, hit.end, {
            severity: 'warning',
            sentence:
              Object.keys(hit.terms).length > 0
                ? `“${words}” belongs to another scale than the one of this note (${SCALES[scale].name}); mixed terms are read as different probabilities.`
                : `“${words}” says no degree of likelihood: choose a term of ${SCALES[scale].name}, or say what is known.`,
            ...(nearest && {
              fix: {
                kind: 'replace',
                label: `Say “${nearest}”`,
                ...rangeOf(block, hit.start, hit.end),
                text: cased(nearest, words),
              },
            }),
          });
        }
      }
    }
  },
};

/** True where a sentence sets out what might be, to weigh it, and judges nothing: a hypothesis, a gap, a question, a condition. */
function setsOutPossibility(block: NoteBlock, sentence: Sentence, codes: readonly string[]): boolean {
  const own = block.own.slice(sentence.start, sentence.end).trim();
  return (
    (['alternatives', 'assumptions', 'gaps'] as const).some((part) => isIn(block, part)) ||
    codes.some((code) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(code)}(?![\\p{L}\\p{N}])`, 'u').test(own)) ||
    /^(?:if|should|were|unless|whether)\b/iu.test(own) ||
    own.endsWith('?')
  );
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** The words of the scale's term that covers the middle of the band; null where two are as near. */
function nearestTerm(hit: LikelihoodWords, scale: ScaleId): string | null {
  const term = Object.values(hit.terms)[0];
  if (!term) return null;
  const middle = (term.low + term.high) / 2;
  const near = bandFor(scale, middle);
  if (!near || Math.min(Math.abs(middle - near.low), Math.abs(near.high - middle)) < 1) return null;
  return formLike(near, hit.words, term);
}

/** An adverb for an adverb, where the term has one. */
function formLike(near: LikelihoodTerm, words: string, term: LikelihoodTerm): string {
  const isAdverb = words.endsWith('ly') && words !== term.words;
  return (isAdverb && near.also.find((form) => form.endsWith('ly'))) || near.words;
}

const cased = (words: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? words[0]!.toUpperCase() + words.slice(1) : words;
