/** Reads a Joplin export (JEX): notebooks become tags, notes documents, links between notes links between passages. */
import type { BundleContents } from '../../bundle/contents';
import { isWebAddress } from '../../briefing/address';
import { cslDateOf } from '../../model/csl';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { wordsOf } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { decodeText } from '../markdown/decodeText';
import { htmlText } from '../markdown/htmlText';
import { firstLineOf, lineFinder, makePassages } from '../markdown/passages';
import type { Span } from '../markdown/passages';
import { markdownLinksIn, withoutCode } from '../markdown/prose';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { addDocument, tagMaker } from '../textDocument';
import type { MadeDocument } from '../textDocument';
import { dayOf, ITEM_TYPES, readItem } from './item';
import type { JoplinItem } from './item';
import type { JoplinRefusal } from './refusals';
import { readTar } from './tar';

export const LARGEST_EXPORT = 512 * 1024 ** 2;
const LARGEST_ITEM = 64 * 1024 ** 2;
const JOPLIN_EXTRACTOR = 'joplin/1';
/** The tag that notebooks stand under. */
export const NOTEBOOKS_TAG = 'Notebooks';
const MOST_NAMED = 20;

type Items = ReadonlyMap<number, readonly JoplinItem[]>;

/**
 * The export as a case of its own. Nothing in it is unpacked to a place: names only tell notes from attachments.
 * @param fileName names the case
 */
export async function readJoplin(
  bytes: Uint8Array,
  fileName: string,
  tools: MakingTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, JoplinRefusal>> {
  if (bytes.length > LARGEST_EXPORT) return no('too-large');
  const tar = readTar(bytes);
  if (!tar.ok) return tar;
  const report = makeReport();
  const items = itemsOf(tar.value, report);
  const notes = (items.get(ITEM_TYPES.note) ?? []).filter((note) => isWanted(note, report));
  if (notes.length === 0) return no('empty');
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.jex$/i, '');
  const making = makeCase(wordsOf(name, 200), tools, 'Notes from Joplin.');
  const tag = tagMaker(making);
  const pathOf = notebookPaths(items.get(ITEM_TYPES.folder) ?? []);
  for (const path of pathOf.values()) tag([NOTEBOOKS_TAG, ...path]);
  const tagsOf = noteTags(items);
  const passages = makePassages(making);
  const attached = new Set((items.get(ITEM_TYPES.resource) ?? []).map((item) => item.id));
  const made = new Map<string, MadeDocument>();
  for (const note of notes) {
    const document = await addNote(note);
    if (document) made.set(note.id, document);
    else report.lose('Notes without words, or too large, are not taken over.');
  }
  if (made.size === 0) return no('empty');
  for (const document of made.values()) {
    const lineAt = lineFinder(document.text);
    for (const link of markdownLinksIn(withoutCode(document.text))) {
      const target = /^:\/([0-9a-f]{32})/.exec(link.words)?.[1];
      const to = made.get(target ?? '');
      if (target === undefined || to === document) continue;
      if (to) relate(document, lineAt(link.at), to);
      else if (!link.isEmbed && !attached.has(target))
        report.lose('Links to notes that are not in the export stay words only.');
    }
  }
  const { excerpts, links, lost } = passages.finish();
  const contents = making.contents();
  report.count('notebooks', pathOf.size);
  report.count('documents', made.size);
  report.count('tags', contents.rows.tags?.length ?? 0);
  report.count('excerpts', excerpts);
  report.count('links', links);
  if (lost > 0) report.lose('Passages that are too long for one excerpt lose their tags and links.', lost);
  tellResources(items.get(ITEM_TYPES.resource) ?? [], report);
  if (excerpts > 0) report.notice('Notebooks and tags of a note stand at an excerpt of its first line.');
  if (links > 0)
    report.notice('A link between notes goes from the line it stands in to the first line of the other note.');
  return yes({ contents, report: report.done() });

  async function addNote(note: JoplinItem): Promise<MadeDocument | null> {
    const isHtml = note.property('markup_language') === '2';
    const body = isHtml ? htmlText(note.body) : note.body;
    if (isHtml) report.notice('Notes in HTML came over as their plain words.');
    const url = note.property('source_url');
    const created = cslDateOf(dayOf(note.property('user_created_time') || note.property('created_time')));
    const author = wordsOf(note.property('author').trim(), 300);
    const isWeb = isWebAddress(url) && url.length <= 2_000;
    const document = await addDocument(making, tools, {
      title: note.title,
      text: body.trim() === '' ? note.title : body,
      fileName: `${note.id}.md`,
      mediaType: 'text/markdown',
      extractor: JOPLIN_EXTRACTOR,
      csl: {
        type: isWeb ? 'webpage' : 'document',
        ...(author === '' ? {} : { author: [{ literal: author }] }),
        ...(isWeb ? { URL: url } : {}),
        ...(created ? { [isWeb ? 'accessed' : 'issued']: created } : {}),
      },
      marking: tools.marking,
      note: besideText(note),
    });
    if (!document) return null;
    const tags = [...(tagsOf.get(note.id) ?? [])].map((path) => tag([path]));
    const notebook = pathOf.get(note.property('parent_id'));
    if (notebook) tags.push(tag([NOTEBOOKS_TAG, ...notebook]));
    for (const id of tags) if (id !== null) head(document)?.tags.add(id);
    return document;
  }

  function head(document: MadeDocument) {
    const { start, end } = firstLineOf(document.text);
    return passages.span(document, start, end);
  }

  function relate(document: MadeDocument, line: Span, target: MadeDocument): void {
    const from = passages.span(document, line.start, line.end);
    const to = head(target);
    if (from && to) passages.relate({ from, to, type: 'relates to', note: '' });
  }
}

