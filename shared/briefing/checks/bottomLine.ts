/** A bottom line that judges nothing. */
import { atSentence } from './context';
import type { Rule } from './context';
import { isIn, isProse, statesLikelihood } from './sections';

const JUDGES =
  /\b(?:we\s+(?:assess|judge|estimate|believe|expect|conclude)|is\s+assessed|in\s+our\s+(?:judge?ment|view|assessment))\b/iu;

export const bottomLine: Rule = {
  title: 'The bottom line carries a judgement',
  standard: 'ICD 208',
  *find({ note, isEnglish }) {
    if (!isEnglish) return;
    const blocks = note.blocks.filter(
      (block) => isProse(block) && isIn(block, 'bottomLine') && block.sentences.length > 0,
    );
    const [first] = blocks;
    if (!first || blocks.some((block) => statesLikelihood(block) || JUDGES.test(block.own))) return;
    yield atSentence(first, first.sentences[0]!, {
      severity: 'advice',
      sentence: 'The bottom line states no judgement: say first what you think will be, and how likely it is.',
    });
  },
};
