/** Keeps the records of a note's judgements in step with its text, inside the transaction that writes the text. */
import { judgementIdsIn, planJudgements } from '@shared/briefing/judgements';
import type { BodyNode } from '@shared/model/briefing';
import { isAlive } from '@shared/model/record';
import type { RowReader } from '../../store/rows';
import type { Transaction } from '../../store/transact';
import { readWhole } from '../../store/whole';

export interface TextChange {
  readonly briefingId: string;
  /** Null where the note is new. */
  readonly before: BodyNode | null;
  /** Clean. */
  readonly body: BodyNode;
  /** Made before the transaction: as many as `body` has judgements. */
  readonly newIds: readonly string[];
}

/** Ids for judgements that may turn out to need one. */
export const idsForJudgements = (body: BodyNode | undefined, newId: () => string): string[] =>
  (body ? judgementIdsIn(body) : []).map(newId);

/** Writes what the records need. @returns the text to write: copied judgements stand under ids of their own there */
export async function keepJudgements(
  tx: Transaction,
  open: RowReader & { readonly id: string },
  { briefingId, before, body, newIds }: TextChange,
): Promise<BodyNode> {
  const named = judgementIdsIn(body);
  if (named.length === 0 && (!before || judgementIdsIn(before).length === 0)) return body;
  const [record, all] = await Promise.all([tx.get('cases', open.id), readWhole(open, 'judgements')]);
  const own = [...all.values()].filter((one) => one.briefingId === briefingId).map((one) => one.id);
  const ids = [...new Set([...own, ...named])];
  const rows = (await tx.getManyWithDeleted('judgements', ids)).filter((row) => row !== undefined);
  const scale = record?.scale ?? 'icd203-1';
  const steps = planJudgements({ briefingId, scale, before, body, rows, isAlive, newIds });
  for (const { id, fields } of steps.create) tx.create('judgements', id, fields);
  for (const { id, patch } of steps.update) tx.update('judgements', id, patch);
  for (const { id, patch } of steps.restore) {
    tx.restore('judgements', id);
    if (Object.keys(patch).length > 0) tx.update('judgements', id, patch);
  }
  for (const id of steps.remove) tx.remove('judgements', id);
  return steps.body;
}
