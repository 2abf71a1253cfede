/** Sharing: what is asked, made, saved and remembered. */
import type { BundleContents } from '@shared/bundle';
import { afterGiving, knownOf } from '@shared/bundle/share/given';
import type { JournalEnds } from '@shared/bundle/share/given';
import { isAlive } from '@shared/model/record';
import type { RecordBase } from '@shared/model/record';
import { no } from '@shared/model/result';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { getSelection } from '../../../app/selection';
import { ownFingerprint } from '../../../app/signingKey';
import { journalEnds } from '../../../store/changesSince';
import { saveBundle } from '../saveBundle';
import { allRecipients, keepRecipient } from './recipients';
import { contentsFor, contentsReader, lockOf } from './shareCase';
import { ShareDialog } from './ShareDialog';
import type { ShareAnswer } from './ShareDialog';
import { firstWishes } from './wishes';

/** Asks, makes the bundle, saves it, and remembers what its recipient now has. */
export async function shareCase(context: CommandContext): Promise<Outcome> {
  await flushPending();
  const open = context.theCase;
  const { excerptIds } = getSelection();
  const whole = contentsReader(open);
  // Before the case is read: what is written meanwhile is not in the bundle and must go with the next one.
  const ends = await journalEnds(open);
  const contents = await whole();
  const options = { ...optionsIn(contents), excerptCount: excerptIds.length, fingerprint: await ownFingerprint() };
  const known = (await allRecipients()).map((one) => knownOf(one, open.id, ends));
  const answer = await context.ask<ShareAnswer>((close) => (
    <ShareDialog
      ground={{ open, excerptIds }}
      whole={whole}
      options={options}
      known={known}
      first={firstWishes()}
      newId={() => context.newId()}
      close={close}
    />
  ));
  return answer ? write(context, answer, whole, excerptIds, ends) : no('cancelled');
}

function write(
  context: CommandContext,
  { wishes, recipient }: ShareAnswer,
  whole: () => Promise<BundleContents>,
  excerptIds: readonly string[],
  ends: JournalEnds,
): Promise<Outcome> {
  const open = context.theCase;
  const since = recipient?.has[open.id]?.seq ?? null;
  return saveBundle(context, (options) => contentsFor(wishes, { open, excerptIds, since }, whole, options), {
    isSigned: wishes.sign,
    lock: lockOf(wishes),
    language: wishes.language,
    told: (name) => `The bundle was written to ${name}.`,
    onSaved: async () => {
      if (recipient) await keepRecipient(afterGiving(recipient, wishes, open.id, ends, context.now().toISOString()));
    },
  });
}

/** What can be chosen, by name. */
function optionsIn({ rows }: BundleContents) {
  const named = <Row extends RecordBase & { readonly id: string }>(
    some: readonly Row[] | undefined,
    label: (row: Row) => string,
  ) =>
    (some ?? [])
      .filter(isAlive)
      .map((row) => ({ id: row.id, label: label(row) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  return {
    documents: named(rows.documents, ({ title }) => title),
    tags: named(rows.tags, ({ name }) => name),
    briefings: named(rows.briefings, ({ title }) => title),
  };
}
