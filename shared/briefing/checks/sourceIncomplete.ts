/** A cited document that a reader could not find again: no author or publisher, no title, no date. */
import { firstCitations } from './accessDate';
import { atCitation } from './context';
import type { Rule } from './context';
import type { Cited } from './evidence';

export const sourceIncomplete: Rule = {
  title: 'References say who, what and when',
  standard: 'ICD 206',
  *find(context) {
    for (const [block, citation, cited] of firstCitations(context)) {
      const missing = missingParts(cited);
      if (missing.length === 0) continue;
      yield atCitation(block, citation, {
        severity: 'warning',
        about: `${cited.document.id}\n${missing.join('\n')}`,
        sentence: `The reference “${cited.document.title}” lacks ${missing.join(' and ')}.`,
      });
    }
  },
};

function missingParts({ document }: Cited): string[] {
  const { csl } = document;
  const missing: string[] = [];
  const hasAuthor = csl.author?.some((name) => name.literal || name.family || name.given) ?? false;
  // The publisher may stand as the document's source instead of in its bibliographic data.
  if (!hasAuthor && !csl.publisher && document.sourceId === null) missing.push('an author or publisher');
  if (document.title.trim() === '' || /^untitled$/iu.test(document.title.trim())) missing.push('a title');
  if (!csl.issued) missing.push('a date');
  return missing;
}
