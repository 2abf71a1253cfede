/** A key judgement whose citations all lead to one origin, however many documents repeat it. */
import { atJudgement, citationsOf, evidenceOf, listed } from './context';
import type { Rule } from './context';
import { admitsOneOrigin, independent } from './evidence';
import type { Cited } from './evidence';

export const singleOrigin: Rule = {
  title: 'Key judgements rest on more than one origin',
  standard: 'ICD 206',
  *find(context) {
    for (const judgement of context.keyJudgements) {
      const evidence = evidenceOf(context, citationsOf(judgement.blocks));
      if (evidence.length === 0 || independent(evidence, context.links).length > 1) continue;
      // Who says in the judgement that it hangs on one party has told the reader.
      if (judgement.blocks.some((block) => admitsOneOrigin(block.text))) continue;
      yield atJudgement(judgement, {
        severity: 'warning',
        about: judgement.words,
        sentence: `This judgement rests on one origin alone: ${wayOf(evidence)}.`,
      });
    }
  },
};

/** How the cited sources lead to their origin: "Meridian ← Arms Monitor ← HUR". */
export function wayOf(evidence: readonly Cited[]): string {
  const chains = evidence.map((one) => (one.chain.length > 0 ? one.chain.join(' ← ') : one.document.title));
  return listed(chains);
}
