/** Brings in bibliographic data: reads a file of references, asks which are whose, and writes them as one step. */
import { referencesRefusalSentence, REFERENCE_EXTRACTOR, textOf } from '@shared/interchange/references';
import type { ReferenceEntry, ReferenceFile, ReferencesRefusal } from '@shared/interchange/references';
import { plausibleCsl } from '@shared/model/arriving';
import type { KeptDocument } from '@shared/model/arriving';
import { matchReferences } from '@shared/model/completing';
import { no } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import { readPlainText } from '@shared/text/plainText';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { keepText } from '../../../store/texts';
import { readWhole } from '../../../store/whole';
import { askForCompletions } from './CompleteDialog';
import type { ReferencesAnswer } from './referencesWorker';

const FILTERS = [{ name: 'References', extensions: ['ris', 'bib', 'bibtex', 'json'] }] as const;

/** In a worker that ends with its answer. */
async function readFile(bytes: Uint8Array): Promise<Result<ReferenceFile, ReferencesRefusal>> {
  const worker = new Worker(new URL('./referencesWorker.ts', import.meta.url), { type: 'module', name: 'references' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker did not start')));
      worker.addEventListener('message', ({ data }: MessageEvent<ReferencesAnswer>) =>
        'result' in data ? resolve(data.result) : reject(new Error(data.failure)),
      );
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
}

async function made(context: CommandContext, entry: ReferenceEntry, file: ReferenceFile, name: string) {
  const read = readPlainText(textOf(entry));
  if (!read.ok) return null;
  const textId = await keepText(context.theCase, read.value.text);
  return {
    id: context.newId(),
    title: entry.csl.title || read.value.title,
    textId,
    originalId: null,
    fileName: name.slice(0, 500),
    mediaType: file.mediaType,
    extractor: REFERENCE_EXTRACTOR,
    csl: plausibleCsl(entry.csl),
    language: entry.csl.language ?? '',
    note: '',
    layout: null,
  } satisfies KeptDocument;
}

/** Asks for the file where none is given. Yes with null; no with `cancelled` where nothing was taken. */
export async function completeDocuments(context: CommandContext, given: PickedFile | null): Promise<Outcome> {
  const picked = given
    ? null
    : await context.platform.openFiles({ title: 'Bring in bibliographic data', filters: FILTERS, many: false });
  const file = given ?? (picked?.ok ? picked.value[0] : undefined);
  if (!file) return no('cancelled');
  const bytes = await file.read();
  if (!bytes.ok) return bytes;
  const progress = context.progress(`Reading ${file.name}`);
  const read = await readFile(bytes.value).finally(() => progress.done());
  if (!read.ok) {
    context.toast(referencesRefusalSentence(read.reason), { tone: 'danger' });
    return no('cancelled');
  }
  const documents = await readWhole(context.theCase, 'documents');
  const matches = matchReferences(read.value.entries, [...documents.values()]);
  const chosen = await askForCompletions(context, { file: read.value, matches, documents });
  if (!chosen) return no('cancelled');
  const completions = chosen.taken.flatMap(({ entry, documentId }) =>
    documentId === null ? [] : [{ id: documentId, csl: entry.csl }],
  );
  const documentsMade: KeptDocument[] = [];
  for (const { entry, documentId } of chosen.taken) {
    const one = documentId === null ? await made(context, entry, read.value, file.name) : null;
    if (one) documentsMade.push(one);
  }
  const done = await context.run(
    'document.takeReferences',
    { completions, replaces: chosen.replaces, made: documentsMade },
    { refusal: 'return' },
  );
  if (done.ok) {
    const words = [
      completions.length > 0 && `${completions.length.toLocaleString()} documents were completed`,
      documentsMade.length > 0 && `${documentsMade.length.toLocaleString()} were made`,
    ].filter((one) => one !== false);
    context.toast(`${words.join(', ')}.`, { undo: true });
  }
  return done;
}
