/** What happened when: the dated excerpts in the order of their event dates, one line each. */
import type { BodyNode } from '../../model/briefing';
import { bullets, byDate, cite, MOST_LINES, nothing, quoteWords, rest, sayer, text, whenWords } from './query';
import type { Query } from './query';

export const chronology: Query = (ground) => {
  const dated = byDate(ground.excerpts.filter((one) => one.eventDate !== null));
  if (dated.length === 0) return nothing('No excerpt has an event date yet.');
  const shown = dated.slice(0, MOST_LINES);
  const lines = shown.map((excerpt): BodyNode[] => [
    text(whenWords(excerpt, ground), 'bold'),
    text(`, ${sayer(excerpt, ground)}`),
    cite(excerpt, ground),
    text(`: “${quoteWords(excerpt.quote)}”`),
  ]);
  return [...bullets(lines), ...rest(shown.length, dated.length)];
};
