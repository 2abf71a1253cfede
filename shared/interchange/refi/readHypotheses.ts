/** Hypotheses that this program wrote as notes, which a set names: they become hypotheses again. */
import { cutAt, fitted } from './drafts';
import type { Reading } from './drafts';
import { NOTE_SET, oneLine } from './labelled';
import { madeOf } from './readMade';
import { childOf, childrenOf, guidOf, valueOf } from './xml';
import type { XmlElement } from './xml';

export const HYPOTHESES = `${NOTE_SET}hypothesis`;

/** Takes them from the notes, so that they do not come in as documents. */
export function readHypotheses(root: XmlElement, reading: Reading): void {
  const set = childrenOf(childOf(root, 'Sets'), 'Set').find((one) => valueOf(one, 'name') === HYPOTHESES);
  for (const member of set?.children ?? []) {
    const note = reading.notes.get(guidOf(member, 'targetGUID'));
    if (member.name !== 'MemberNote' || !note || note.isUsed) continue;
    const [statement = '', ...rest] = note.text.split('\n\n');
    const code = cutAt(oneLine(note.name).replace(/^Hypothesis /, ''), 12).trim();
    if (oneLine(statement) === '' || code === '') continue;
    note.isUsed = true;
    reading.hypotheses.set(note.guid, {
      id: reading.tools.newId(),
      code,
      statement: fitted(statement.trim(), 2_000, 'A hypothesis', reading.report),
      note: fitted(rest.join('\n\n').trim(), 20_000, 'The note of a hypothesis', reading.report),
      made: madeOf(note.element, reading),
    });
  }
}
