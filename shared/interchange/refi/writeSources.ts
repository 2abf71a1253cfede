/** Documents as sources with their excerpts as selections, or as notes where they came as notes. */
import { toCodePoints } from '../../anchor/codePoints';
import { clockKey } from '../../merge/edit';
import type { BundleContents } from '../../bundle/contents';
import type { ZipFile } from '../../bundle/zipWrite';
import { currentTextId } from '../../model/document';
import type { Document } from '../../model/document';
import type { Excerpt } from '../../model/excerpt';
import { reliabilityOf } from '../../model/source';
import type { Source } from '../../model/source';
import type { ReportMaker } from '../report';
import { oneLine, readLabelled } from './labelled';
import { CREDIBILITY_NAME, MARKING_NAME, NOTE_EXTRACTOR, NOTE_NAME } from './tools';
import type { RefiWriteTools } from './tools';
import { changedBy, guidFrom, inOrder, setBy } from './writeParts';
import { element, wordsElement } from './xmlWrite';

/** Code points of a quote that its selection is named by. */
const NAME_LENGTH = 60;

export interface WrittenSources {
  readonly sources: string[];
  readonly notes: string[];
  readonly files: ZipFile[];
  /** Names of variables that a source has a value of, with their GUIDs. */
  readonly variables: Map<string, string>;
  /** Set name to the GUIDs of its sources. */
  readonly sets: Map<string, string[]>;
  /** GUIDs of the documents that are written as notes. */
  readonly noteIds: Set<string>;
}

interface Writing extends WrittenSources {
  readonly contents: BundleContents;
  readonly texts: ReadonlyMap<string, string>;
  readonly tagIds: ReadonlySet<string>;
  readonly publishers: ReadonlyMap<string, Source>;
  readonly tools: RefiWriteTools;
  readonly report: ReportMaker;
}

/** All documents of a case. An older text of a document is a source of its own where an excerpt stands in it. */
export function writeSources(contents: BundleContents, tools: RefiWriteTools, report: ReportMaker): WrittenSources {
  const writing: Writing = {
    sources: [],
    notes: [],
    files: [],
    variables: new Map(),
    sets: new Map(),
    noteIds: new Set(),
    contents,
    texts: new Map(contents.texts.map(({ id, text }) => [id, text])),
    tagIds: new Set(inOrder(contents, 'tags').map((tag) => tag.id)),
    publishers: new Map(inOrder(contents, 'sources').map((source) => [source.id, source])),
    tools,
    report,
  };
  const excerpts = new Map<string, Excerpt[]>();
  for (const excerpt of inOrder(contents, 'excerpts')) {
    const key = `${excerpt.documentId} ${excerpt.textId}`;
    const here = excerpts.get(key);
    if (here) here.push(excerpt);
    else excerpts.set(key, [excerpt]);
  }
  for (const document of inOrder(contents, 'documents')) {
    for (const { textId } of document.versions) {
      const here = excerpts.get(`${document.id} ${textId}`) ?? [];
      excerpts.delete(`${document.id} ${textId}`);
      if (textId === currentTextId(document) || here.length > 0) writeDocument(document, textId, here, writing);
      else report.lose('An older text of a document without excerpts was left out.');
    }
    countLosses(document, report);
  }
  for (const rest of excerpts.values())
    report.lose('An excerpt was left out: its document is deleted or its text is gone.', rest.length);
  return writing;
}

function writeDocument(document: Document, textId: string, excerpts: Excerpt[], writing: Writing): void {
  const { tools, report, files } = writing;
  const version = document.versions.find((one) => one.textId === textId)!;
  const text = writing.texts.get(textId);
  if (text === undefined) {
    report.lose('The text of a document is not in the case, and the document was left out.');
    return;
  }
  const isCurrent = textId === currentTextId(document);
  const guid = isCurrent ? document.id : guidFrom(document.id, textId);
  const textGuid = guidFrom('text', guid);
  // A reader drops one byte order mark, so a text that begins with one gets another.
  files.push({
    name: `sources/${textGuid}.txt`,
    bytes: tools.encode(text.startsWith('\ufeff') ? `\ufeff${text}` : text),
  });
  const name = isCurrent ? document.title : `${document.title} (text of ${version.importedAt.slice(0, 10)})`;
  const plainTextPath = `internal://${textGuid}.txt`;
  const selections = writeSelections(text, excerpts, writing);
  report.count('documents');
  const { text: note, sets } = readLabelled(document.note, ['Set']);
  for (const set of isCurrent ? sets : []) {
    const members = writing.sets.get(set);
    if (members) members.push(guid);
    else writing.sets.set(set, [guid]);
  }
  if (version.extractor === NOTE_EXTRACTOR) {
    writing.noteIds.add(guid);
    writing.notes.push(
      element('Note', { guid, name, plainTextPath, ...changedBy(document) }, [
        wordsElement('Description', note),
        ...selections,
        ...writeVariables(valuesOf(document, writing.publishers), writing.variables),
      ]),
    );
    return;
  }
  const original = writing.contents.originals.find(({ id }) => id === version.originalId);
  const kept = original && (original.ext === 'pdf' || original.ext === 'docx') ? original : undefined;
  if (original && !kept) report.lose('An original file that is neither PDF nor DOCX was left out; its text is there.');
  const file = kept && `${guidFrom('original', guid)}.${kept.ext}`;
  if (kept && file) files.push({ name: `sources/${file}`, bytes: kept.bytes, stored: true });
  const path = file && `internal://${file}`;
  const references =
    note === '' ? [] : [writeNote(document.id, 'note', NOTE_NAME, note, setBy(document, 'note'), writing)];
  const values = writeVariables(valuesOf(document, writing.publishers), writing.variables);
  writing.sources.push(
    kept?.ext === 'pdf'
      ? element('PDFSource', { guid, name, path, ...changedBy(document) }, [
          element('Representation', { guid: guidFrom('representation', guid), name, plainTextPath }, selections),
          ...references,
          ...values,
        ])
      : element('TextSource', { guid, name, richTextPath: path, plainTextPath, ...changedBy(document) }, [
          ...selections,
          ...references,
          ...values,
        ]),
  );
}

