/** What stands against what: pairs of excerpts that contradict each other, with the reason the analyst gave. */
import type { BodyNode } from '../../model/briefing';
import { bullets, MOST_LINES, nothing, quoted, rest, text } from './query';
import type { Query } from './query';

export const contradictions: Query = (ground) => {
  const { links, lookup } = ground;
  const lines = links.flatMap((link): BodyNode[][] => {
    if (link.type !== 'contradicts' || link.fromTable !== 'excerpts' || link.toTable !== 'excerpts') return [];
    const [one, other] = [lookup.excerpt(link.fromId), lookup.excerpt(link.toId)];
    if (!one || !other) return [];
    const note = link.note.trim();
    const why = note === '' ? [] : [text(` ${note}`)];
    return [[...quoted(one, ground), text(' Against it: '), ...quoted(other, ground), ...why]];
  });
  if (lines.length === 0) return nothing('No excerpts are linked as contradicting each other.');
  return [...bullets(lines.slice(0, MOST_LINES)), ...rest(Math.min(lines.length, MOST_LINES), lines.length)];
};
