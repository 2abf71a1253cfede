/**
 * Reads REFI-QDA 1.5: projects (`.qdpx`), bare projects (`.qde`) and codebooks (`.qdc`), with the deviations that
 * programs in use are known for. What a case has no place for is counted in the report.
 */
import type { BundleContents } from '../../bundle/contents';
import { cleanExtension } from '../../bundle/names';
import { planAnchor } from '../../model/excerpt';
import type { Excerpt } from '../../model/excerpt';
import { yes } from '../../model/result';
import type { Result } from '../../model/result';
import { makeCase } from '../making';
import type { Making } from '../making';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { openRefi } from './archive';
import { fitted } from './drafts';
import type { DocumentDraft, Reading } from './drafts';
import { oneLine, paragraphs, writeLabelled } from './labelled';
import { codesOf, readCodes } from './readCodes';
import { readHypotheses } from './readHypotheses';
import { readNotes, takeNotes } from './readNotes';
import { readPassages } from './readPassages';
import { readActors, readCases, readLinks, readSets, readUsers } from './readRelations';
import { readFreeNotes, readSources } from './readSources';
import type { RefiRefusal } from './refusals';
import { NOTE_EXTRACTOR, SOURCE_EXTRACTOR } from './tools';
import type { RefiReadTools } from './tools';
import { childOf, childrenOf, valueOf, wordsOf } from './xml';

/**
 * A case of what the file holds, with a report of what came over and what did not.
 * @param fileName names the case where the file does not
 * @returns a refusal, with nothing half read, for anything that is not REFI-QDA, is broken or beyond the limits
 */
export async function readRefi(
  bytes: Uint8Array,
  fileName: string,
  tools: RefiReadTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, RefiRefusal>> {
  const opened = await openRefi(bytes, fileName, tools);
  if (!opened.ok) return opened;
  const open = opened.value;
  const { root } = open;
  const report = makeReport();
  const reading: Reading = {
    open,
    tools,
    report,
    tags: new Map(),
    documents: new Map(),
    textsOf: new Map(),
    excerpts: new Map(),
    notes: new Map(),
    hypotheses: new Map(),
    actors: new Map(),
    copied: 0,
    about: [],
  };
  if (open.hasOthers) report.notice('There is more than one project in the file; project.qde was read.');
  const isProject = root.name === 'Project';
  const isOwn = valueOf(root, 'origin').startsWith('Collate ');
  await readActors(childOf(root, 'Users'), reading);
  await readNotes(childOf(root, 'Notes'), reading);
  if (isOwn) readHypotheses(root, reading);
  readCodes(codesOf(root), reading);
  await readSources(childOf(root, 'Sources'), reading);
  readFreeNotes(root, reading);
  readPassages(reading, isOwn);
  readSets(childOf(root, 'Sets'), reading);
  if (isProject) readCases(root, reading);
  const about: string[] = [wordsOf(root, 'Description')];
  takeNotes(root, about, reading);
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]{1,8}$/, '');
  const description = fitted(
    paragraphs([...about, ...reading.about]),
    20_000,
    'The description of the project',
    report,
  );
  const making = makeCase(oneLine(valueOf(root, 'name')) || oneLine(stem), tools, description);
  readUsers(childOf(root, 'Users'), making, reading);
  await addAll(making, reading);
  readLinks(childOf(root, 'Links'), making, reading);
  const lost = [...reading.notes.values()].filter((note) => !note.isUsed).length;
  if (lost > 0) report.lose('A note was left out with what it belonged to.', lost);
  if (open.isSpent()) report.lose('The sources together are larger than can be read; some were left out.');
  const graphs = childrenOf(childOf(root, 'Graphs'), 'Graph').length;
  if (graphs > 0) report.lose('A graph has no place.', graphs);
  if (isProject)
    report.notice(
      isTold(reading)
        ? 'Who made passages, codings and notes, and when, is as the project says; the rest is the work of the analyst who imports it.'
        : 'Everything came in as the work of the analyst who imports it, at the time of the import.',
    );
  return yes({ contents: making.contents(), report: report.done() });
}

/** True where the project says of anything who made it, or when. */
const isTold = ({ documents, excerpts, hypotheses }: Reading): boolean =>
  [...documents.values(), ...excerpts.values(), ...hypotheses.values()].some(({ made }) => made !== null);

/** Adds the records of all drafts, now that nothing is said of them any more. */
async function addAll(making: Making, reading: Reading): Promise<void> {
  const { report } = reading;
  for (const { id, name, kind, parentId, aliases, hue, texts, lines } of reading.tags.values()) {
    const description = fitted(writeLabelled(paragraphs(texts), lines), 20_000, 'The description of a code', report);
    making.add('tags', { name, kind, parentId, aliases: [...aliases], hue, description, withhold: false }, id);
  }
  for (const { id, made, ...fields } of reading.hypotheses.values()) {
    making.add('hypotheses', fields, id, { by: made });
    report.count('hypotheses');
  }
  const importedAt = new Date(reading.tools.now()).toISOString();
  const textIds = new Map<DocumentDraft, string>();
  for (const document of reading.documents.values()) {
    const { id, title, isNote, texts, lines, marking, original, fileName, mediaType } = document;
    const textId = await making.addText(document.stored);
    textIds.set(document, textId);
    const originalId = original && (await making.addOriginal(original.bytes, cleanExtension(original.ext)));
    const note = fitted(writeLabelled(paragraphs(texts), lines), 200_000, 'The note of a source', report);
    const extractor = isNote ? NOTE_EXTRACTOR : SOURCE_EXTRACTOR;
    making.add(
      'documents',
      {
        title,
        csl: { type: 'document', title },
        sourceId: null,
        originId: null,
        language: '',
        marking,
        state: document.passages.length > 0 ? 'excerpted' : 'unread',
        note,
        versions: [{ textId, importedAt, fileName, mediaType, originalId, extractor }],
      },
      id,
      { by: document.made, since: document.since },
    );
    report.count('documents');
  }
  for (const draft of reading.excerpts.values()) {
    const { id, document, start, end, tags, marking, credibility, texts } = draft;
    const anchor = planAnchor(document.stored, textIds.get(document)!, start, end);
    if (!anchor.ok) continue;
    const fields: Omit<Excerpt, 'id' | 'created' | 'clocks' | 'seen' | 'deleted'> = {
      ...anchor.value,
      documentId: document.id,
      note: fitted(paragraphs(texts), 200_000, 'The note of a passage', report),
      tags: [...tags],
      credibility,
      eventDate: null,
      marking,
      sourceId: null,
      figures: [],
    };
    making.add('excerpts', fields, id, { by: draft.made, since: draft.since });
  }
}
