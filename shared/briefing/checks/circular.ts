/** Sources that seem to confirm each other and have it from one origin. Key judgements are `single-origin`'s. */
import { atSentence, citationsOf, evidenceOf } from './context';
import type { Rule } from './context';
import { admitsOneOrigin, independent } from './evidence';
import { wayOf } from './singleOrigin';

export const circular: Rule = {
  title: 'Sources that confirm each other are independent',
  standard: 'ICD 206',
  *find(context) {
    const judged = new Set(context.keyJudgements.flatMap((one) => one.blocks));
    for (const blocks of context.units.values()) {
      const block = blocks.find((one) => one.sentences.length > 0 && one.kind !== 'heading');
      if (!block || blocks.some((one) => judged.has(one) || admitsOneOrigin(one.text))) continue;
      const evidence = evidenceOf(context, citationsOf(blocks));
      const sources = new Set(evidence.map((one) => one.source?.id ?? one.document.id));
      if (sources.size < 2 || independent(evidence, context.links).length > 1) continue;
      const cited = blocks.flatMap((one) => one.sentences.map((sentence) => [one, sentence] as const));
      const [where, sentence] = cited.find(([, one]) => one.citations.length > 0) ?? [block, block.sentences[0]!];
      yield atSentence(where, sentence, {
        severity: 'warning',
        about: blocks.map((one) => one.text).join('\n'),
        sentence: `The sources cited here are not independent, they lead to one origin: ${wayOf(evidence)}.`,
      });
    }
  },
};
