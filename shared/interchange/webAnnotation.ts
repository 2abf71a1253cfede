/**
 * Excerpts as W3C Web Annotations (Web Annotation Data Model, W3C Recommendation of 23 February 2017), in JSON-LD.
 * Offsets there are Unicode code points; ours are UTF-16 code units. The published context has no term `assessing`, so
 * that motivation is written `oa:assessing`, which every reader expands to the right IRI.
 */
import type { BundleContents } from '../bundle/contents';
import { namedInformation } from '../bundle/hex';
import { textFile } from '../bundle/names';
import { actorOf, timeOf } from '../merge/clock';
import { analystRecordId } from '../model/analyst';
import type { Document } from '../model/document';
import type { Excerpt } from '../model/excerpt';
import { effectiveMarking } from '../model/marking';
import { isAlive } from '../model/record';
import { reliabilityOf } from '../model/source';
import { countBefore } from '../text/bisect';
import type { Tag } from '../model/tag';
import { remembered } from './remembered';

/**
 * A document of JSON-LD in pieces: one collection with one page, an annotation a line, in the order of the excerpts'
 * ids. Deleted excerpts are not among them. The same contents give the same words.
 */
export function* annotationLines(contents: BundleContents): Generator<string> {
  const excerpts = (contents.rows.excerpts ?? []).filter(isAlive);
  const annotate = annotator(contents);
  const head = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'annotations.jsonld',
    type: 'AnnotationCollection',
    label: contents.case.name,
    total: excerpts.length,
  };
  const page = { id: 'annotations.jsonld#page', type: 'AnnotationPage', partOf: 'annotations.jsonld', startIndex: 0 };
  yield `${JSON.stringify(head).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
  for (const [i, excerpt] of excerpts.entries())
    yield `${JSON.stringify(annotate(excerpt))}${i + 1 < excerpts.length ? ',' : ''}\n`;
  yield ']}}\n';
}

interface Body {
  readonly type: 'TextualBody';
  readonly purpose: string;
  readonly value: string;
  readonly format?: 'text/plain';
}

/** A function that makes the annotation of an excerpt of these contents. */
function annotator(contents: BundleContents): (excerpt: Excerpt) => object {
  const documents = new Map(contents.rows.documents?.map((row) => [row.id, row]));
  const sources = new Map(contents.rows.sources?.map((row) => [row.id, row]));
  const analysts = new Map(contents.rows.analysts?.map((row) => [row.actor, row.name]));
  const tagPaths = pathsOf((contents.rows.tags ?? []).filter(isAlive));
  const texts = new Map(contents.texts.map((text) => [text.id, text.text]));
  const counterOf = remembered((textId) => codePointCounter(texts.get(textId) ?? ''));
  const addressOfText = remembered(namedInformation);
  const addressOfAnalyst = remembered((actor) => `urn:uuid:${analystRecordId(actor)}`);
  // Who and what is described where it is first named; after that its address stands for it, as in any linked data.
  const named = new Set<string>();
  const atFirst = (id: string, described: () => object): object | string => {
    if (named.has(id)) return id;
    named.add(id);
    return { id, ...described() };
  };
  return (excerpt) => {
    const document = documents.get(excerpt.documentId);
    const actor = actorOf(excerpt.created);
    const codePoints = counterOf(excerpt.textId);
    const reliability = reliabilityOf(sources.get(excerpt.sourceId ?? document?.sourceId ?? ''));
    const bodies: Body[] = [];
    const add = (purpose: string, value: string): void => void bodies.push({ type: 'TextualBody', purpose, value });
    if (excerpt.note !== '')
      bodies.push({ type: 'TextualBody', purpose: 'commenting', value: excerpt.note, format: 'text/plain' });
    for (const tag of excerpt.tags) if (tagPaths.has(tag)) add('tagging', tagPaths.get(tag)!);
    if (reliability) add('oa:assessing', `admiralty-scale:source-reliability="${reliability.toLowerCase()}"`);
    if (excerpt.credibility) add('oa:assessing', `admiralty-scale:information-credibility="${excerpt.credibility}"`);
    const marking = effectiveMarking(excerpt.marking, document?.marking ?? 'TLP:CLEAR');
    add('classifying', marking.toLowerCase());
    return {
      id: `urn:uuid:${excerpt.id}`,
      type: 'Annotation',
      motivation: excerpt.credibility ? 'oa:assessing' : excerpt.note === '' ? 'highlighting' : 'commenting',
      created: instantOf(excerpt.created),
      creator: atFirst(addressOfAnalyst(actor), () => ({
        type: 'Person',
        name: analysts.get(actor) ?? actor,
      })),
      body: bodies,
      target: {
        type: 'SpecificResource',
        source: atFirst(addressOfText(excerpt.textId), () => sourceOf(excerpt.textId, document)),
        selector: [
          { type: 'TextPositionSelector', start: codePoints(excerpt.start), end: codePoints(excerpt.end) },
          { type: 'TextQuoteSelector', exact: excerpt.quote, prefix: excerpt.prefix, suffix: excerpt.suffix },
        ],
      },
    };
  };
}

/** A text as a resource of its own. Its address is its hash, so there is no question which state of it is meant. */
function sourceOf(textId: string, document: Document | undefined): object {
  return {
    type: 'Text',
    format: 'text/plain',
    ...(document?.language ? { language: document.language } : {}),
    // Relative to this file's own place in the bundle.
    'dcterms:hasFormat': { id: textFile(textId).slice('data/'.length) },
    ...(document ? { 'dc:title': document.title } : {}),
  };
}

/** The time of a stamp as the data model wants it: UTC, whole seconds. */
const instantOf = (stamp: string): string => `${new Date(timeOf(stamp)).toISOString().slice(0, 19)}Z`;

/** Tag ids to the names from the root down, joined by slashes. A ring ends where it closes. */
function pathsOf(tags: readonly Tag[]): Map<string, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  return new Map(
    tags.map((tag) => {
      const names: string[] = [];
      const met = new Set<string>();
      for (let at: Tag | undefined = tag; at && !met.has(at.id); at = byId.get(at.parentId ?? '')) {
        met.add(at.id);
        names.unshift(at.name);
      }
      return [tag.id, names.join('/')];
    }),
  );
}

/** Turns offsets in UTF-16 code units into offsets in code points, for one text. */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
  return (offset) => offset - countBefore(pairs.length, (index) => pairs[index]! < offset);
}
