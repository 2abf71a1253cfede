/** Brings documents in: chosen, dropped or pasted, and one by one or a folder of them. */
import { DOCUMENT_FORMAT_IDS, DOCUMENT_FORMATS } from '@shared/extract/formats';
import { PICTURE_FORMAT_IDS, PICTURE_FORMATS } from '@shared/extract/pictures';
import { no, yes } from '@shared/model/result';
import type { FileFilter, PickedFile } from '@shared/platform';
import { MOST_FILES } from '../../platform/folderFiles';
import type { CommandContext } from '../../app/commands/handler';
import type { Outcome } from '../../app/context';
import type { CommandArgs } from '@shared/commandArgs';
import { bringIn } from './importing/bringIn';
import { askForText } from './PasteDialog';
import { readPasted } from './paste/pasted';
import type { Pasted } from './paste/pasted';

/** What a dialog for documents offers. */
export const DOCUMENT_FILTERS: readonly FileFilter[] = [
  {
    name: 'Documents',
    extensions: [
      ...DOCUMENT_FORMAT_IDS.flatMap((id) => [...DOCUMENT_FORMATS[id].extensions]),
      ...PICTURE_FORMAT_IDS.flatMap((id) => [...PICTURE_FORMATS[id].extensions]),
    ],
  },
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
  if (files.length > MOST_FILES) return no('folder-too-large');
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

/** Imports what was pasted, or asks for it. */
export async function importPastedText(context: CommandContext, given: Pasted | null): Promise<Outcome> {
  const pasted = given ?? (await askForText(context));
  if (!pasted) return no('cancelled');
  const read = await readPasted(pasted);
  if (!read.ok) return read;
  const { text, extractor, mediaType, blocks, csl, language } = read.value;
  const document: Arriving = {
    text,
    title: pasted.title?.trim() || read.value.title,
    fileName: '',
    mediaType,
    extractor,
    original: null,
    originalId: null,
    blocks,
    pages: [],
    csl,
    language,
  };
  const added = await context.run('document.add', { documents: [document] }, { refusal: 'return' });
  if (added.ok && added.value) {
    context.navigate({ view: 'document', caseId: context.theCase.id, documentId: added.value });
  }
  return added.ok ? yes(added.value) : added;
}
