/**
 * A STIX bundle as a case: each object a document that can be read, entities as tags, relations as links between
 * excerpts of the objects' first lines. Objects that break the standard are read as far as they go, and told.
 */
import type { BundleContents } from '../../bundle/contents';
import type { BundleTools } from '../../bundle/tools';
import { cslDateOf } from '../../model/csl';
import { LONGEST_QUOTE } from '../../model/excerpt';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { isEventDate } from '../../model/eventDate';
import { isWebAddress } from '../../briefing/address';
import { isObject, listOf, own, readJson, wordsOf } from '../jsonFile';
import type { JsonObject, JsonRefusal } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { addDocument, addExcerpt, sourceMaker, tagMaker } from '../textDocument';
import { EXTENSION_ID } from './ids';
import { credibilityOf } from './markings';
import { labelOf, labelsIn, linkTypeOf, markingsIn, tagKindOf, textOf, titleOf } from './readParts';

export type StixRefusal = JsonRefusal | 'not-stix' | 'no-objects';

const refusals: Readonly<Record<StixRefusal, string>> = {
  empty: 'The file is empty. Nothing was imported. Ask the sender for it again.',
  'too-large': 'The bundle is larger than can be read (64 MB). Nothing was imported. Ask for it in parts.',
  'not-json': 'The file is not well-formed JSON in UTF-8. Nothing was imported. Ask the sender for it again.',
  'too-deep': 'The file nests deeper than any bundle does. Nothing was imported. Do not trust this file.',
  'not-stix': 'The file is neither a STIX bundle nor a STIX object. Nothing was imported. Choose another file.',
  'no-objects': 'The bundle holds no objects. Nothing was imported. Ask the sender for it again.',
};

/** What happened, what is unchanged, what to do. */
export const stixRefusalSentence = (reason: StixRefusal): string => refusals[reason];

export type StixReadTools = MakingTools & Pick<BundleTools, 'decode'>;

const NOT_READ = new Set([
  'marking-definition',
  'extension-definition',
  'language-content',
  'relationship',
  'sighting',
]);
const ID = /^[a-z][a-z0-9-]{1,80}--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * A case of the objects in a bundle, or of the one object a file holds. The report counts `objects`, each type by its
 * name, and what was made of them.
 */
