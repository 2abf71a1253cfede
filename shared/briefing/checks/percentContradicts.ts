/** A percentage beside a term of likelihood that lies outside the term's band. */
import { atSpan } from './context';
import type { Rule } from './context';
import { likelihoodIn } from './likelihood';
import { chancesIn, percentBeside } from './percents';
import type { TextSpan } from './quoted';
import { isProse } from './sections';

export const percentContradicts: Rule = {
  title: 'Percentages agree with the terms beside them',
  standard: 'ICD 203 §D.6.e.(2)(a)',
  *find({ note, isEnglish, scale }) {
    if (!isEnglish) return;
    for (const block of note.blocks) {
      if (!isProse(block)) continue;
      for (const sentence of block.sentences) {
        const met: TextSpan[] = [];
        for (const hit of likelihoodIn(block, sentence)) {
          const percent = percentBeside(block.own, sentence, hit);
          const term = hit.terms[scale] ?? Object.values(hit.terms)[0];
          if (!percent || !term) continue;
          met.push(percent);
          if (percent.low >= term.low && percent.high <= term.high) continue;
          yield atSpan(block, sentence, Math.min(hit.start, percent.start), Math.max(hit.end, percent.end), {
            severity: 'error',
            sentence: `“${hit.words}” stands for ${term.bandWords}; the percentage beside it lies outside.`,
          });
        }
        for (const percent of chancesIn(block.own, sentence)) {
          if (met.some((one) => one.start === percent.start) || (percent.low >= 1 && percent.high <= 99)) continue;
          yield atSpan(block, sentence, percent.start, percent.wordsEnd, {
            severity: 'error',
            sentence: 'Estimates end at 1 and 99 %: beyond is certainty, which is stated as a fact or not at all.',
          });
        }
      }
    }
  },
};
