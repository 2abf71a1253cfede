/** A name that must not leave the case stands in the note. */
import { atSpan, ofNote } from './context';
import type { Rule } from './context';
import { indexNames, namesIn } from './names';
import { rangeOf } from './text';

const STAND_IN = '[name withheld]';

export const nameWithheld: Rule = {
  title: 'Names to be withheld stand nowhere',
  standard: 'Collate',
  *find({ note, briefing, tags }) {
    const index = indexNames(tags.values(), (tag) => tag.withhold);
    if (index.size === 0) return;
    for (const { name } of namesIn(briefing.title, index, false)) {
      yield ofNote(name, {
        severity: 'error',
        about: `title\n${name}`,
        sentence: 'The title has a name that is to be withheld.',
      });
    }
    for (const block of note.blocks) {
      for (const { start, end } of namesIn(block.text, index, false)) {
        const sentence = block.sentences.find((one) => one.start <= start && start < one.end) ?? null;
        yield atSpan(block, sentence, start, end, {
          severity: 'error',
          sentence: block.isAtom
            ? 'The quotation has a name that is to be withheld.'
            : 'This name is to be withheld: it must not leave the case.',
          ...(!block.isAtom && {
            fix: { kind: 'replace', label: 'Withhold the name', ...rangeOf(block, start, end), text: STAND_IN },
          }),
        });
      }
    }
  },
};