function itemsOf(entries: readonly { name: string; bytes: Uint8Array }[], report: ReportMaker): Items {
  const items = new Map<number, JoplinItem[]>();
  const met = new Set<string>();
  for (const { name, bytes } of entries) {
    if (!/^[^/\\]+\.md$/i.test(name)) continue;
    const item = bytes.length > LARGEST_ITEM ? null : readItem(decodeText(bytes).text);
    if (!item || met.has(item.id)) {
      report.lose('Files that are not as Joplin writes them are not read.');
      continue;
    }
    met.add(item.id);
    const list = items.get(item.type) ?? [];
    list.push(item);
    items.set(item.type, list);
  }
  return items;
}

function isWanted(note: JoplinItem, report: ReportMaker): boolean {
  if (note.property('encryption_applied') === '1') {
    report.lose('Notes that Joplin has encrypted cannot be read; decrypt them there first.');
    return false;
  }
  if (Number(note.property('deleted_time')) > 0) {
    report.lose('Notes in the trash are not taken over.');
    return false;
  }
  return true;
}

/** Names from the outermost notebook down, by id. A ring ends where it closes. */
function notebookPaths(folders: readonly JoplinItem[]): Map<string, readonly string[]> {
  const byId = new Map(folders.map((folder) => [folder.id, folder]));
  return new Map(
    folders.map((folder) => {
      const names: string[] = [];
      const met = new Set<string>();
      for (let at: JoplinItem | undefined = folder; at && !met.has(at.id) && names.length < 10;) {
        met.add(at.id);
        names.unshift(at.title || 'Notebook');
        at = byId.get(at.property('parent_id'));
      }
      return [folder.id, names];
    }),
  );
}

function noteTags(items: Items): Map<string, Set<string>> {
  const names = new Map((items.get(ITEM_TYPES.tag) ?? []).map((tag) => [tag.id, tag.title]));
  const tags = new Map<string, Set<string>>();
  for (const item of items.get(ITEM_TYPES.noteTag) ?? []) {
    const name = names.get(item.property('tag_id'));
    if (name === undefined) continue;
    const noteId = item.property('note_id');
    tags.set(noteId, (tags.get(noteId) ?? new Set()).add(name));
  }
  return tags;
}

/** What Joplin keeps of a note and a document has no field for. */
function besideText(note: JoplinItem): string {
  const lines: string[] = [];
  const [latitude, longitude] = [Number(note.property('latitude')), Number(note.property('longitude'))];
  if (latitude || longitude) lines.push(`Position: ${latitude}, ${longitude}`);
  if (note.property('is_todo') === '1') {
    const done = dayOf(note.property('todo_completed'));
    const due = dayOf(note.property('todo_due'));
    lines.push(`To do: ${done === '' ? 'open' : `done ${done}`}${due === '' ? '' : `, due ${due}`}`);
  }
  const updated = dayOf(note.property('user_updated_time'));
  if (updated !== '') lines.push(`Last changed in Joplin: ${updated}`);
  return lines.join('\n');
}

function tellResources(resources: readonly JoplinItem[], report: ReportMaker): void {
  if (resources.length === 0) return;
  report.lose('Files attached to notes are not taken over; the notes still name them.', resources.length);
  const names = resources.slice(0, MOST_NAMED).map((one) => wordsOf(one.title || one.id, 100));
  const more = resources.length > MOST_NAMED ? `, and ${resources.length - MOST_NAMED} more` : '';
  report.notice(`Attached files left out: ${names.join(', ')}${more}.`);
}
