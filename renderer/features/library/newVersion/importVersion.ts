/** Takes in a newer version of a document: from a file, or from a document that came in by itself. */
import { currentTextId, newestVersion } from '@shared/model/document';
import type { Document, TextVersion } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import { findByText } from '@shared/model/importing';
import type { Layout } from '@shared/model/layout';
import type { FieldsOf } from '@shared/model/record';
import { no } from '@shared/model/result';
import type { PickedFile } from '@shared/platform';
import { importRefusalSentence } from '@shared/text/refusals';
import type { CommandContext } from '../../../app/commands/handler';
import type { Outcome } from '../../../app/context';
import { hasRoomFor } from '../../../app/room';
import { readRows } from '../../../store/rows';
import { keepNamedText, keepOriginal, readText } from '../../../store/texts';
import { readWhole } from '../../../store/whole';
import { encodingAsker, readAsked } from '../encoding/encodingAsker';
import { DOCUMENT_FILTERS } from '../importDocuments';
import { startReaders } from '../importing/readers';
import { languageTags } from '../ocr/languageTags';
import { ocrAsker } from '../ocr/ocrAsker';
import { tellRecognised } from '../ocr/recognisedWords';
import { withOcr } from '../ocr/withOcr';
import { compareVersions } from './compareVersions';
import { placed, reviewed } from './decisions';
import type { ReviewedExcerpt } from './decisions';
import { askAboutVersion } from './VersionReview';

/** A text that is to become a version of a document. */
export interface NewText {
  readonly text: string;
  readonly version: Omit<TextVersion, 'importedAt'>;
  readonly layout: FieldsOf<Layout> | null;
  /** The document it is now, which goes when the text is taken in; null where it comes from a file. */
  readonly fromId: string | null;
  /** The file's or the document's name. */
  readonly name: string;
}

/** Asks for a file where none is given, compares, lets the analyst decide, and writes it as one step. */
export async function importVersion(
  context: CommandContext,
  documentId: string,
  given: PickedFile | null,
): Promise<Outcome> {
  const [document] = await readRows(context.theCase, 'documents', [documentId]);
  if (!document) return no('not-found');
  const file = given ?? (await chooseFile(context));
  if (!file) return no('cancelled');
  if (!(await hasRoomFor(context.platform, file.size))) return no('no-space');
  const read = await readFile(context, file);
  if (typeof read === 'string') {
    context.toast(read, { tone: 'danger' });
    return no('cancelled');
  }
  return read === null ? no('cancelled') : reviewAndWrite(context, document, read);
}

/** Makes the newest text of one document the newer version of another, and takes its excerpts along. */
export async function joinVersion(context: CommandContext, documentId: string, fromId: string): Promise<Outcome> {
  const [document, from] = await readRows(context.theCase, 'documents', [documentId, fromId]);
  if (!document || !from || document.id === from.id) return no('not-found');
  const { importedAt: _, ...version } = newestVersion(from);
  const text = await readText(context.theCase, version.textId);
  if (text === undefined) return no('not-found');
  return reviewAndWrite(context, document, { text, version, layout: null, fromId, name: from.title });
}

async function chooseFile(context: CommandContext): Promise<PickedFile | null> {
  const picked = await context.platform.openFiles({
    title: 'Import a newer version',
    filters: DOCUMENT_FILTERS,
    many: false,
  });
  return picked.ok ? (picked.value[0] ?? null) : null;
}

/** The file's text, kept; a sentence where it cannot be read; null where the analyst stopped it. */
async function readFile(context: CommandContext, file: PickedFile): Promise<NewText | string | null> {
  const { theCase } = context;
  const stop = new AbortController();
  const progress = context.progress(`Reading ${file.name}`, () => stop.abort());
  const readers = startReaders(1, stop.signal);
  try {
    const bytes = await file.read();
    if (stop.signal.aborted) return null;
    if (!bytes.ok) return importRefusalSentence('unreadable', file.name);
    const how = { signal: stop.signal, onRecognised: tellRecognised(progress, file.name) };
    const read = await readAsked(file.name, bytes.value, { ...how, readers, lane: 0 }, encodingAsker(context, 1));
    const ask = ocrAsker(context, { files: 1, tags: () => languageTags(theCase) });
    const { result, bytes: back } = await withOcr(file.name, read, how, ask);
    if (stop.signal.aborted || (!result.ok && result.reason === 'cancelled')) return null;
    if (!result.ok) return importRefusalSentence(result.reason, file.name);
    const { text, textId, layout, mediaType, extractor } = result.value;
    const known = findByText(textId, (await readWhole(theCase, 'documents')).values());
    if (known) return `The text of “${file.name}” is in the case already, as “${known.title}”. Nothing was changed.`;
    await keepNamedText(theCase, textId, text);
    const originalId = back ? await keepOriginal(theCase, back, file.name) : null;
    const version = { textId, fileName: file.name.slice(0, 500), mediaType, originalId, extractor };
    return { text, version, layout, fromId: null, name: file.name };
  } finally {
    readers.close();
    progress.done();
  }
}

/** The excerpts that are not in the newer text already, by the text they stand in. */
async function oldExcerpts(
  context: CommandContext,
  document: Document,
  textId: string,
): Promise<Map<string, Excerpt[]>> {
  const ids = (await context.index?.excerptsOfDocument(document.id)) ?? [];
  const byText = new Map<string, Excerpt[]>();
  for (const row of await readRows(context.theCase, 'excerpts', ids)) {
    if (!row || row.textId === textId) continue;
    const group = byText.get(row.textId);
    if (group) group.push(row);
    else byText.set(row.textId, [row]);
  }
  for (const group of byText.values()) group.sort((a, b) => a.start - b.start || a.end - b.end);
  return byText;
}

/** Compares, asks what is to become of each excerpt, and writes; goes to the document where it was written. */
export async function reviewAndWrite(context: CommandContext, document: Document, read: NewText): Promise<Outcome> {
  const { theCase } = context;
  const stop = new AbortController();
  const progress = context.progress('Comparing the two versions', () => stop.abort());
  let all: ReviewedExcerpt[] = [];
  let rows;
  const texts = new Map<string, string>();
  try {
    const groups = [...(await oldExcerpts(context, document, read.version.textId))];
    for (const textId of new Set([currentTextId(document), ...groups.map(([id]) => id)])) {
      const text = await readText(theCase, textId);
      if (text !== undefined) texts.set(textId, text);
    }
    const old = groups.map(([textId, anchors]) => ({ textId, text: texts.get(textId) ?? null, anchors }));
    const before = texts.get(currentTextId(document)) ?? '';
    const compared = await compareVersions({ before, after: read.text, old }, stop.signal, (done) =>
      progress.update(done),
    );
    if (!compared) return no('cancelled');
    rows = compared.rows;
    all = groups.flatMap(([, excerpts], group) => excerpts.map((one, i) => reviewed(one, compared.fates[group]![i]!)));
  } finally {
    progress.done();
  }
  const ground = {
    title: document.title,
    name: read.name,
    isJoined: read.fromId !== null,
    rows,
    all,
    texts,
    after: read.text,
  };
  const decisions = await askAboutVersion(context, ground);
  if (!decisions) return no('cancelled');
  const outcome = await context.run('document.addVersion', {
    id: document.id,
    version: read.version,
    layout: read.layout,
    decisions: placed(all, decisions),
    fromId: read.fromId,
  });
  if (outcome.ok) context.navigate({ view: 'document', caseId: theCase.id, documentId: document.id });
  return outcome;
}
