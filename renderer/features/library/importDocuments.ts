/** Brings documents in: chosen, dropped or pasted, and one by one or a folder of them. */
import { readPlainText } from '@shared/text/plainText';
import { DOCUMENT_FORMAT_IDS, DOCUMENT_FORMATS } from '@shared/extract/formats';
import { no, yes } from '@shared/model/result';
import type { FileFilter, PickedFile } from '@shared/platform';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import type { CommandArgs } from '@shared/commands';
import { bringIn } from './importing/bringIn';
import { askForText } from './PasteDialog';

/** What a dialog for documents offers. */
export const DOCUMENT_FILTERS: readonly FileFilter[] = [
  { name: 'Documents', extensions: DOCUMENT_FORMAT_IDS.flatMap((id) => [...DOCUMENT_FORMATS[id].extensions]) },
  { name: 'All files', extensions: ['*'] },
];

type Arriving = CommandArgs['document.add']['documents'][number];

async function chooseFiles(context: CommandContext): Promise<readonly PickedFile[] | null> {
  const picked = await context.platform.openFiles({ title: 'Import documents', filters: DOCUMENT_FILTERS, many: true });
  return picked.ok && picked.value.length > 0 ? picked.value : null;
}

/** Imports files as documents of the open case. A bundle among them is opened as a bundle instead. */
export async function importFiles(context: CommandContext, given: readonly PickedFile[] | null): Promise<Outcome> {
  const files = given ?? (await chooseFiles(context));
  if (!files) return no('cancelled');
  const bundle = files.find((file) => file.name.endsWith('.collate'));
  if (bundle) return context.run('bundle.import', { file: bundle }, { refusal: 'return' });
  return bringIn(context, files);
}

/** Imports every file of a folder, and of the folders in it. */
export async function importFolder(context: CommandContext): Promise<Outcome> {
  const chosen = await context.platform.openFolder('Import a folder');
  if (!chosen.ok) return chosen.reason === 'too-large' ? no('folder-too-large') : chosen;
  if (chosen.value.files.length === 0) return no('folder-empty', chosen.value.name);
  return bringIn(context, chosen.value.files);
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