/** Excerpts of one text as selections, positions in Unicode code points (§10.2), the end excluded. */
function writeSelections(text: string, excerpts: readonly Excerpt[], writing: Writing): string[] {
  const { report } = writing;
  const points = toCodePoints(
    text,
    excerpts.flatMap(({ start, end }) => [start, end]),
  );
  const written: string[] = [];
  for (const [i, excerpt] of excerpts.entries()) {
    const codings: string[] = [];
    for (const tag of excerpt.tags) {
      if (!writing.tagIds.has(tag)) continue;
      report.count('codings');
      codings.push(
        element('Coding', { guid: guidFrom(excerpt.id, tag), ...setBy(excerpt, clockKey('tags', tag)) }, [
          element('CodeRef', { targetGUID: tag }),
        ]),
      );
    }
    const changed = changedBy(excerpt);
    const notes: string[] = [];
    const note = (key: string, name: string, words: string) =>
      writeNote(excerpt.id, key, name, words, setBy(excerpt, key), writing);
    if (excerpt.note !== '') notes.push(note('note', NOTE_NAME, excerpt.note));
    if (excerpt.marking) notes.push(note('marking', MARKING_NAME, excerpt.marking));
    if (excerpt.credibility) notes.push(note('credibility', CREDIBILITY_NAME, String(excerpt.credibility)));
    if (excerpt.eventDate) report.lose('The event date of an excerpt has no place.');
    if (excerpt.sourceId) report.lose('A source of an excerpt’s own (“according to”) has no place.');
    report.count('excerpts');
    written.push(
      element(
        'PlainTextSelection',
        {
          guid: excerpt.id,
          name: Array.from(oneLine(excerpt.quote)).slice(0, NAME_LENGTH).join(''),
          startPosition: points[2 * i],
          endPosition: points[2 * i + 1],
          ...changed,
        },
        [...codings, ...notes],
      ),
    );
  }
  return written;
}

/** Adds a note and returns the reference to it. */
export function writeNote(
  id: string,
  key: string,
  name: string,
  words: string,
  made: ReturnType<typeof setBy>,
  writing: Pick<Writing, 'notes' | 'report'>,
): string {
  const guid = guidFrom('note', id, key);
  writing.notes.push(element('Note', { guid, name, ...made }, [wordsElement('PlainTextContent', words)]));
  writing.report.count('notes');
  return element('NoteRef', { targetGUID: guid });
}

function valuesOf(document: Document, publishers: Writing['publishers']): [string, string][] {
  const publisher = publishers.get(document.sourceId ?? '');
  const values: [string, string][] = [[MARKING_NAME, document.marking]];
  if (publisher) values.push(['Publisher', publisher.name]);
  const reliability = reliabilityOf(publisher);
  if (reliability) values.push(['Source reliability', reliability]);
  return values;
}

/** Values of variables by name. */
export function writeVariables(
  values: readonly (readonly [name: string, value: string])[],
  variables: Map<string, string>,
): string[] {
  const written: string[] = [];
  for (const [name, value] of values) {
    const guid = variables.get(name) ?? guidFrom('variable', name);
    variables.set(name, guid);
    written.push(
      element('VariableValue', {}, [element('VariableRef', { targetGUID: guid }), wordsElement('TextValue', value)]),
    );
  }
  return written;
}

function countLosses(document: Document, report: ReportMaker): void {
  if (Object.keys(document.csl).some((key) => key !== 'type' && key !== 'title') || document.language !== '')
    report.lose('Bibliographic data of a document, beyond its title and publisher, has no place.');
}
