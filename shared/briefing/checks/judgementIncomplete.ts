/** A key judgement that does not say how likely it is, or how sure its authors are. */
import { atJudgement } from './context';
import type { Rule } from './context';
import { statesConfidence, statesLikelihood } from './sections';

export const judgementIncomplete: Rule = {
  title: 'Key judgements state likelihood and confidence',
  standard: 'ICD 203 §D.6.e.(2)',
  *find({ keyJudgements, judgements, isEnglish }) {
    for (const judgement of keyJudgements) {
      const record = judgements.find((one) => one.id === judgement.judgementId);
      // In other languages only a record or a mark tells, and only records are made for every judgement.
      if (!isEnglish && !record) continue;
      const isLikely = (record?.likelihood ?? null) !== null || judgement.blocks.some(statesLikelihood);
      const isSure = (record?.confidence ?? null) !== null || judgement.blocks.some(statesConfidence);
      if (isSure) continue;
      yield atJudgement(judgement, {
        severity: 'warning',
        about: judgement.words,
        sentence: isLikely
          ? 'This judgement says how likely it is and not how confident you are in it, and why.'
          : 'This key judgement states neither how likely it is nor how confident you are in it.',
      });
    }
  },
};
