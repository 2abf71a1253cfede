/** A hypothesis of the case that the note never comes to: alternatives are to be weighed, not left out. */
import type { Hypothesis } from '../../model/hypothesis';
import { wordsOf } from '../../text/tokens';
import { ofNote } from './context';
import type { CheckContext, Rule } from './context';

export const hypothesisMissing: Rule = {
  title: 'Every hypothesis of the case is addressed',
  standard: 'ICD 203 §D.6.e.(4)',
  *find(context) {
    if (context.note.blocks.every((block) => block.text.trim() === '' || block.kind === 'heading')) return;
    for (const hypothesis of context.hypotheses) {
      if (isEvidenceCited(context, hypothesis) || isNamed(context, hypothesis)) continue;
      yield ofNote(hypothesis.code, {
        severity: 'warning',
        about: hypothesis.id,
        sentence: `The note never comes to ${hypothesis.code}, “${hypothesis.statement}”: it is not named, and none of its evidence is cited.`,
      });
    }
  },
};

function isEvidenceCited({ links, citedIds }: CheckContext, { id }: Hypothesis): boolean {
  const cited = new Set(citedIds);
  return links.some(
    (link) => (link.fromId === id && cited.has(link.toId)) || (link.toId === id && cited.has(link.fromId)),
  );
}

/** True where the code stands as a word, or one block has most of the statement's long words. */
function isNamed({ note }: CheckContext, { code, statement }: Hypothesis): boolean {
  const wanted = new Set(stems(statement));
  return note.blocks.some((block) => {
    const at = block.text.indexOf(code);
    if (
      at >= 0 &&
      !/[\p{L}\p{N}]/u.test(block.text[at - 1] ?? ' ') &&
      !/[\p{L}\p{N}]/u.test(block.text[at + code.length] ?? ' ')
    )
      return true;
    const there = new Set(stems(block.text));
    const met = [...wanted].filter((stem) => there.has(stem)).length;
    return wanted.size >= 2 && met >= Math.max(2, Math.ceil(wanted.size * 0.6));
  });
}

const SMALL_WORDS = new Set(
  'about after again their there these those which while where would could should during under until within being other since before between because'.split(
    ' ',
  ),
);

/** The first letters of the long words: enough to know them in other forms. */
const stems = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length >= 5 && !SMALL_WORDS.has(word))
    .map((word) => word.slice(0, 5));
