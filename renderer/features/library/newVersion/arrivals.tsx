/** What is noticed about documents that just came in: newer versions of others, and near copies of them. */
import { currentTextId, newestVersion } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { versionFinder } from '@shared/model/newVersion';
import type { LikelyVersion, VersionSign } from '@shared/model/newVersion';
import type { CommandContext } from '../../../app/commands/handler';
import { slicing } from '../../../platform/turn';
import { readWhole } from '../../../store/whole';
import { Button, Dialog } from '../../../ui';
import type { CameIn, ImportOutcome } from '../importing/outcome';
import { noteReport } from '../importing/report';
import { nearNotices } from '../near/nearCopies';

const SIGNS: Readonly<Record<VersionSign, string>> = {
  address: 'the same address',
  title: 'the same title',
  'file name': 'the same file name',
};

type OlderOf = (arrived: Document) => LikelyVersion<Document> | null;

/** For what just came in: the document here before that it seems to be a newer version of. */
function finderIn(documents: ReadonlyMap<string, Document>, isNew: ReadonlySet<string>): OlderOf {
  const find = versionFinder([...documents.values()].filter((one) => !isNew.has(one.id)));
  return (arrived) =>
    find({
      title: arrived.title,
      csl: arrived.csl,
      fileName: newestVersion(arrived).fileName,
      textId: currentTextId(arrived),
    });
}

const withNotice = (cameIn: readonly CameIn[], sentences: ReadonlyMap<string, string>): readonly CameIn[] =>
  cameIn.map((one) => {
    const sentence = sentences.get(one.documentId);
    return sentence === undefined ? one : { ...one, notices: [...one.notices, sentence] };
  });

/** What came in, with a sentence beside each document that seems to be a newer version of one here before. */
export async function noticeVersions(context: CommandContext, cameIn: readonly CameIn[]): Promise<readonly CameIn[]> {
  const documents = await readWhole(context.theCase, 'documents');
  const olderOf = finderIn(documents, new Set(cameIn.map(({ documentId }) => documentId)));
  const sentences = new Map<string, string>();
  const slice = slicing();
  for (const { documentId } of cameIn) {
    const arrived = documents.get(documentId);
    const older = arrived && olderOf(arrived);
    if (older)
      sentences.set(
        documentId,
        `It has ${SIGNS[older.by]} as “${older.document.title}” and may be a newer version of it.`,
      );
    await slice();
  }
  return withNotice(cameIn, sentences);
}

/**
 * Looks for near copies of what came in, after it came in: the first time all texts of the case are read for it. One
 * that came alone is told of in a message, several in the report of their import.
 */
export async function noticeCopies(context: CommandContext, outcome: ImportOutcome): Promise<void> {
  const { theCase } = context;
  const stop = new AbortController();
  const stopListening = theCase.onLost(() => stop.abort());
  try {
    const documents = await readWhole(theCase, 'documents');
    const ids = outcome.cameIn.map(({ documentId }) => documentId);
    const notices = await nearNotices(theCase, documents, ids, stop.signal);
    if (notices.size === 0 || stop.signal.aborted) return;
    const [first] = notices.values();
    const count = notices.size.toLocaleString();
    if (outcome.cameIn.length === 1) context.toast(first!);
    else context.toast(`${count} of the documents say nearly the same as others. The report names them.`);
    noteReport(theCase.id, { ...outcome, cameIn: withNotice(outcome.cameIn, notices) });
  } catch {
    // The case was closed meanwhile, or a text is gone: nothing depends on it, and Documents can look again.
  } finally {
    stopListening();
  }
}

/**
 * Asks about a document that came in alone and seems to be a newer version of one here, and joins the two where the
 * analyst says so.
 * @returns true where it became a version of the other
 */
export async function offerVersion(context: CommandContext, arrivedId: string): Promise<boolean> {
  const documents = await readWhole(context.theCase, 'documents');
  const arrived = documents.get(arrivedId);
  const older = arrived && finderIn(documents, new Set([arrivedId]))(arrived);
  if (!arrived || !older) return false;
  const wanted = await context.ask<boolean>((close) => (
    <Dialog
      isOpen
      title="Is it a newer version?"
      onClose={() => close(false)}
      actions={
        <>
          <Button onPress={() => close(false)}>Keep as a document of its own</Button>
          <Button variant="primary" onPress={() => close(true)}>
            Review as a newer version
          </Button>
        </>
      }
    >
      <p>
        “{arrived.title}” came in and has {SIGNS[older.by]} as “{older.document.title}”, with another text. As its newer
        version it takes the excerpts along: which words changed is shown first.
      </p>
    </Dialog>
  ));
  if (wanted !== true) return false;
  const joined = await context.run('document.joinVersion', { id: older.document.id, fromId: arrivedId });
  return joined.ok;
}
