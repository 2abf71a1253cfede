/** Reads the files of one import, a few at a time, and keeps their texts; the records are written when all are read. */
import type { Attachment } from '@shared/extract/extracted';
import { plausibleCsl } from '@shared/model/arriving';
import type { KeptDocument } from '@shared/model/arriving';
import type { PickedFile } from '@shared/platform';
import { importRefusalSentence, importWarning } from '@shared/text/refusals';
import { dropFiles, keepNamed, sha256Of } from '../../../store/texts';
import type { RowReader } from '../../../store/rows';
import { readAsked } from '../encoding/encodingAsker';
import type { AskEncoding } from '../encoding/encodingAsker';
import type { AskOcr } from '../ocr/ocrAsker';
import { withOcr } from '../ocr/withOcr';
import type { Known } from './known';
import type { CameIn, DidNot, HereAlready } from './outcome';
import type { Readers } from './readers';
import type { ReadDocument } from './reading';

/** Mails in mails are opened so deep. */
const DEEPEST = 4;
const LONGEST_TITLE = 1_000;
const LONGEST_NAME = 500;
const LONGEST_FOLDER = 300;

export interface Gathering {
  readonly store: RowReader;
  readonly readers: Readers;
  readonly known: Known;
  readonly signal: AbortSignal;
  /** Asked where a text does not say its encoding; without it the guess is taken. */
  readonly askEncoding?: AskEncoding;
  /** Asked where pages are pictures; without it they stay unread. */
  readonly askOcr?: AskOcr;
  readonly newId: () => string;
  /** Told after each file. */
  readonly onRead: (done: number) => void;
  /** Told how many pages of a file are recognised. */
  readonly onRecognised?: (fileName: string, done: number, of: number) => void;
}

export interface Gathered {
  readonly documents: KeptDocument[];
  readonly cameIn: CameIn[];
  readonly hereAlready: HereAlready[];
  readonly didNot: DidNot[];
  /** What was kept for it and was not here before. */
  readonly texts: string[];
  readonly originals: string[];
}

interface Arriving {
  /** As the report has it. */
  readonly shown: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The mail it was in, and how deep. */
  readonly note: string;
  readonly depth: number;
}

const nothing = (): Gathered => ({ documents: [], cameIn: [], hereAlready: [], didNot: [], texts: [], originals: [] });

/** Letters of a name, without half of one at the end. */
const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/**
 * Reads the files. What cannot be read is named with its reason, and the others come in all the same. Where `signal`
 * stops it, what was read until then is there.
 */
export async function gatherFiles(files: readonly PickedFile[], gathering: Gathering): Promise<Gathered> {
  const parts: Gathered[] = files.map(nothing);
  let next = 0;
  let done = 0;
  const work = async (lane: number): Promise<void> => {
    while (next < files.length && !gathering.signal.aborted) {
      const at = next++;
      await gatherFile(files[at]!, lane, parts[at]!, gathering);
      done += 1;
      gathering.onRead(done);
    }
  };
  try {
    const lanes = Math.min(gathering.readers.lanes, files.length);
    await Promise.all(Array.from({ length: lanes }, (_, lane) => work(lane)));
  } catch (error) {
    // The store failed, and nothing will be written: neither shall its texts stay.
    await takeBack(gathering.store, joined(parts)).catch(() => undefined);
    throw error;
  }
  return joined(parts);
}

/** In the order of the files, whichever was read first. */
const joined = (parts: readonly Gathered[]): Gathered => ({
  documents: parts.flatMap(({ documents }) => documents),
  cameIn: parts.flatMap(({ cameIn }) => cameIn),
  hereAlready: parts.flatMap(({ hereAlready }) => hereAlready),
  didNot: parts.flatMap(({ didNot }) => didNot),
  texts: parts.flatMap(({ texts }) => texts),
  originals: parts.flatMap(({ originals }) => originals),
});

/** Lets go of the texts and originals that were kept for an import. */
export const takeBack = (store: RowReader, { texts, originals }: Gathered): Promise<void> =>
  dropFiles(store, { texts, originals });

async function gatherFile(file: PickedFile, lane: number, into: Gathered, gathering: Gathering): Promise<void> {
  const shown = file.folder ? `${cut(file.folder, LONGEST_FOLDER)}/${file.name}` : file.name;
  const read = await file.read();
  if (gathering.signal.aborted) return;
  if (!read.ok) {
    const reason = read.reason === 'too-large' ? 'too-large' : 'unreadable';
    into.didNot.push({ name: shown, sentence: importRefusalSentence(reason, file.name) });
    return;
  }
  await gatherBytes({ shown, fileName: file.name, bytes: read.value, note: '', depth: 0 }, lane, into, gathering);
}

async function gatherBytes(one: Arriving, lane: number, into: Gathered, gathering: Gathering): Promise<void> {
  const { known, readers, signal } = gathering;
  const { shown, fileName } = one;
  const originalId = await sha256Of(one.bytes);
  const twin = known.file(originalId);
  if (twin) {
    into.hereAlready.push({ name: shown, ...twin });
    return;
  }
  const read = await readAsked(fileName, one.bytes, { readers, lane, signal }, gathering.askEncoding);
  const onRecognised = (done: number, of: number): void => gathering.onRecognised?.(fileName, done, of);
  const { result, bytes } = await withOcr(fileName, read, { signal, onRecognised }, gathering.askOcr);
  if (signal.aborted) return;
  if (!result.ok || bytes === null) {
    const sentence = importRefusalSentence(result.ok ? 'unreadable' : result.reason, fileName);
    into.didNot.push({ name: shown, sentence });
    return;
  }
  const sameText = known.text(result.value.textId);
  if (sameText) into.hereAlready.push({ name: shown, ...sameText });
  else await keep({ ...one, bytes }, originalId, result.value, into, gathering);
  for (const attachment of result.value.attachments) {
    if (signal.aborted) return;
    await gatherAttachment(attachment, one, result.value.title, lane, into, gathering);
  }
}

async function keep(
  { shown, fileName, bytes, note }: Arriving,
  originalId: string,
  read: ReadDocument,
  into: Gathered,
  { store, known, newId }: Gathering,
): Promise<void> {
  const { textId, layout, extractor, mediaType, language, warnings } = read;
  const id = newId();
  const title = cut(read.title.trim() || fileName, LONGEST_TITLE);
  // Before anything is waited for: the same file may be in another lane.
  known.add({ id, title, originalId, textId });
  const { isNewText, isNewOriginal } = await keepNamed(store, { textId, text: read.text, originalId, bytes, fileName });
  if (isNewText) into.texts.push(textId);
  if (isNewOriginal) into.originals.push(originalId);
  into.documents.push({
    id,
    title,
    textId,
    originalId,
    fileName: cut(fileName, LONGEST_NAME),
    mediaType,
    extractor,
    layout,
    note,
    csl: plausibleCsl(read.csl),
    language: language.length <= 35 ? language : '',
  });
  into.cameIn.push({ name: shown, title, documentId: id, notices: warnings.map(importWarning) });
}

async function gatherAttachment(
  { name, bytes }: Attachment,
  from: Arriving,
  mailTitle: string,
  lane: number,
  into: Gathered,
  gathering: Gathering,
): Promise<void> {
  if (from.depth >= DEEPEST) return;
  const fileName = name.trim() || 'attachment';
  const note = `Came as an attachment of “${cut(mailTitle || from.fileName, 300)}”.`;
  const shown = `${from.shown} › ${fileName}`;
  await gatherBytes({ shown, fileName, bytes, note, depth: from.depth + 1 }, lane, into, gathering);
}
