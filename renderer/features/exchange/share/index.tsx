/** Sharing: what is asked, made, saved and remembered. */
import type { BundleContents } from '@shared/bundle';
import { afterGiving, knownOf } from '@shared/bundle/share/given';
import type { JournalEnds } from '@shared/bundle/share/given';
import { isAlive } from '@shared/model/record';
import type { RecordBase } from '@shared/model/record';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { getSelection } from '../../../app/selection';
import { ownFingerprint, signerFor } from '../../../app/signingKey';
import { journalEnds } from '../../../store/changesSince';
import { letGo } from '../../../platform/spool';
import { refusalOfFailure } from '../bundleClient';
import { fileNameOf } from '../exportBundle';
import { BUNDLE_FILTER } from '../importBundle';
import { allRecipients, keepRecipient } from './recipients';
import { bytesFor, contentsFor, contentsReader } from './shareCase';
import { ShareDialog } from './ShareDialog';
import type { ShareAnswer } from './ShareDialog';
import { firstWishes } from './wishes';

const SEALED_FILTER = { name: 'Encrypted bundle', extensions: ['age'] } as const;

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

async function write(
  context: CommandContext,
  { wishes, recipient }: ShareAnswer,
  whole: () => Promise<BundleContents>,
  excerptIds: readonly string[],
  ends: JournalEnds,
): Promise<Outcome> {
  const open = context.theCase;
  const stop = new AbortController();
  const progress = context.progress('Making the bundle', () => stop.abort());
  const options = { signal: stop.signal, onProgress: (fraction: number) => progress.update(fraction) };
  let bytes: Blob | null = null;
  try {
    const since = recipient?.has[open.id]?.seq ?? null;
    const contents = await contentsFor(wishes, { open, excerptIds, since }, whole, options);
    if (!contents) return no('cancelled');
    const signer = wishes.sign ? await signerFor(context.analyst!, context.platform) : null;
    if (signer && !signer.ok) return no(signer.reason);
    bytes = await bytesFor(contents, wishes, signer?.value ?? null, options);
    const isLocked = wishes.lock !== 'none';
    const saved = await context.platform.saveFile({
      suggestedName: fileNameOf(contents.case.name, isLocked ? 'collate.age' : 'collate'),
      filters: [isLocked ? SEALED_FILTER : BUNDLE_FILTER],
      bytes,
    });
    if (!saved.ok) return no(saved.reason);
    if (recipient) await keepRecipient(afterGiving(recipient, wishes, open.id, ends, context.now().toISOString()));
    context.toast(`The bundle was written to ${saved.value.name}.`);
    return yes(null);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    const refusal = refusalOfFailure(error);
    if (refusal) return no(refusal);
    throw error;
  } finally {
    progress.done();
    if (bytes) await letGo(bytes);
  }
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
