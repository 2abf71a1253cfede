/**
 * One import, from the chosen files to the report: read beside the page while work goes on, then written as one step.
 * Imports wait for each other, so that the same file in two of them is noticed.
 */
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { hasRoomFor } from '../../../app/room';
import { currentRoute } from '../../../app/route';
import { readWhole } from '../../../store/whole';
import { encodingAsker } from '../encoding/encodingAsker';
import { askToKeep } from './KeepDialog';
import { gatherFiles, takeBack } from './gather';
import type { Gathered } from './gather';
import { knownOf } from './known';
import { outcomeWords } from './outcome';
import { startReaders } from './readers';
import { languageTags } from '../ocr/languageTags';
import { ocrAsker } from '../ocr/ocrAsker';
import { recognisedWords } from '../ocr/recognisedWords';
import { noticeCopies, noticeVersions, offerVersion } from '../newVersion/arrivals';
import { noteReport, showReport } from './report';

/** A machine of two cores has one of them left for the page. */
const LANES = navigator.hardwareConcurrency > 2 ? 2 : 1;

/** Files of which each is asked about whose encoding was guessed. */
const MOST_ASKED = 20;

/** Milliseconds in which the table of documents is drawn before the report opens above it. */
const TABLE_FIRST = 150;

let turn: Promise<unknown> = Promise.resolve();

/** Brings files in as documents of the open case. Yes with the first document; no with `cancelled` where none came in. */
export function bringIn(context: CommandContext, files: readonly PickedFile[]): Promise<Outcome> {
  const mine = turn.then(() => bringInNow(context, files));
  turn = mine.catch(() => undefined);
  return mine;
}

async function bringInNow(context: CommandContext, files: readonly PickedFile[]): Promise<Outcome> {
  const { theCase } = context;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (!(await hasRoomFor(context.platform, size))) return no('no-space');
  const begun = currentRoute();
  const stop = new AbortController();
  const total = files.length.toLocaleString();
  const label = (done: number): string =>
    files.length === 1 ? `Reading ${files[0]!.name}` : `Reading ${done.toLocaleString()} of ${total} files`;
  const progress = context.progress(label(0), () => stop.abort());
  const readers = startReaders(LANES, stop.signal);
  // A case that is closed meanwhile takes nothing more.
  const stopListening = theCase.onLost(() => stop.abort());
  let gathered: Gathered;
  let read = 0;
  try {
    gathered = await gatherFiles(files, {
      store: theCase,
      readers,
      signal: stop.signal,
      // Of a folder the report names the guesses: nobody wants to be asked a hundred times.
      ...(files.length <= MOST_ASKED ? { askEncoding: encodingAsker(context, files.length) } : {}),
      askOcr: ocrAsker(context, { files: files.length, tags: () => languageTags(theCase) }),
      onRecognised: (name, pages, of) => {
        const share = of === 0 ? 0 : pages / of;
        const words = recognisedWords(name, pages, of);
        if (files.length === 1) progress.update(share, words);
        else
          progress.update((read + share) / files.length, `${label(read)}; ${words[0]!.toLowerCase()}${words.slice(1)}`);
      },
      known: knownOf((await readWhole(theCase, 'documents')).values()),
      newId: () => context.newId(),
      onRead: (done) => {
        read = done;
        progress.update(done / files.length, label(done));
      },
    });
  } finally {
    readers.close();
    stopListening();
    progress.done();
  }
  if (stop.signal.aborted && !(await keepsHalf(context, gathered, files.length))) {
    await takeBack(theCase, gathered);
    return no('cancelled');
  }
  return finish(context, gathered, begun);
}

const keepsHalf = async (context: CommandContext, { documents }: Gathered, of: number): Promise<boolean> =>
  documents.length > 0 && of > 1 && askToKeep(context, documents.length, of);

async function finish(context: CommandContext, gathered: Gathered, begun: unknown): Promise<Outcome> {
  const { documents, hereAlready, didNot } = gathered;
  const { theCase } = context;
  let added: Outcome = no('cancelled');
  if (documents.length > 0) {
    added = await context.run('document.addKept', { documents }, { refusal: 'return' });
    if (!added.ok) await takeBack(theCase, gathered);
  }
  const goesOn = currentRoute() !== begun;
  const cameIn = added.ok && documents.length > 1 ? await noticeVersions(context, gathered.cameIn) : gathered.cameIn;
  const outcome = { cameIn, hereAlready, didNot };
  const [only] = cameIn;
  if (only && documents.length === 1 && !goesOn && added.ok && (await offerVersion(context, only.documentId))) {
    return added;
  }
  if (added.ok && documents.length > 0) void noticeCopies(context, outcome);
  const isPlain = hereAlready.length + didNot.length === 0 && cameIn.every(({ notices }) => notices.length === 0);
  if (only && cameIn.length === 1 && isPlain && !goesOn) {
    context.navigate({ view: 'document', caseId: theCase.id, documentId: only.documentId });
  } else if (cameIn.length === 0 && hereAlready.length + didNot.length === 1) {
    const [twin] = hereAlready;
    if (twin) {
      if (!goesOn) context.navigate({ view: 'document', caseId: theCase.id, documentId: twin.documentId });
      return no('already-here', twin.title);
    }
    context.toast(didNot[0]!.sentence, { tone: 'danger' });
  } else {
    noteReport(theCase.id, isPlain && !goesOn ? null : outcome);
    if (goesOn) context.toast(`${outcomeWords(outcome)} The report stands in Documents.`);
    else {
      context.navigate({ view: 'documents', caseId: theCase.id });
      // The table is drawn first: both at once would hold the window up.
      await new Promise((resolve) => setTimeout(resolve, TABLE_FIRST));
      if (!isPlain) await showReport(context, outcome);
      else context.toast(outcomeWords(outcome), { undo: true });
    }
  }
  return added.ok ? yes(added.value) : added;
}
