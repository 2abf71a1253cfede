/** Who made something, and when, as elements say it (`creatingUser`, `creationDateTime`). */
import type { Maker } from '../making';
import type { Reading } from './drafts';
import { guidOf, valueOf } from './xml';
import type { XmlElement } from './xml';

/** An instant of XML Schema; without a zone it is UTC, so that it is the same on every machine. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Who made it and when; null where the element does not say. One of the two alone is enough: the other is then the
 * import's. A time that lies ahead is none: it would drive the clocks of everybody who merges it.
 */
export function madeOf(element: XmlElement, { actors, tools, report }: Reading): Maker | null {
  const user = guidOf(element, 'creatingUser');
  const actor = actors.get(user);
  if (user !== '' && actor === undefined) report.lose('Something was made by a user who is not in the file.');
  const at = instantOf(valueOf(element, 'creationDateTime').trim());
  const now = tools.now();
  const isAhead = at !== null && at > now;
  if (isAhead) report.lose('A time of making lies ahead; that of the import was taken.');
  if (actor === undefined && (at === null || isAhead)) return null;
  return { actor: actor ?? tools.actor, at: at === null || isAhead ? now : at };
}

function instantOf(words: string): number | null {
  const match = INSTANT.exec(words);
  const at = match ? Date.parse(match[1] ? words : `${words}Z`) : Number.NaN;
  return at >= 0 ? at : null;
}
