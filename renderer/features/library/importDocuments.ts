/** Brings texts in: chosen, dropped or pasted. Every file is read and checked first; what cannot be read is named. */
import { importRefusalSentence, importWarning } from '@shared/text/refusals';
import { readPlainText } from '@shared/text/plainText';
import { no, yes } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import { hasRoomFor } from '../../app/room';
import type { CommandArgs } from '@shared/commands';
import { readTextFile } from './importText';
import { showImportReport } from './ImportReport';
import { askForText } from './PasteDialog';

const TEXT_FILTER = { name: 'Plain text', extensions: ['txt', 'text', 'md'] } as const;

export interface FileTrouble {
  readonly name: string;
  readonly sentence: string;
}

type Arriving = CommandArgs['document.add']['documents'][number];

async function chooseFiles(context: CommandContext): Promise<readonly PickedFile[] | null> {
  const picked = await context.platform.openFiles({ title: 'Import documents', filters: [TEXT_FILTER], many: true });
  return picked.ok && picked.value.length > 0 ? picked.value : null;
}

/** Imports files as documents of the open case. A bundle among them is opened as a bundle instead. */
export async function importFiles(context: CommandContext, given: readonly PickedFile[] | null): Promise<Outcome> {
  const files = given ?? (await chooseFiles(context));
  if (!files) return no('cancelled');
  const bundle = files.find((file) => file.name.endsWith('.collate'));
  if (bundle) return context.run('bundle.import', { file: bundle }, { refusal: 'return' });
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (!(await hasRoomFor(context.platform, size))) return no('no-space');
  const stop = new AbortController();
  const progress = context.progress(files.length === 1 ? `Reading ${files[0]!.name}` : 'Reading documents', () =>
    stop.abort(),
  );
  const arriving: Arriving[] = [];
  const troubles: FileTrouble[] = [];
  try {
    for (const [i, file] of files.entries()) {
      if (stop.signal.aborted) return no('cancelled');
      progress.update(i / files.length, files.length === 1 ? undefined : `Reading ${file.name}`);
      const bytes = await file.read();
      if (!bytes.ok) {
        troubles.push({ name: file.name, sentence: importRefusalSentence('unreadable', file.name) });
        continue;
      }
      const read = await readTextFile(file.name, bytes.value, { signal: stop.signal });
      if (stop.signal.aborted) return no('cancelled');
      if (!read.ok) {
        troubles.push({ name: file.name, sentence: importRefusalSentence(read.reason, file.name) });
        continue;
      }
      for (const warning of read.value.warnings) context.toast(importWarning(warning), { tone: 'warning' });
      arriving.push({
        text: read.value.text,
        title: read.value.title || file.name,
        fileName: file.name,
        mediaType: 'text/plain',
        extractor: read.value.extractor,
        original: bytes.value,
        originalId: null,
        blocks: null,
        pages: [],
        csl: {},
        language: '',
      });
    }
  } finally {
    progress.done();
  }
  return finish(context, arriving, troubles);
}

async function finish(
  context: CommandContext,
  arriving: readonly Arriving[],
  troubles: readonly FileTrouble[],
): Promise<Outcome> {
  const added: Outcome =
    arriving.length > 0
      ? await context.run('document.add', { documents: arriving }, { refusal: 'return' })
      : no('cancelled');
  if (troubles.length === 1 && arriving.length === 0) context.toast(troubles[0]!.sentence, { tone: 'danger' });
  else if (troubles.length > 0) await showImportReport(context, arriving.length, troubles);
  if (added.ok && added.value && arriving.length === 1 && troubles.length === 0) {
    context.navigate({ view: 'document', caseId: context.theCase.id, documentId: added.value });
  } else if (added.ok) context.navigate({ view: 'documents', caseId: context.theCase.id });
  return added;
}

/** Imports a text that was pasted, or asks for one. */
export async function importPastedText(
  context: CommandContext,
  given: { text: string; title?: string } | null,
): Promise<Outcome> {
  const pasted = given ?? (await askForText(context));
  if (!pasted) return no('cancelled');
  const read = readPlainText(pasted.text);
  if (!read.ok) return no('nothing-pasted');
  const document: Arriving = {
    text: read.value.text,
    title: pasted.title?.trim() || read.value.title,
    fileName: '',
    mediaType: 'text/plain',
    extractor: read.value.extractor,
    original: null,
    originalId: null,
    blocks: null,
    pages: [],
    csl: {},
    language: '',
  };
  const added = await context.run('document.add', { documents: [document] }, { refusal: 'return' });
  if (added.ok && added.value) {
    context.navigate({ view: 'document', caseId: context.theCase.id, documentId: added.value });
  }
  return added.ok ? yes(added.value) : added;
}
