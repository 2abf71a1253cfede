/** A case as a bundle of STIX 2.1 objects (OASIS Standard, June 2021), each valid by itself. */
import type { BundleContents } from '../../bundle/contents';
import { strictest } from '../../model/marking';
import { makeReport } from '../report';
import type { ConversionReport } from '../report';
import { sayUnwritten } from '../unwritten';
import { EXTENSION_ID, PROGRAM_ID, uuid5 } from './ids';
import { markingObject } from './markings';
import type { Writing } from './objects';
import { addBriefings, addCaseGrouping, addHypotheses, addLinks } from './writeArgument';
import { addAnalysts, addSources, addTags } from './writeEntities';
import { addExcerpts } from './writeExcerpts';

/**
 * The bundle as JSON, one object a line, and what it leaves out. Deleted records are not in it. The same case gives the
 * same words, whatever machine writes it; the tools a host gives are not needed for that.
 */
export function writeStix(
  contents: BundleContents,
  _tools?: unknown,
): Promise<{ text: string; report: ConversionReport }> {
  const report = makeReport();
  const writing: Writing = { contents, objects: [], ids: new Map(), markings: new Set(), report };
  addAnalysts(writing);
  addSources(writing);
  addTags(writing);
  addExcerpts(writing);
  addHypotheses(writing);
  addLinks(writing);
  addBriefings(writing);
  addCaseGrouping(writing);
  const labels = [...writing.markings].toSorted((a, b) => (strictest([a, b]) === a ? 1 : -1));
  const program = {
    type: 'identity',
    spec_version: '2.1',
    id: PROGRAM_ID,
    created: FIRST,
    modified: FIRST,
    name: 'Collate',
    identity_class: 'system',
  };
  const objects = [...labels.map(markingObject), program, extensionDefinition, ...writing.objects];
  const lines = objects.map((object) => JSON.stringify(object)).join(',\n');
  const text = `{"type":"bundle","id":"bundle--${uuid5(`bundle:${contents.case.id}`)}","objects":[\n${lines}\n]}\n`;
  sayLosses(contents, writing);
  return Promise.resolve({ text, report: report.done() });
}

const FIRST = '2026-01-01T00:00:00.000Z';

const extensionDefinition = {
  type: 'extension-definition',
  spec_version: '2.1',
  id: EXTENSION_ID,
  created_by_ref: PROGRAM_ID,
  created: FIRST,
  modified: FIRST,
  name: 'Excerpts and judgements',
  description:
    'Where the words of an excerpt stand in a text, who graded them how, and how likely a judgement is said to be.',
  schema: 'Documented with the program, in docs/interchange/stix.md.',
  version: '1.0.0',
  extension_types: ['property-extension'],
};

function sayLosses(contents: BundleContents, { report }: Writing): void {
  const { texts, originals, rows } = contents;
  const say = (what: string, count: number): void => void (count > 0 && report.lose(what, count));
  say('The text of a document has no place; its excerpts carry their words.', texts.length);
  say('An original file has no place.', originals.length);
  say('A review comment has no place.', rows.comments?.length ?? 0);
  say('An earlier version of a briefing has no place.', rows.briefingVersions?.length ?? 0);
  sayUnwritten(contents, report, ['figures', 'origins']);
  const cited = new Set(rows.excerpts?.map((excerpt) => excerpt.documentId));
  say('A document without excerpts is not named.', rows.documents?.filter((one) => !cited.has(one.id)).length ?? 0);
}
