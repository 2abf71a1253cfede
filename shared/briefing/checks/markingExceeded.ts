/** The note's own label is lower than that of something it cites. */
import { passagesInWords, derivedMarking } from '../marking';
import { strictest, strictness } from '../../model/marking';
import { ofNote } from './context';
import type { Rule } from './context';

export const markingExceeded: Rule = {
  title: 'The label is as strict as what is cited',
  standard: 'TLP 2.0',
  *find({ briefing, citedIds, lookup }) {
    const { marking, lowered } = briefing;
    // Without a label of its own the note takes the strictest by itself.
    if (marking === null) return;
    const allowed = new Set(lowered?.marking === marking ? lowered.passages : []);
    const derived = derivedMarking(citedIds, lookup);
    const stricter = derived.passages
      .filter((one) => strictness(one.marking) > strictness(marking) && !allowed.has(one.excerptId))
      .sort((a, b) => strictness(b.marking) - strictness(a.marking));
    if (stricter.length === 0) return;
    const needed = strictest(stricter.map((one) => one.marking));
    yield ofNote(marking, {
      severity: 'error',
      about: `${marking}\n${stricter.map((one) => one.excerptId).join('\n')}`,
      sentence: `The note is labelled ${marking} and cites what is stricter: ${passagesInWords(stricter)}.`,
      fix: { kind: 'marking', label: `Raise the label to ${needed}`, marking: needed },
    });
  },
};
