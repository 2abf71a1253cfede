/** Sources as documents. Pictures, sound and film have no text to quote from: they are counted and left out. */
import { MARKINGS } from '../../model/marking';
import { LONGEST_TEXT } from '../../text/plainText';
import { cutAt, fitted } from './drafts';
import type { DocumentDraft, PassageDraft, Reading } from './drafts';
import { labelledLine, oneLine, readLabelled, SET } from './labelled';
import { storedText } from './positions';
import { madeOf } from './readMade';
import { rawTextOf } from './readNotes';
import { MARKING_NAME } from './tools';
import { childOf, childrenOf, guidOf, valueOf, wordsOf } from './xml';
import type { XmlElement } from './xml';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Takes the sources in, with their texts and the passages selected in them. */
export async function readSources(sources: XmlElement | undefined, reading: Reading): Promise<void> {
  for (const element of sources?.children ?? []) {
    if (element.name === 'TextSource') await readSource(element, element, 'richTextPath', reading);
    else if (element.name === 'PDFSource')
      await readSource(element, childOf(element, 'Representation') ?? null, 'path', reading);
    else countUnread(element, reading);
  }
}

/** Notes that nothing refers to, or that have passages of their own, as documents. */
export function readFreeNotes(root: XmlElement, reading: Reading): void {
  const referred = referredNotes(root);
  for (const note of reading.notes.values()) {
    reading.report.count('notes');
    const hasPassages = childOf(note.element, 'PlainTextSelection') !== undefined;
    if (reading.hypotheses.has(note.guid) || (referred.has(note.guid) && !hasPassages)) continue;
    const description = wordsOf(note.element, 'Description');
    const text = note.text.trim() === '' ? description || note.name || 'Note' : note.text;
    const draft = draftOf(note.element, text, true, null, 'text/plain', reading);
    if (text !== description && description !== '') draft.texts.push(description);
    addPassages(note.element, draft);
    reading.documents.set(note.guid, draft);
    note.isUsed = true;
  }
}

/** The notes that something refers to which comes over. */
function referredNotes(root: XmlElement): Set<string> {
  const found = new Set<string>();
  const open = [root];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.name === 'NoteRef') found.add(guidOf(at, 'targetGUID'));
    for (const child of at.children) if (!Object.hasOwn(UNREAD, child.name)) open.push(child);
  }
  return found;
}

async function readSource(
  element: XmlElement,
  textElement: XmlElement | null,
  pathName: string,
  reading: Reading,
): Promise<void> {
  const path = valueOf(element, pathName);
  const bytes = path === '' ? null : await reading.open.file(path);
  const ext = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? 'bin';
  let raw = textElement && (await rawTextOf(textElement, reading));
  if (raw !== null && raw.length > LONGEST_TEXT) {
    reading.report.lose('The text of a source is longer than a document can be and was not read.');
    raw = null;
  }
  const original = bytes === null || bytes.length === 0 ? null : { bytes: bytes.slice(), ext };
  const mediaType = (element.name === 'PDFSource' || original ? MEDIA_TYPES[ext] : undefined) ?? 'text/plain';
  const draft = draftOf(element, raw, false, original, mediaType, reading);
  if (textElement) addPassages(textElement, draft);
  addAreas(element, draft, reading);
  const guid = guidOf(element);
  const isTaken = reading.documents.has(guid);
  if (isTaken) reading.report.lose('A source has the same identifier as another; what refers to it went to the first.');
  reading.documents.set(isTaken ? draft.id : guid, draft);
  // A link or a set may mean the text of a PDF instead of the PDF.
  if (textElement && textElement !== element && !reading.documents.has(guidOf(textElement)))
    reading.textsOf.set(guidOf(textElement), draft);
}

