/** A level of confidence and a degree of likelihood in one sentence: the reader cannot tell which is about what. */
import { atSentence } from './context';
import type { Rule } from './context';
import { confidenceIn, likelihoodIn } from './likelihood';
import { isProse } from './sections';

export const mixedLikelihoodConfidence: Rule = {
  title: 'Likelihood and confidence stand in sentences of their own',
  standard: 'ICD 203 §D.6.e.(2)(b)',
  *find({ note, isEnglish }) {
    if (!isEnglish) return;
    for (const block of note.blocks) {
      if (!isProse(block)) continue;
      for (const sentence of block.sentences) {
        const confidence = confidenceIn(block, sentence)[0];
        const own = block.own.slice(sentence.start, sentence.end);
        const degree = likelihoodIn(block, sentence)[0]?.words ?? PERCENT.exec(own)?.[0];
        if (!confidence || degree === undefined) continue;
        yield atSentence(block, sentence, {
          severity: 'error',
          sentence: `“${degree}” and “${confidence.words}” stand in one sentence: say how likely it is in one, and how sure you are of it in the next.`,
        });
      }
    }
  },
};

/** A percentage that can only be a probability: a range, or with the word beside it. */
const PERCENT =
  /\d{1,2}\s?[–-]\s?\d{1,2}\s?(?:%|per ?cent)(?=\s+(?:chance|likelihood|probability|likely)|\s*\))|\d{1,2}\s?(?:%|per ?cent)\s+(?:chance|likelihood|probability|likely)/iu;
