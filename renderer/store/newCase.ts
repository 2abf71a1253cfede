/** A new, empty case: its database, its record, and the analyst who starts it. */
import { analystRecordId } from '@shared/model/analyst';
import { NEW_CASE } from '@shared/model/case';
import { yes } from '@shared/model/result';
import { whileArriving } from './arrival';
import type { OpenCase, OpenOptions } from './openCase';
import { openCase } from './openCase';
import { dropCase, registerCase, updateCase } from './registry';

export interface CaseStart {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly language: string;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** Creates a case and leaves it closed. @throws StoreFailure; nothing is left behind */
export function createCase(start: CaseStart, options: OpenOptions): Promise<void> {
  return whileArriving(start.id, () => create(start, options));
}

async function create(start: CaseStart, options: OpenOptions): Promise<void> {
  await registerCase({ id: start.id, name: start.name, state: 'unfinished', created: start.now, opened: start.now });
  try {
    const open = await openCase(start.id, options);
    await open.transact(
      'New case',
      (tx) => {
        tx.create('cases', start.id, {
          name: start.name,
          description: start.description,
          marking: 'TLP:AMBER',
          language: start.language,
          ...NEW_CASE,
        });
        return yes(null);
      },
      { kind: 'import' },
    );
    open.close();
    await updateCase(start.id, { state: 'ready' });
  } catch (error) {
    await dropCase(start.id);
    throw error;
  }
}

/** Makes sure that the case knows the name behind this actor. Not a step of undo. */
export async function nameAnalyst(open: OpenCase, name: string, initials: string): Promise<void> {
  const id = analystRecordId(open.actor);
  await open.transact(
    'Name the analyst',
    async (tx) => {
      const known = await tx.get('analysts', id);
      if (!known) tx.create('analysts', id, { actor: open.actor, name, initials });
      else if (known.name !== name || known.initials !== initials) tx.update('analysts', id, { name, initials });
      return yes(null);
    },
    { kind: 'import' },
  );
}
