/** A page of the web that is cited without the day it was read: it may say something else tomorrow. */
import { atCitation } from './context';
import type { CheckContext, Rule } from './context';
import type { Cited } from './evidence';
import type { Citation, NoteBlock } from './text';

export const accessDate: Rule = {
  title: 'Pages of the web have the day they were read',
  standard: 'ICS 206-01',
  *find(context) {
    for (const [block, citation, { document }] of firstCitations(context)) {
      if (!document.csl.URL || document.csl.accessed) continue;
      yield atCitation(block, citation, {
        severity: 'warning',
        about: document.id,
        sentence: `“${document.title}” is cited from the web without the day it was read.`,
      });
    }
  },
};

/** Each cited document at its first citation. */
export function* firstCitations(context: CheckContext): Generator<[NoteBlock, Citation, Cited]> {
  const met = new Set<string>();
  for (const block of context.note.blocks) {
    for (const citation of block.citations) {
      const cited = context.cited(citation.excerptId);
      if (!cited || met.has(cited.document.id)) continue;
      met.add(cited.document.id);
      yield [block, citation, cited];
    }
  }
}
