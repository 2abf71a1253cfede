/** Many documents and no word on how good they are as a whole. */
import { firstCitations } from './accessDate';
import { ofNote } from './context';
import type { Rule } from './context';
import { isHeadingOf, isIn } from './sections';

const MANY = 5;

export const sourceSummary: Rule = {
  title: 'Notes with many sources sum them up',
  standard: 'ICD 206',
  *find(context) {
    if (!context.isEnglish) return;
    const documents = [...firstCitations(context)].length;
    if (documents < MANY) return;
    const { blocks } = context.note;
    if (
      blocks.some(
        (block) =>
          isHeadingOf(block, 'sources') || isIn(block, 'sources') || /\bsource (?:summary|base)\b/iu.test(block.text),
      )
    )
      return;
    yield ofNote('Source summary', {
      severity: 'advice',
      sentence: `The note cites ${documents} documents and has no source summary: say which of them carry it, how good they are and what they lack.`,
    });
  },
};
