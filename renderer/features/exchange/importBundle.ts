/** Opens a bundle: as a new case, or taken into the one that is here already. All or nothing, with progress. */
import { bundleRefusalSentence } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { hasRoomFor } from '../../app/room';
import { openOptions } from '../../app/session';
import { storeCase } from '../../store/contents';
import type { CaseContents } from '../../store/contents';
import { prepareIndex } from '../../search/client';
import { mergeIntoCase } from '../../store/mergeCase';
import type { MergeReport } from '../../store/mergeCase';
import { openCase } from '../../store/openCase';
import { listCases } from '../../store/registry';
import { prepareBundles, unpackBundle } from './bundleClient';
import { askHowToTakeIn } from './TakeInDialog';

export const BUNDLE_FILTER = { name: 'Collate bundle', extensions: ['collate'] } as const;
const LARGEST_BUNDLE = 500 * 1024 * 1024;

async function chooseBundle(context: CommandContext): Promise<PickedFile | null> {
  const picked = await context.platform.openFiles({ title: 'Open a bundle', filters: [BUNDLE_FILTER], many: false });
  return picked.ok ? (picked.value[0] ?? null) : null;
}

/** Reads, checks and stores a bundle; asks what to do where the case is here already. */
export async function importBundleFile(context: CommandContext, given: PickedFile | null): Promise<Outcome> {
  prepareBundles();
  prepareIndex();
  const file = given ?? (await chooseBundle(context));
  if (!file) return no('cancelled');
  if (file.size > LARGEST_BUNDLE) return no('too-large', file.name);
  if (!(await hasRoomFor(context.platform, file.size))) return no('no-space');
  const stop = new AbortController();
  const progress = context.progress(`Reading ${file.name}`, () => stop.abort());
  try {
    const bytes = await file.read();
    if (!bytes.ok) return no(bytes.reason, file.name);
    const read = await unpackBundle(bytes.value, {
      onProgress: (fraction) => progress.update(fraction),
      signal: stop.signal,
    });
    if (!read.ok) {
      if (!stop.signal.aborted) context.toast(bundleRefusalSentence(read.reason, read.detail), { tone: 'danger' });
      return no('cancelled');
    }
    return await takeIn(context, read.value, progress, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    throw error;
  } finally {
    progress.done();
  }
}

const isChange = ({ added, changed, deleted, conflicts }: MergeReport): boolean =>
  added + changed + deleted + conflicts > 0;

function mergeSentence(report: MergeReport): string {
  if (!isChange(report)) return 'The bundle holds nothing that is not here already. Nothing was changed.';
  const { added, changed, deleted, conflicts } = report;
  const aside =
    conflicts === 1 ? ' 1 value was set aside for review.' : ` ${conflicts} values were set aside for review.`;
  return `Taken in: ${added} new, ${changed} changed, ${deleted} deleted.${conflicts > 0 ? aside : ''}`;
}

async function takeIn(
  context: CommandContext,
  contents: BundleContents,
  progress: ReturnType<CommandContext['progress']>,
  signal: AbortSignal,
): Promise<Outcome> {
  const caseId = contents.case.id;
  const name = contents.case.name;
  const here = (await listCases()).find((one) => one.id === caseId);
  const how = here ? await askHowToTakeIn(context, here.name, contents) : 'new';
  if (!how) return no('cancelled');
  if (how === 'merge') {
    const isOpen = context.openCase?.id === caseId;
    const open = isOpen ? context.openCase! : await openCase(caseId, openOptions(context.analyst!));
    try {
      progress.update(null, `Taking in ${name}`);
      const report = await mergeIntoCase(open, contents as CaseContents);
      context.toast(mergeSentence(report), isOpen && isChange(report) ? { undo: true } : {});
    } finally {
      if (!isOpen) open.close();
    }
    context.navigate({ view: 'overview', caseId });
    return yes(caseId);
  }
  const newId = how === 'separate' ? context.newId() : caseId;
  const newName = how === 'separate' ? `${name} (copy)` : name;
  progress.update(null, `Storing ${name}`);
  await storeCase(
    { ...(contents as CaseContents), case: { ...contents.case, id: newId, name: newName } },
    {
      caseId: newId,
      name: newName,
      now: context.now().toISOString(),
      signal,
      onlyIfNew: true,
      onProgress: (done, all) => progress.update(done / all),
    },
  );
  context.navigate({ view: 'overview', caseId: newId });
  return yes(newId);
}