function draftOf(
  element: XmlElement,
  raw: string | null,
  isNote: boolean,
  original: DocumentDraft['original'],
  mediaType: string,
  reading: Reading,
): DocumentDraft {
  const { tools, report } = reading;
  const name = oneLine(valueOf(element, 'name'));
  const title = fitted(name, 1000, 'The name of a source', report) || (isNote ? 'Note' : 'Source without a name');
  const { text, sets } = readLabelled(isNote ? '' : wordsOf(element, 'Description'), ['Set']);
  return {
    id: tools.newId(),
    title,
    fileName: cutAt(title, 300),
    mediaType,
    raw: raw ?? '',
    stored: raw === null ? '' : storedText(raw),
    isStandIn: raw === null,
    isNote,
    original,
    passages: [],
    marking: tools.marking,
    texts: [text],
    lines: sets.map((set) => labelledLine(SET, set)),
    made: madeOf(element, reading),
    since: new Map(),
  };
}

/** The passages selected in a text. */
function addPassages(element: XmlElement, draft: DocumentDraft): void {
  for (const selection of childrenOf(element, 'PlainTextSelection')) {
    const [start, end] = [positionOf(selection, 'startPosition'), positionOf(selection, 'endPosition')];
    draft.passages.push(passageOf(selection, start, end, null));
  }
}

/** Areas of PDF pages that carry their words and are not selected in the text as well. */
function addAreas(element: XmlElement, draft: DocumentDraft, reading: Reading): void {
  const known = new Map(draft.passages.map((passage) => [passage.guid, passage]));
  for (const area of childrenOf(element, 'PDFSelection')) {
    const twin = known.get(guidOf(area));
    if (twin) {
      twin.areas.push(area);
      continue;
    }
    const words = childOf(childOf(area, 'Representation'), 'PlainTextContent')?.text.trim() ?? '';
    if (words === '') {
      reading.report.lose('An area of a PDF page has no words to quote.');
      reading.report.lose('A coding of an area without words has no place.', childrenOf(area, 'Coding').length);
    } else draft.passages.push(passageOf(area, -1, -1, storedText(words)));
  }
}

const passageOf = (element: XmlElement, start: number, end: number, words: string | null): PassageDraft => ({
  guid: guidOf(element),
  element,
  areas: [],
  start,
  end,
  name: valueOf(element, 'name'),
  words,
});

function positionOf(element: XmlElement, name: string): number {
  const value = valueOf(element, name).trim();
  return /^\+?\d{1,12}$/.test(value) ? Number(value) : -1;
}

const UNREAD: Readonly<Record<string, string>> = {
  PictureSource: 'A picture has no text and was left out.',
  AudioSource: 'A sound recording has no text and was left out.',
  VideoSource: 'A film has no text and was left out.',
};

function countUnread(element: XmlElement, { report }: Reading): void {
  report.lose(UNREAD[element.name] ?? 'A source of an unknown kind was left out.');
  const walk = (at: XmlElement): void => {
    if (at.name === 'Coding') report.lose('A coding of a picture, sound or film has no place.');
    else if (at.name === 'Transcript') report.lose('A transcript of sound or film was left out.');
    else if (at.name.endsWith('Selection')) report.lose('A passage of a picture, sound or film has no place.');
    for (const child of at.children) walk(child);
  };
  for (const child of element.children) walk(child);
}

/** Values of variables: the marking this program wrote, and lines of the document's note for all others. */
export function takeVariables(element: XmlElement, variables: ReadonlyMap<string, string>, draft: DocumentDraft): void {
  for (const value of childrenOf(element, 'VariableValue')) {
    const name = variables.get(guidOf(childOf(value, 'VariableRef') ?? value, 'targetGUID')) ?? 'Variable';
    const words = value.children.find((child) => child.name.endsWith('Value'))?.text.trim() ?? '';
    const marking = MARKINGS.find((one) => one === words);
    if (name === MARKING_NAME && marking) draft.marking = marking;
    else if (words !== '') draft.texts.push(labelledLine(name, words));
  }
}
