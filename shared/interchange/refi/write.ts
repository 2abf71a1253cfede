/**
 * Writes REFI-QDA 1.5, valid against the schemas of 2019. The same case gives the same bytes: identifiers are those of
 * the records or made from them, and no time is the export's.
 */
import { briefingModel } from '../../briefing/model';
import { renderPlain } from '../../briefing/renderPlain';
import type { BundleContents } from '../../bundle/contents';
import { pageIndex } from '../../bundle/pageIndex';
import { writeZip } from '../../bundle/zipWrite';
import { actorOf } from '../../merge/clock';
import { analystRecordId } from '../../model/analyst';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { sayUnwritten } from '../unwritten';
import { HYPOTHESES } from './readHypotheses';
import { MARKING_NAME, NOTE_NAME } from './tools';
import type { RefiWriteTools } from './tools';
import { writeCodes, writeSets } from './writeCodes';
import { changedBy, inOrder, ORIGIN, setBy, startedBy } from './writeParts';
import { writeNote, writeSources, writeVariables } from './writeSources';
import type { WrittenSources } from './writeSources';
import { element, wordsElement, wrapper, xmlDocument } from './xmlWrite';

export interface WrittenRefi {
  readonly bytes: Uint8Array;
  readonly report: ConversionReport;
}

/**
 * A project with its sources (`.qdpx`), and a report of what the format has no place for.
 * @throws BundleTooLarge where the sources together are larger than the program reads
 */
export async function writeQdpx(contents: BundleContents, tools: RefiWriteTools): Promise<WrittenRefi> {
  const report = makeReport();
  const { codes, sets } = writeCodes(inOrder(contents, 'tags'), report);
  const written = writeSources(contents, tools, report);
  writeHypotheses(contents, written, report);
  writeBriefings(contents, written, report);
  const links = writeLinks(contents, written, report);
  const variables = [...written.variables].map(([name, guid]) =>
    element('Variable', { guid, name, typeOfVariable: 'Text' }),
  );
  const project = element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name: contents.case.name, origin: ORIGIN, ...startedBy(contents.case) },
    [
      writeUsers(contents, report),
      codes === '' ? '' : element('CodeBook', {}, [codes]),
      wrapper('Variables', variables),
      wrapper('Sources', written.sources),
      wrapper('Notes', written.notes),
      wrapper('Links', links),
      writeSets(sets, written.sets, 'targetGUID', written.noteIds, report),
      wordsElement('Description', contents.case.description),
    ],
  );
  countLosses(contents, report);
  const bytes = tools.encode(xmlDocument(project));
  return { bytes: await writeZip([{ name: 'project.qde', bytes }, ...written.files], tools), report: report.done() };
}

/** The tags alone, as a codebook (`.qdc`). A codebook of a case without tags is empty, which the schema does not allow. */
export async function writeQdc(contents: BundleContents, tools: RefiWriteTools): Promise<WrittenRefi> {
  const report = makeReport();
  const { codes, sets } = writeCodes(inOrder(contents, 'tags'), report);
  if (codes === '') report.notice('The case has no tags: other programs may refuse the empty codebook.');
  const book = element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN }, [
    codes === '' ? '<Codes/>' : codes,
    writeSets(sets, new Map(), 'guid', new Set(), report),
  ]);
  return { bytes: tools.encode(xmlDocument(book)), report: report.done() };
}

/** The analysts of the case, and by their signs those who made something and have no record. */
function writeUsers(contents: BundleContents, report: ReportMaker): string {
  const analysts = inOrder(contents, 'analysts');
  const known = new Set(analysts.map((analyst) => analyst.actor));
  const rows = (['documents', 'excerpts', 'links', 'hypotheses', 'briefings'] as const).flatMap((table) =>
    inOrder(contents, table),
  );
  const actors = new Set(
    [contents.case, ...rows].flatMap((row) => [row.created, ...Object.values(row.clocks)]).map(actorOf),
  );
  const others = [...actors].filter((actor) => !known.has(actor)).sort();
  report.count('analysts', analysts.length);
  return wrapper('Users', [
    ...analysts.map(({ actor, name, initials }) =>
      element('User', { guid: analystRecordId(actor), name, id: initials === '' ? undefined : initials }),
    ),
    ...others.map((actor) => element('User', { guid: analystRecordId(actor), name: actor })),
  ]);
}

