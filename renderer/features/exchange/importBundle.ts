/** Opens a bundle: as a new case, or taken into the one that is here already. All or nothing, with progress. */
import { bundleRefusalSentence, inspectBundle, signatureOf } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import type { LineNotes } from '@shared/bundle/lineMarks';
import type { MergeReview } from '@shared/merge/reviewMerge';
import { findDuplicates } from '@shared/model/duplicates';
import { LARGEST_BUNDLE } from '@shared/bundle/limits';
import { armoredSize } from '@shared/bundle/seal/armor';
import { headOf, isSealed } from '@shared/bundle/seal/age';
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { hasRoomFor } from '../../app/room';
import { openOptions } from '../../app/session';
import { storeCase } from '../../store/contents';
import type { CaseContents } from '../../store/contents';
import { prepareIndex } from '../../search/client';
import { readKnown } from '../../store/known';
import type { Known } from '../../store/known';
import { mergeIntoCase, reviewIncoming } from '../../store/mergeCase';
import type { MergeReport } from '../../store/mergeCase';
import { openCase } from '../../store/openCase';
import type { OpenCase } from '../../store/openCase';
import { listCases } from '../../store/registry';
import { readWhole } from '../../store/whole';
import { standingOf } from '../../app/signingKey';
import { letGo } from '../../platform/spool';
import { blobOf } from '../../platform/browserFiles';
import { prepareBundles, refusalOfFailure, unpackBundle } from './bundleClient';
import { bundleTools } from './bundleTools';
import type { ReadFacts } from './bundleWorker';
import { askAboutSigner } from './Signer';
import { unlockBundle } from './unlock';
import { askHowToTakeIn } from './MergeReview';
import type { TakeIn } from './MergeReview';
import { reviewGround } from './reviewGround';

export const BUNDLE_FILTER = { name: 'Collate bundle', extensions: ['collate', 'age'] } as const;
/** What encryption adds is less than this share. */
const SEAL = 1.01;

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
  if (file.size > armoredSize(LARGEST_BUNDLE * SEAL)) return no('too-large', file.name);
  if (!(await hasRoomFor(context.platform, file.size))) return no('no-space');
  const stop = new AbortController();
  const progress = context.progress(`Reading ${file.name}`, () => stop.abort());
  /** What lies on the page's own disk meanwhile. */
  const used: object[] = [];
  let isStored = false;
  try {
    const opened = await file.open();
    if (!opened.ok) return no(opened.reason, file.name);
    const given = blobOf(opened.value);
    used.push(given);
    const options = { onProgress: (fraction: number) => progress.update(fraction), signal: stop.signal };
    const plain = isSealed(await headOf(given)) ? await unlockBundle(context, file.name, given, options) : given;
    if (!plain) return no('cancelled');
    used.push(plain);
    const known = await knownHere(plain);
    let facts: ReadFacts | undefined;
    const read = await unpackBundle(plain, { ...options, known, onRead: (all) => (facts = all) });
    if (!read.ok) {
      if (!stop.signal.aborted) context.toast(bundleRefusalSentence(read.reason, read.detail), { tone: 'danger' });
      return no('cancelled');
    }
    used.push(read.value);
    const signature = await signatureOf(plain, bundleTools);
    if (!(await askAboutSigner(context, await standingOf(signature.ok ? signature.value : null))))
      return no('cancelled');
    const arrived: Arrived = {
      contents: read.value,
      facts: facts!,
      whole: () => unpackBundle(plain, options),
    };
    const outcome = await takeIn(context, arrived, progress, stop.signal);
    isStored = outcome.ok;
    return outcome;
  } catch (error) {
    if (stop.signal.aborted) return no('cancelled');
    const refusal = refusalOfFailure(error);
    if (refusal && refusal !== 'bundle-too-large') return no(refusal, file.name);
    throw error;
  } finally {
    progress.done();
    // The database of a private window is in memory and leaves blobs where they lie: there the place is cleared later.
    if (!isStored || context.platform.kind === 'desktop') for (const thing of used) await letGo(thing);
  }
}

/** What came of a bundle. */
interface Arrived {
  readonly contents: BundleContents;
  /** Of it: records that stand here as they stand there were left out. */
  readonly facts: ReadFacts;
  /** All of it. */
  readonly whole: () => ReturnType<typeof unpackBundle>;
}

/** What need not be read again, where the bundle's case is here. */
async function knownHere(bundle: Blob): Promise<Known | null> {
  const header = await inspectBundle(bundle, bundleTools);
  if (!header.ok) return null;
  const { id } = header.value.case;
  return (await listCases()).some((one) => one.id === id && one.state === 'ready') ? readKnown(id) : null;
}

