/** Days that cannot be: a cut-off after the issue, evidence from after the cut-off. */
import { isoOf } from '../../model/csl';
import { dateWords, dayRange } from '../../model/eventDate';
import { atCitation, ofNote } from './context';
import type { Rule } from './context';
import type { Cited } from './evidence';

export const dates: Rule = {
  title: 'Issue, cut-off and evidence are in order',
  standard: 'ICD 206',
  *find(context) {
    const { issued, cutoff } = context.briefing;
    if (issued !== '' && cutoff !== '' && cutoff > issued) {
      yield ofNote(`${cutoff} ${issued}`, {
        severity: 'error',
        sentence: `The information cut-off, ${dateWords(cutoff)}, is after the day of issue, ${dateWords(issued)}.`,
      });
    }
    const last = cutoff || issued;
    if (last === '') return;
    const met = new Set<string>();
    for (const block of context.note.blocks) {
      for (const citation of block.citations) {
        const cited = context.cited(citation.excerptId);
        const late = cited && lateDay(cited, last);
        if (!cited || !late || met.has(citation.excerptId)) continue;
        met.add(citation.excerptId);
        yield atCitation(block, citation, {
          severity: 'warning',
          about: `${citation.excerptId}\n${late}`,
          sentence: `The evidence cited here is of ${dateWords(late)}, after the ${cutoff ? 'information cut-off' : 'day of issue'} ${dateWords(last)}.`,
        });
      }
    }
  },
};

/** The first day the evidence can be of, where that is after the last day taken in; null otherwise. */
function lateDay({ excerpt, document }: Cited, last: string): string | null {
  const issued = isoOf(document.csl.issued);
  const from = issued === '' ? (excerpt.eventDate ? dayRange(excerpt.eventDate).from : '') : dayRange(issued).from;
  return from > last ? from : null;
}
