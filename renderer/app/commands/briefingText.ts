/** What happens whenever the text of a briefing is written, by whichever command: inside its transaction. */
import { cleanBody, wordsOf } from '@shared/briefing/bodySchema';
import { isKept, nameBefore, nameOnState, thinned, versionOf } from '@shared/briefing/versions';
import type { Briefing } from '@shared/model/briefing';
import { dayOf } from '@shared/model/day';
import type { RowReader } from '../../store/rows';
import type { Transaction } from '../../store/transact';
import { readWhole } from '../../store/whole';
import type { CommandContext } from './handler';
import { keepJudgements } from './judgementsInStep';

/** Later than any stamp. */
const LAST = '~';

type Text = Partial<Pick<Briefing, 'title'>> & Pick<Briefing, 'body'>;

export type TextContext = Pick<CommandContext, 'theCase' | 'now' | 'newId'>;

/** The day of this computer's calendar, ISO 8601. @param milliseconds since 1970 */
export const localDay = (milliseconds: number): string => dayOf(new Date(milliseconds));

/** Keeps the text as it stands, unless a version holds it already; the program's own versions are thinned. */
export async function keepText(
  { theCase, newId }: TextContext,
  tx: Transaction,
  briefing: Briefing,
  name: string,
): Promise<void> {
  if (wordsOf(briefing.body) === '') return;
  const all = [...(await readWhole(theCase, 'briefingVersions')).values()];
  const own = all.filter((one) => one.briefingId === briefing.id);
  if (isKept(briefing, own)) return;
  tx.create('briefingVersions', newId(), versionOf(briefing, name, true));
  // With the one just made, which is the newest.
  const gone = thinned([...own, { id: '', created: LAST, automatic: true }], localDay);
  for (const row of await tx.getMany('briefingVersions', gone)) if (row) tx.remove('briefingVersions', row.id);
}

/** Keeps the text as it was before a change, when the rule in shared/briefing/versions.ts says so. */
export async function keepFormer(
  context: TextContext,
  tx: Transaction,
  briefing: Briefing,
  patch: Partial<Briefing>,
): Promise<void> {
  if (!patch.body && patch.state === undefined) return;
  const now = context.now().getTime();
  const before = nameBefore(briefing, patch, now, localDay);
  if (before !== null) await keepText(context, tx, briefing, before);
  const name = nameOnState(briefing.state, patch.state, localDay(now));
  if (name !== null) await keepText(context, tx, { ...briefing, ...patch }, name);
}

/** Writes another text: the former is kept where it is due, and the records of judgements follow. */
export async function writeText(
  context: TextContext,
  tx: Transaction,
  briefing: Briefing,
  text: Text,
  newIds: readonly string[],
): Promise<void> {
  await keepFormer(context, tx, briefing, text);
  await putText(context, tx, briefing, text, newIds);
}

/** The same where the former text is kept already. */
export async function putText(
  { theCase }: TextContext,
  tx: Transaction,
  briefing: Briefing,
  text: Text,
  newIds: readonly string[],
): Promise<void> {
  const change = { briefingId: briefing.id, before: briefing.body, body: cleanBody(text.body), newIds };
  tx.update('briefings', briefing.id, { ...text, body: await keepJudgements(tx, theCase, change) });
}

/** What hangs on a briefing and goes with it: words that nobody sees any more must not travel in bundles. */
const HANGING = ['judgements', 'briefingVersions', 'comments'] as const;

export async function removeHanging(tx: Transaction, open: RowReader, briefingId: string): Promise<void> {
  for (const table of HANGING) {
    const all: Iterable<{ readonly id: string; readonly briefingId: string }> = (await readWhole(open, table)).values();
    const own = [...all].filter((one) => one.briefingId === briefingId).map((one) => one.id);
    for (const row of await tx.getMany(table, own)) if (row) tx.remove(table, row.id);
  }
}
