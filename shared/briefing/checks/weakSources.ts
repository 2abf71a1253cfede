/** A key judgement that rests only on weak evidence: sources graded C or lower, or information graded 4 to 6. */
import { atJudgement, citationsOf, evidenceOf, listed } from './context';
import type { Rule } from './context';
import type { Cited } from './evidence';
import { confidenceIn } from './likelihood';

export const weakSources: Rule = {
  title: 'Key judgements rest on sources of some reliability',
  standard: 'AJP-2.1',
  *find(context) {
    for (const judgement of context.keyJudgements) {
      const evidence = evidenceOf(context, citationsOf(judgement.blocks));
      if (evidence.length === 0 || !evidence.every(isWeak)) continue;
      const record = context.judgements.find((one) => one.id === judgement.judgementId);
      const isLow =
        record?.confidence === 'low' ||
        judgement.blocks.some((block) =>
          block.sentences.some((sentence) => confidenceIn(block, sentence).some((said) => said.level === 'low')),
        );
      yield atJudgement(judgement, {
        // Low confidence has already told the reader half of it.
        severity: isLow ? 'advice' : 'warning',
        about: judgement.words,
        sentence: `This judgement rests only on weak evidence: ${listed(evidence.map((one) => `${one.source?.name ?? one.document.title} (${one.grade})`))}.`,
      });
    }
  },
};

/** Not judged by anybody is not weak; F and 6 are: nothing speaks for them. */
const isWeak = ({ reliability, excerpt }: Cited): boolean =>
  (reliability !== null && reliability >= 'C') || (excerpt.credibility !== null && excerpt.credibility >= 4);