export async function readStix(
  bytes: Uint8Array,
  fileName: string,
  tools: StixReadTools,
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, StixRefusal>> {
  const json = readJson(bytes, tools.decode);
  if (!json.ok) return json;
  if (!isObject(json.value) || typeof own(json.value, 'type') !== 'string') return no('not-stix');
  const isBundle = own(json.value, 'type') === 'bundle';
  if (!isBundle && !/--/.test(wordsOf(own(json.value, 'id'), 200))) return no('not-stix');
  const report = makeReport();
  const objects = objectsIn(isBundle ? listOf(own(json.value, 'objects')) : [json.value], report);
  if (objects.length === 0) return no('no-objects');

  const making = makeCase(fileName.replace(/\.[^.]*$/, ''), tools);
  const markings = markingsIn(objects);
  const tagOf = tagMaker(making);
  const sourceOf = sourceMaker(making);
  const byId = new Map(objects.map((object) => [idOf(object), object]));
  const tagIds = new Map<string, string>();
  for (const object of objects) {
    const kind = tagKindOf(object);
    const id = kind === null ? null : tagOf([titleOf(object)], kind);
    if (id !== null) tagIds.set(idOf(object), id);
  }

  const firstLines = new Map<string, string>();
  for (const object of objects) {
    if (NOT_READ.has(typeOf(object))) continue;
    const refs = [
      ...listOf(own(object, 'object_marking_refs')),
      ...listOf(own(object, 'granular_markings')).map((one) => isObject(one) && own(one, 'marking_ref')),
    ];
    const statements = refs.map((ref) => markings.statements.get(String(ref))).filter((one) => one !== undefined);
    const maker = byId.get(String(own(object, 'created_by_ref')));
    const isPerson = maker !== undefined && own(maker, 'identity_class') === 'individual';
    const reference = listOf(own(object, 'external_references')).filter(isObject);
    const URL = reference.map((one) => wordsOf(own(one, 'url'), 2_000)).find(isWebAddress);
    const day = wordsOf(own(object, 'published') ?? own(object, 'created'), 40).slice(0, 10);
    const issued = isEventDate(day) ? cslDateOf(day) : undefined;
    const document = await addDocument(making, tools, {
      title: titleOf(object),
      text: textOf(object, statements),
      fileName,
      mediaType: 'application/stix+json;version=2.1',
      extractor: 'stix/1',
      csl: {
        type: typeOf(object) === 'report' ? 'report' : 'document',
        ...(issued && { issued }),
        ...(URL && { URL }),
      },
      sourceId: maker ? sourceOf(titleOf(maker), isPerson ? 'person' : 'organisation') : null,
      language: wordsOf(own(object, 'lang'), 35),
      marking: labelOf(object, markings, tools.marking, report),
    });
    if (!document) {
      report.lose('An object has no words or more than a text may hold.');
      continue;
    }
    report.count('documents');
    const labels = labelsIn(object);
    const tags = [
      tagIds.get(idOf(object)),
      ...listOf(own(object, 'object_refs')).map((ref) => tagIds.get(String(ref))),
      ...labels.tags.map((label) => tagOf([label])),
    ].filter((id) => id !== undefined && id !== null);
    if (labels.reliability)
      report.lose('A reliability stays in the text: it is the source’s, and nobody here gave it.');
    const ours = extensionOf(object);
    const exact = wordsOf(ours && own(ours, 'excerpt_exact'), LONGEST_QUOTE).replace(/\r\n?/g, '\n');
    const content = wordsOf(own(object, 'content'), LONGEST_QUOTE).replace(/\r\n?/g, '\n').trim();
    const quote = [exact, content, titleOf(object)].find((one) => one !== '' && document.text.includes(one));
    // The title is made of the first words; the passage itself stands below it.
    const start = quote === undefined ? 0 : quote === exact || quote === content ? document.text.lastIndexOf(quote) : 0;
    const place =
      content === '' ? start : Math.max(document.text.indexOf(content), 0) + Math.max(content.indexOf(exact), 0);
    const from = quote !== undefined && document.text.startsWith(quote, place) ? place : start;
    const date = wordsOf(ours && own(ours, 'event_date'), 40);
    const excerpt = addExcerpt(making, document, from, from + (quote?.length ?? titleOf(object).length), {
      note: wordsOf(ours && own(ours, 'analyst_note'), 200_000),
      tags,
      credibility: labels.credibility ?? (isNote(object) ? credibilityOf(own(object, 'confidence')) : null),
      eventDate: isEventDate(date) ? date : null,
    });
    if (excerpt === null) continue;
    firstLines.set(idOf(object), excerpt);
    report.count('excerpts');
  }

  for (const object of objects) {
    for (const link of linksOf(object)) {
      const [from, to] = [firstLines.get(link.from), firstLines.get(link.to)];
      if (from === undefined || to === undefined || from === to)
        report.lose('A relation has an end that is not in the bundle.');
      else {
        const note = [linkTypeOf(link.type) ? '' : link.type, link.note].filter((one) => one !== '').join(': ');
        const ends = { fromTable: 'excerpts', fromId: from, toTable: 'excerpts', toId: to } as const;
        making.add('links', { ...ends, type: linkTypeOf(link.type) ?? 'relates to', note });
        report.count('links');
      }
    }
  }
  const contents = making.contents();
  report.count('tags', contents.rows.tags?.length ?? 0);
  report.count('sources', contents.rows.sources?.length ?? 0);
  return yes({ contents, report: report.done() });
}

const idOf = (object: JsonObject): string => wordsOf(own(object, 'id'), 200);
const typeOf = (object: JsonObject): string => wordsOf(own(object, 'type'), 80);
const isNote = (object: JsonObject): boolean => typeOf(object) === 'note' && !extensionOf(object)?.['likelihood_scale'];

function extensionOf(object: JsonObject): JsonObject | undefined {
  const all = own(object, 'extensions');
  const ours = isObject(all) ? own(all, EXTENSION_ID) : undefined;
  return isObject(ours) ? ours : undefined;
}

/** The objects with a type and an id, each id once, the newest of them; what is wrong with them is told. */
function objectsIn(raw: readonly unknown[], report: ReportMaker): JsonObject[] {
  const byId = new Map<string, JsonObject>();
  for (const object of raw) {
    if (!isObject(object) || typeOf(object) === '' || idOf(object) === '' || typeOf(object) === 'bundle') {
      report.lose('An object without a type or an id was not read.');
      continue;
    }
    report.count('objects');
    report.count(/^[a-z][a-z0-9-]*$/.test(typeOf(object)) ? typeOf(object) : 'other');
    tellFaults(object, report);
    const known = byId.get(idOf(object));
    if (known) report.lose('An object stands more than once; the newest was read.');
    if (!known || wordsOf(own(object, 'modified'), 40) >= wordsOf(own(known, 'modified'), 40))
      byId.set(idOf(object), object);
  }
  return [...byId.values()];
}

/** Observables and definitions have no times of their own. */
const TIMED =
  /^(?:attack-pattern|campaign|course-of-action|grouping|identity|incident|indicator|infrastructure|intrusion-set|location|malware|malware-analysis|note|observed-data|opinion|report|threat-actor|tool|vulnerability|relationship|sighting)$/;

function tellFaults(object: JsonObject, report: ReportMaker): void {
  if (own(object, 'spec_version') !== '2.1' && TIMED.test(typeOf(object)))
    report.notice('Some objects do not say that they are of STIX 2.1; they were read as if they did.');
  if (!ID.test(idOf(object)) || !idOf(object).startsWith(`${typeOf(object)}--`))
    report.notice('Some objects have an id that the standard does not allow.');
  if (!TIMED.test(typeOf(object))) return;
  for (const key of ['created', 'modified'])
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,}Z$/.test(wordsOf(own(object, key), 60)))
      report.notice(`Some objects lack the property “${key}” or write it wrong. The standard requires it.`);
}

interface Relation {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly note: string;
}

function linksOf(object: JsonObject): Relation[] {
  const ref = (key: string): string => wordsOf(own(object, key), 200);
  const note = wordsOf(own(object, 'description'), 10_000).trim();
  if (typeOf(object) === 'relationship')
    return [
      { from: ref('source_ref'), to: ref('target_ref'), type: wordsOf(own(object, 'relationship_type'), 200), note },
    ];
  if (typeOf(object) !== 'sighting') return [];
  const seers = listOf(own(object, 'where_sighted_refs'));
  const data = listOf(own(object, 'observed_data_refs'));
  return [...seers, ...data].map((seen) => ({
    from: wordsOf(seen, 200),
    to: ref('sighting_of_ref'),
    type: 'sighting of',
    note,
  }));
}
