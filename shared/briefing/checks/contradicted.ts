/** Evidence known to contradict what is cited, and cited nowhere: the note tells half. */
import { atCitation } from './context';
import type { Rule } from './context';
import { inQuotes } from './finding';

export const contradicted: Rule = {
  title: 'Contradicting evidence is not left out',
  standard: 'ICD 203 §D.6.e',
  *find(context) {
    const cited = new Set(context.citedIds);
    const met = new Set<string>();
    for (const block of context.note.blocks) {
      for (const citation of block.citations) {
        for (const link of context.links) {
          if (link.type !== 'contradicts' || link.fromTable !== 'excerpts' || link.toTable !== 'excerpts') continue;
          const ends = [link.fromId, link.toId];
          if (!ends.includes(citation.excerptId)) continue;
          const otherId = ends.find((id) => id !== citation.excerptId);
          const other = otherId !== undefined && !cited.has(otherId) ? context.cited(otherId) : null;
          if (!other || met.has(other.excerpt.id)) continue;
          met.add(other.excerpt.id);
          yield atCitation(block, citation, {
            severity: 'warning',
            about: `${citation.excerptId}\n${other.excerpt.id}`,
            sentence: `${inQuotes(other.excerpt.quote)} (${other.source?.name ?? other.document.title}) contradicts what is cited here and is cited nowhere.`,
            // Behind a quotation there is no place in a line to put it.
            ...(!block.isAtom && {
              fix: { kind: 'cite', label: 'Cite it here too', at: citation.pos + 1, excerptId: other.excerpt.id },
            }),
          });
        }
      }
    }
  },
};