const isChange = ({ added, changed, deleted, conflicts }: MergeReport): boolean =>
  added + changed + deleted + conflicts > 0;

function mergeSentence(report: MergeReport, decided: number): string {
  const kept = decided === 1 ? '1 record was decided by you.' : `${decided} records were decided by you.`;
  if (!isChange(report) && decided > 0) return `Nothing is different here. ${kept}`;
  if (!isChange(report)) return 'The bundle holds nothing that is not here already. Nothing was changed.';
  const { added, changed, deleted, conflicts } = report;
  const aside =
    conflicts === 1 ? ' 1 value was set aside for review.' : ` ${conflicts} values were set aside for review.`;
  return `Taken in: ${added} new, ${changed} changed, ${deleted} deleted.${conflicts > 0 ? aside : ''}`;
}

async function takeIn(
  context: CommandContext,
  arrived: Arrived,
  progress: ReturnType<CommandContext['progress']>,
  signal: AbortSignal,
): Promise<Outcome> {
  let { contents } = arrived;
  let lines: LineNotes | undefined = arrived.facts.lines;
  const caseId = contents.case.id;
  const name = contents.case.name;
  const here = (await listCases()).find((one) => one.id === caseId);
  const isOpen = context.openCase?.id === caseId;
  const answer = here ? await reviewAndMerge(context, here.name, arrived, progress) : 'new';
  if (!answer) return no('cancelled');
  if (answer !== 'new' && answer.how === 'merge') {
    const { report, duplicates, decided } = answer;
    const twice = duplicates === 0 ? '' : ` ${duplicates} may be the same as what is here: see Exchange.`;
    context.toast(
      `${mergeSentence(report, decided)}${twice}`,
      isOpen && (isChange(report) || decided > 0) ? { undo: true } : {},
    );
    context.navigate({ view: isOpen && report.conflicts + duplicates > 0 ? 'exchange' : 'overview', caseId });
    return yes(caseId);
  }
  const how = answer === 'new' ? 'new' : 'separate';
  const newId = how === 'separate' ? context.newId() : caseId;
  const newName = how === 'separate' ? `${name} (copy)` : name;
  progress.update(null, `Storing ${name}`);
  if (!arrived.facts.isWhole) {
    const whole = await arrived.whole();
    if (!whole.ok) return no('cancelled');
    contents = whole.value;
    lines = undefined;
  }
  await storeCase(
    { ...(contents as CaseContents), case: { ...contents.case, id: newId, name: newName } },
    {
      caseId: newId,
      name: newName,
      now: context.now().toISOString(),
      lines,
      signal,
      onlyIfNew: true,
      onProgress: (done, all) => progress.update(done / all),
    },
  );
  context.navigate({ view: 'overview', caseId: newId });
  return yes(newId);
}

type Taken =
  | Extract<TakeIn, { how: 'separate' }>
  | { readonly how: 'merge'; readonly report: MergeReport; readonly duplicates: number; readonly decided: number };

/** Shows what the bundle would change in the case that is here, and does what is decided. Undefined: nothing. */
async function reviewAndMerge(
  context: CommandContext,
  nameHere: string,
  { contents, facts }: Arrived,
  progress: ReturnType<CommandContext['progress']>,
): Promise<Taken | undefined> {
  const incoming = contents as CaseContents;
  const isOpen = context.openCase?.id === contents.case.id;
  const open = isOpen ? context.openCase! : await openCase(contents.case.id, openOptions(context.analyst!));
  try {
    progress.update(null, `Comparing ${nameHere}`);
    const review = await reviewIncoming(open, incoming, context.now().getTime());
    const ground = await reviewGround(open, nameHere, contents, review, facts.skipped);
    progress.update(1, `Compared with ${nameHere}`);
    const answer = await askHowToTakeIn(context, ground);
    if (!answer || answer.how === 'separate') return answer;
    progress.update(null, `Taking in ${nameHere}`);
    const report = await mergeIntoCase(open, incoming, answer.choices);
    return { how: 'merge', report, decided: answer.choices.size, duplicates: await newDuplicates(open, review) };
  } finally {
    if (!isOpen) open.close();
  }
}

/** How many tags and sources that came in have the name of another. */
async function newDuplicates(open: OpenCase, review: MergeReview): Promise<number> {
  const came = new Set(review.items.filter(({ kind }) => kind === 'new').map(({ id }) => id));
  const pairs = [
    ...findDuplicates((await readWhole(open, 'tags')).values()),
    ...findDuplicates((await readWhole(open, 'sources')).values()),
  ];
  return pairs.filter(({ from, into }) => came.has(from.id) || came.has(into.id)).length;
}
