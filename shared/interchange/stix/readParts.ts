/** Single STIX objects made readable: a title, a text, the tag one is, and what its labels say. */
import type { Credibility, Reliability } from '../../model/grading';
import type { LinkType } from '../../model/link';
import type { Marking } from '../../model/marking';
import { strictest } from '../../model/marking';
import type { TagKind } from '../../model/tag';
import { isObject, listOf, own, wordsOf } from '../jsonFile';
import type { JsonObject } from '../jsonFile';
import type { ReportMaker } from '../report';
import { MARKING_OF_ID } from './markings';

const words = (object: JsonObject, key: string, most = 20_000): string => wordsOf(own(object, key), most).trim();

/** The name people know it by; its type and id where it has none. */
export function titleOf(object: JsonObject): string {
  const said = ['name', 'abstract', 'value', 'content', 'explanation', 'opinion', 'path', 'key', 'subject'];
  const first = said.map((key) => words(object, key, 300)).find((one) => one !== '') ?? '';
  return first.replace(/\s+/gu, ' ') || `${words(object, 'type', 60)} ${words(object, 'id', 120)}`;
}

const SHOWN_APART = new Set(['name', 'description', 'content', 'explanation', 'abstract', 'object_marking_refs']);

/** A property as lines: lists by commas, what is nested with its path. */
function linesOf(path: string, value: unknown): string[] {
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => linesOf(`${path}.${key}`, inner));
  if (Array.isArray(value)) {
    if (value.some((one) => typeof one === 'object' && one !== null))
      return value.flatMap((one, index) => linesOf(`${path}[${index}]`, one));
    return [`${path}: ${value.map((one) => plain(one)).join(', ')}`];
  }
  return [`${path}: ${plain(value)}`];
}
const plain = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

/** The object as a text: its title, its words, then each property on a line. `statements` are its other markings. */
export function textOf(object: JsonObject, statements: readonly string[]): string {
  const body = ['abstract', 'content', 'explanation', 'description'].map((key) => wordsOf(own(object, key), 1_000_000));
  const lines = Object.entries(object)
    .filter(([key]) => !SHOWN_APART.has(key))
    .flatMap(([key, value]) => linesOf(key, value));
  const parts = [titleOf(object), ...body, lines.join('\n'), ...statements.map((one) => `Marking: ${one}`)];
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

const KINDS: ReadonlyMap<string, TagKind> = new Map<string, TagKind>([
  ['location', 'place'],
  ['threat-actor', 'organisation'],
  ['intrusion-set', 'organisation'],
  ['malware', 'equipment'],
  ['tool', 'equipment'],
  ['infrastructure', 'equipment'],
  ['campaign', 'event'],
  ['incident', 'event'],
  ['attack-pattern', 'topic'],
  ['vulnerability', 'topic'],
  ['course-of-action', 'topic'],
]);

/** The kind of tag an object is; null for those that say something rather than are something. */
export function tagKindOf(object: JsonObject): TagKind | null {
  const type = words(object, 'type');
  if (type === 'identity') return words(object, 'identity_class') === 'individual' ? 'person' : 'organisation';
  return KINDS.get(type) ?? null;
}

/** What the marking definitions of a bundle mean, by id. */
export interface Markings {
  readonly labels: ReadonlyMap<string, Marking>;
  readonly statements: ReadonlyMap<string, string>;
}

const labelIn = (value: unknown): Marking | null => {
  const word = wordsOf(value, 40)
    .trim()
    .toUpperCase()
    .replace(/^TLP:/, '')
    .replace(/^WHITE$/, 'CLEAR');
  return (['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const).includes(word as 'RED')
    ? (`TLP:${word}` as Marking)
    : null;
};

/** Both versions of TLP, and the deviations that are found: the label in the name or as the type of definition. */
export function markingsIn(objects: readonly JsonObject[]): Markings {
  const labels = new Map(MARKING_OF_ID);
  const statements = new Map<string, string>();
  for (const object of objects) {
    if (own(object, 'type') !== 'marking-definition') continue;
    const id = words(object, 'id', 120);
    const definition = own(object, 'definition');
    const inner = isObject(definition) ? definition : {};
    const extensions = own(object, 'extensions');
    const extended = isObject(extensions) ? Object.values(extensions).filter(isObject) : [];
    const candidates = [
      ...extended.map((one) => own(one, 'tlp_2_0')),
      own(inner, 'tlp'),
      ...(own(object, 'definition_type') === 'statement' ? [] : [own(object, 'name'), own(object, 'definition_type')]),
    ];
    const label = labels.get(id) ?? candidates.map(labelIn).find((one) => one !== null);
    if (label) labels.set(id, label);
    else statements.set(id, words(inner, 'statement') || words(object, 'name') || id);
  }
  return { labels, statements };
}

/** The label of an object: the strictest of its markings. Where none is TLP, the label for what comes in. */
export function labelOf(object: JsonObject, markings: Markings, otherwise: Marking, report: ReportMaker): Marking {
  const found: Marking[] = [];
  for (const ref of listOf(own(object, 'object_marking_refs'))) {
    const label = markings.labels.get(String(ref));
    if (label) found.push(label);
    else if (!markings.statements.has(String(ref))) report.lose('A marking is not in the bundle and is none of TLP.');
  }
  const granular = listOf(own(object, 'granular_markings')).filter(isObject);
  for (const one of granular) {
    const label = markings.labels.get(String(own(one, 'marking_ref')));
    if (label) found.push(label);
    report.lose('A marking of a single property holds for the whole object.');
  }
  return found.length > 0 ? strictest(found) : otherwise;
}

/** Grades as MISP writes them in labels; the other labels are tags. */
export function labelsIn(object: JsonObject): {
  readonly tags: string[];
  readonly credibility: Credibility | null;
  readonly reliability: Reliability | null;
} {
  const tags: string[] = [];
  let credibility: Credibility | null = null;
  let reliability: Reliability | null = null;
  for (const label of listOf(own(object, 'labels')).slice(0, 500)) {
    const text = wordsOf(label, 200).trim();
    const graded = /^admiralty-scale:(source-reliability|information-credibility)="([a-g1-6])"$/i.exec(text);
    if (graded?.[1]!.toLowerCase() === 'information-credibility' && /[1-6]/.test(graded[2]!))
      credibility = Number(graded[2]) as Credibility;
    else if (graded && /[a-f]/i.test(graded[2]!)) reliability = graded[2]!.toUpperCase() as Reliability;
    else if (text !== '') tags.push(text);
  }
  return { tags, credibility, reliability };
}

/** The link a relationship becomes; null for one whose meaning no type has, which is then said in the link's note. */
export const linkTypeOf = (relationship: string): LinkType | null => LINKS.get(relationship) ?? null;

const LINKS: ReadonlyMap<string, LinkType> = new Map<string, LinkType>([
  ['supports', 'supports'],
  ['contradicts', 'contradicts'],
  ['corroborates', 'corroborates'],
  ['updates', 'updates'],
  ['duplicate-of', 'duplicates'],
  ['elaborates', 'elaborates'],
  ['related-to', 'relates to'],
]);
