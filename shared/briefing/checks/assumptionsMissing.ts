/** Key judgements without a word on what they take for granted. */
import { ofNote } from './context';
import type { Rule } from './context';

export const assumptionsMissing: Rule = {
  title: 'Assumptions are stated',
  standard: 'ICD 203 §D.6.e.(3)',
  *find({ note, keyJudgements, judgements, isEnglish }) {
    if (!isEnglish || keyJudgements.length === 0) return;
    const ids = new Set(keyJudgements.map((one) => one.judgementId));
    if (judgements.some((one) => ids.has(one.id) && one.assumptions.trim() !== '')) return;
    // A heading alone, which a template brings, states nothing.
    const states = note.blocks.some(
      (block) =>
        block.kind !== 'heading' &&
        block.text.trim() !== '' &&
        (/\b(?:assum|presum|take[s]? (?:it )?for granted|premise)/iu.test(block.text) ||
          block.sections.some((words) => /\bassum/iu.test(words))),
    );
    if (states) return;
    yield ofNote('Assumptions', {
      severity: 'warning',
      sentence:
        'The note makes key judgements and states no assumption: say what they take for granted and what follows if it is wrong.',
    });
  },
};