/** Hypotheses as notes, so that links can lead to them, in a set by which they are known when they come back. */
function writeHypotheses(
  contents: BundleContents,
  { notes, sets, noteIds }: WrittenSources,
  report: ReportMaker,
): void {
  const hypotheses = inOrder(contents, 'hypotheses');
  if (hypotheses.length === 0) return;
  report.notice('Hypotheses are written as notes; Collate reads them as hypotheses again.');
  sets.set(
    HYPOTHESES,
    hypotheses.map(({ id }) => id),
  );
  for (const hypothesis of hypotheses) {
    report.count('hypotheses');
    noteIds.add(hypothesis.id);
    const words = hypothesis.note === '' ? hypothesis.statement : `${hypothesis.statement}\n\n${hypothesis.note}`;
    notes.push(
      element('Note', { guid: hypothesis.id, name: `Hypothesis ${hypothesis.code}`, ...changedBy(hypothesis) }, [
        wordsElement('PlainTextContent', words),
      ]),
    );
  }
}

/** Briefings as notes in plain words, under the label they have. */
function writeBriefings(contents: BundleContents, { notes, variables }: WrittenSources, report: ReportMaker): void {
  const briefings = inOrder(contents, 'briefings');
  if (briefings.length === 0) return;
  const { lookup } = pageIndex(contents);
  for (const briefing of briefings) {
    const model = briefingModel(briefing, lookup);
    report.lose('A briefing is written as a note, in plain words; it comes back as a document, not as a briefing.');
    notes.push(
      element('Note', { guid: briefing.id, name: briefing.title, ...changedBy(briefing) }, [
        wordsElement('PlainTextContent', renderPlain(model)),
        ...writeVariables([[MARKING_NAME, model.marking]], variables),
      ]),
    );
  }
}

function writeLinks(contents: BundleContents, { notes }: WrittenSources, report: ReportMaker): string[] {
  const ends = new Set([...inOrder(contents, 'excerpts'), ...inOrder(contents, 'hypotheses')].map((row) => row.id));
  const links: string[] = [];
  for (const link of inOrder(contents, 'links')) {
    if (!ends.has(link.fromId) || !ends.has(link.toId)) {
      report.lose('A link was left out: one of its ends is deleted.');
      continue;
    }
    const note =
      link.note === ''
        ? []
        : [writeNote(link.id, 'note', NOTE_NAME, link.note, setBy(link, 'note'), { notes, report })];
    const direction = link.type === 'relates to' ? 'Associative' : 'OneWay';
    report.count('links');
    links.push(
      element(
        'Link',
        { guid: link.id, name: link.type, direction, originGUID: link.fromId, targetGUID: link.toId },
        note,
      ),
    );
  }
  return links;
}

const NO_PLACE = {
  briefingVersions: 'A version of a briefing has no place.',
  comments: 'A comment on a briefing has no place.',
  conflicts: 'A conflict to be reviewed has no place.',
  judgements: 'A judgement has no place.',
} as const;

function countLosses(contents: BundleContents, report: ReportMaker): void {
  for (const table of ['briefingVersions', 'comments', 'conflicts', 'judgements'] as const) {
    const count = inOrder(contents, table).length;
    if (count > 0) report.lose(NO_PLACE[table], count);
  }
  sayUnwritten(contents, report, ['figures', 'layouts', 'origins']);
  const gradings = inOrder(contents, 'sources').reduce((sum, source) => sum + source.gradings.length, 0);
  if (gradings > 0) report.lose('A grading of a source, beyond the letter in force, has no place.', gradings);
}
