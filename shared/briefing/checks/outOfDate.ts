/** A key judgement whose evidence is all older than the horizon of the case. */
import { dateWords } from '../../model/eventDate';
import { atJudgement, citationsOf, evidenceOf } from './context';
import type { Rule } from './context';
import { daysBetween, newestDay } from './evidence';

export const outOfDate: Rule = {
  title: 'Key judgements rest on evidence that is not out of date',
  standard: 'ICD 206',
  *find(context) {
    const day = context.briefing.issued || context.briefing.cutoff;
    if (context.horizonDays <= 0 || day === '') return;
    for (const judgement of context.keyJudgements) {
      const evidence = evidenceOf(context, citationsOf(judgement.blocks));
      const days = evidence.map(newestDay).filter((one) => one !== null);
      // An item without a date may be the new one.
      if (days.length === 0 || days.length < evidence.length) continue;
      const newest = days.reduce((a, b) => (a > b ? a : b));
      if (!(daysBetween(newest, day) > context.horizonDays)) continue;
      yield atJudgement(judgement, {
        severity: 'warning',
        about: judgement.words,
        sentence: `The newest evidence of this judgement is of ${dateWords(newest)}, more than ${context.horizonDays} days before the note.`,
      });
    }
  },
};
