/** Notes: each goes to what refers to it; one that nothing refers to becomes a document of its own. */
import { CREDIBILITIES } from '../../model/grading';
import { MARKINGS } from '../../model/marking';
import type { Maker } from '../making';
import { decodeText } from './archive';
import type { ExcerptDraft, Reading } from './drafts';
import { afford } from './drafts';
import { paragraphs } from './labelled';
import { storedText } from './positions';
import { madeOf } from './readMade';
import { CREDIBILITY_NAME, MARKING_NAME, NOTE_NAME } from './tools';
import { childOf, childrenOf, guidOf, valueOf, wordsOf } from './xml';
import type { XmlElement } from './xml';

/** The text of a source, a representation or a note as the file has it; null where it is not there. */
export async function rawTextOf(element: XmlElement, reading: Reading): Promise<string | null> {
  const inside = childOf(element, 'PlainTextContent');
  if (inside) return inside.text;
  const bytes = await reading.open.file(valueOf(element, 'plainTextPath'));
  if (bytes === null) return null;
  const text = decodeText(bytes, reading.tools);
  if (text === null) reading.report.lose('The text of a source is not written in UTF-8 and was not read.');
  return text;
}

/** Takes the notes in, with their texts. */
export async function readNotes(notes: XmlElement | undefined, reading: Reading): Promise<void> {
  for (const element of childrenOf(notes, 'Note')) {
    const raw = await rawTextOf(element, reading);
    const text = raw === null ? '' : storedText(raw);
    const guid = guidOf(element);
    if (reading.notes.has(guid)) reading.report.lose('A note has the same identifier as another and was left out.');
    else reading.notes.set(guid, { guid, name: valueOf(element, 'name'), text, element, isUsed: false });
  }
}

/** Adds the texts of the notes an element refers to, and says to `since` who wrote them and when. */
export function takeNotes(element: XmlElement, texts: string[], reading: Reading, since?: Map<string, Maker>): void {
  for (const note of notesOf(element, reading)) {
    texts.push(textOf(note));
    if (since) setAt(since, 'note', madeOf(note.element, reading));
  }
}

/** Notes who set a field, the latest of them. */
export function setAt(since: Map<string, Maker>, key: string, maker: Maker | null): void {
  const known = since.get(key);
  if (maker && (!known || maker.at > known.at)) since.set(key, maker);
}

/** The same for a passage, whose notes may also be fields that this program wrote as notes. */
export function takeExcerptNotes(element: XmlElement, draft: ExcerptDraft, reading: Reading): void {
  for (const note of notesOf(element, reading)) {
    const marking = MARKINGS.find((one) => one === note.text.trim());
    const credibility = CREDIBILITIES.find((one) => String(one) === note.text.trim());
    const maker = madeOf(note.element, reading);
    let field = 'note';
    if (note.name === MARKING_NAME && marking) [draft.marking, field] = [marking, 'marking'];
    else if (note.name === CREDIBILITY_NAME && credibility) [draft.credibility, field] = [credibility, 'credibility'];
    else draft.texts.push(textOf(note));
    setAt(draft.since, field, maker);
  }
}

function notesOf(element: XmlElement, reading: Reading) {
  return childrenOf(element, 'NoteRef').flatMap((reference) => {
    const note = reading.notes.get(guidOf(reference, 'targetGUID'));
    if (!note) {
      reading.report.lose('A reference means a note that is not in the file.');
      return [];
    }
    note.isUsed = true;
    return afford(reading, note.text.length + note.name.length) ? [note] : [];
  });
}

/** A note's words: its name first, where that is more than the beginning of the note. */
function textOf({ name, text, element }: { name: string; text: string; element: XmlElement }): string {
  const description = wordsOf(element, 'Description');
  const body = paragraphs([text, description]);
  const title = name.trim();
  return title === '' || title === NOTE_NAME || body.startsWith(title) ? body : paragraphs([title, body]);
}
