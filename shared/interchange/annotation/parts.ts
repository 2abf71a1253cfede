/**
 * One annotation as the Web Annotation Data Model has it (W3C Recommendation, 23 February 2017), or as Hypothesis exports
 * it: checked where the model says MUST, and told apart into what is needed here.
 */
import type { TextSelector } from '../../anchor/selectors';
import { isObject, listOf, own, wordsOf } from '../jsonFile';
import type { JsonObject } from '../jsonFile';

export interface ReadBody {
  readonly purpose: string;
  readonly value: string;
  readonly isHtml: boolean;
}

export interface ReadTarget {
  /** Address of what is annotated; empty where none is given. */
  readonly source: string;
  readonly title: string;
  readonly language: string;
  readonly selectors: readonly TextSelector[];
  /** Kinds of selectors that say nothing about a text. */
  readonly others: readonly string[];
}

export interface ReadAnnotation {
  readonly bodies: readonly ReadBody[];
  readonly targets: readonly ReadTarget[];
  readonly creator: string;
  readonly created: string;
  readonly isReply: boolean;
  /** Bodies that are resources elsewhere. */
  readonly addresses: readonly string[];
  readonly isHypothesis: boolean;
  /** Made by an analyst of a case like this one: its note comes back as it was. */
  readonly isOurs: boolean;
}

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const ADDRESS = /^[a-z][a-z0-9+.-]*:[^\s<>"]*$/i;
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 8_000 && ADDRESS.test(value);
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export const hasContext = (object: JsonObject): boolean => listOf(own(object, '@context')).includes(CONTEXT);
export const hasType = (object: JsonObject, type: string): boolean => listOf(own(object, 'type')).includes(type);

/** What of the model an annotation breaks, in a few words; null where nothing. Own addresses may be relative. */
export function faultOf(object: JsonObject): string | null {
  if (!hasType(object, 'Annotation')) return 'type';
  const id = own(object, 'id');
  if (id !== undefined && !isAddress(id)) return 'id';
  for (const key of ['created', 'modified', 'generated']) {
    const time = own(object, key);
    if (time !== undefined && (typeof time !== 'string' || !TIME.test(time))) return key;
  }
  for (const key of ['creator', 'generator', 'rights'])
    for (const one of listOf(own(object, key))) if (!isObject(one) && !isAddress(one)) return key;
  if (own(object, 'body') !== undefined && own(object, 'bodyValue') !== undefined) return 'bodyValue';
  for (const body of listOf(own(object, 'body'))) {
    if (!isObject(body) && !isAddress(body)) return 'body';
    if (isObject(body) && hasType(body, 'TextualBody') && typeof own(body, 'value') !== 'string') return 'body';
  }
  const targets = listOf(own(object, 'target'));
  if (targets.length === 0) return 'target';
  for (const target of targets) {
    if (!isObject(target)) {
      if (!isAddress(target)) return 'target';
      continue;
    }
    for (const selector of listOf(own(target, 'selector'))) {
      if (isObject(selector) && hasType(selector, 'FragmentSelector') && typeof own(selector, 'value') !== 'string')
        return 'selector';
    }
  }
  return null;
}

const textual = (body: JsonObject): ReadBody => ({
  purpose: wordsOf(listOf(own(body, 'purpose'))[0], 100).replace(/^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#)/, ''),
  value: wordsOf(own(body, 'value'), 200_000),
  isHtml: wordsOf(own(body, 'format'), 80).startsWith('text/html'),
});

/** An annotation that `faultOf` has nothing against. */
export function annotationOf(object: JsonObject): ReadAnnotation {
  const bodies: ReadBody[] = [];
  const addresses: string[] = [];
  const take = (body: unknown, depth: number): void => {
    if (isAddress(body)) addresses.push(wordsOf(body, 2_000));
    if (!isObject(body)) return;
    if (typeof own(body, 'value') === 'string') bodies.push(textual(body));
    else if (depth < 3 && Array.isArray(own(body, 'items')))
      for (const item of listOf(own(body, 'items'))) take(item, depth + 1);
    else if (isAddress(own(body, 'id')) || own(body, 'source') !== undefined) addresses.push(addressOf(body));
  };
  for (const body of listOf(own(object, 'body'))) take(body, 0);
  const plain = wordsOf(own(object, 'bodyValue'), 200_000);
  if (plain !== '') bodies.push({ purpose: '', value: plain, isHtml: false });
  const motivation = wordsOf(listOf(own(object, 'motivation'))[0], 100);
  return {
    bodies,
    addresses,
    targets: listOf(own(object, 'target')).flatMap((target) => targetsOf(target, 0)),
    creator: nameOf(listOf(own(object, 'creator'))[0]),
    created: wordsOf(own(object, 'created'), 40),
    isReply: motivation === 'replying',
    isHypothesis: false,
    isOurs: isAnalyst(listOf(own(object, 'creator'))[0]),
  };
}

/** An annotation of a Hypothesis export or of its interface: `uri`, `text`, `tags`, `target`, in UTF-16 code units. */
export function hypothesisOf(object: JsonObject): ReadAnnotation {
  const document = own(object, 'document');
  const title = isObject(document) ? wordsOf(listOf(own(document, 'title'))[0], 1_000) : '';
  const uri = wordsOf(own(object, 'uri'), 2_000);
  const text = wordsOf(own(object, 'text'), 200_000);
  const targets = listOf(own(object, 'target'))
    .filter(isObject)
    .map((target) => {
      const source = wordsOf(own(target, 'source'), 2_000) || uri;
      return { ...selectorsIn(own(target, 'selector')), source, title, language: '' };
    });
  const tags = listOf(own(object, 'tags')).map((tag) => ({
    purpose: 'tagging',
    value: wordsOf(tag, 200),
    isHtml: false,
  }));
  const info = own(object, 'user_info');
  return {
    bodies: [...(text === '' ? [] : [{ purpose: 'commenting', value: text, isHtml: false }]), ...tags],
    addresses: [],
    targets: targets.length > 0 ? targets : [{ source: uri, title, language: '', selectors: [], others: [] }],
    creator:
      (isObject(info) && wordsOf(own(info, 'display_name'), 300)) ||
      wordsOf(own(object, 'user'), 300).replace(/^acct:/, ''),
    created: wordsOf(own(object, 'created'), 40),
    isReply: listOf(own(object, 'references')).length > 0,
    isHypothesis: true,
    isOurs: false,
  };
}

/** The form that ids of analysts have, as `analystRecordId` makes them. */
const isAnalyst = (creator: unknown): boolean =>
  /^urn:uuid:0{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(
    wordsOf(isObject(creator) ? own(creator, 'id') : creator, 100),
  );

const addressOf = (object: JsonObject): string => {
  const source = own(object, 'source');
  const id = isObject(source) ? own(source, 'id') : (source ?? own(object, 'id'));
  return wordsOf(id, 2_000);
};

function nameOf(creator: unknown): string {
  if (isObject(creator))
    return ['name', 'nickname', 'id'].map((key) => wordsOf(own(creator, key), 300)).find((one) => one !== '') ?? '';
  return wordsOf(creator, 300);
}

function targetsOf(target: unknown, depth: number): ReadTarget[] {
  if (!isObject(target))
    return [{ source: wordsOf(target, 2_000), title: '', language: '', selectors: [], others: [] }];
  const items = own(target, 'items');
  if (Array.isArray(items) && depth < 3) return items.flatMap((item) => targetsOf(item, depth + 1));
  const source = own(target, 'source');
  const described = isObject(source) ? source : target;
  return [
    {
      source: addressOf(target),
      title: wordsOf(own(described, 'dc:title') ?? own(described, 'title'), 1_000),
      language: wordsOf(listOf(own(described, 'language'))[0], 35),
      ...selectorsIn(own(target, 'selector')),
    },
  ];
}

/** The selectors that mean words, those that refine others among them. */
function selectorsIn(raw: unknown): { selectors: TextSelector[]; others: string[] } {
  const selectors: TextSelector[] = [];
  const others: string[] = [];
  const take = (one: unknown, depth: number): void => {
    if (!isObject(one)) return;
    const refined = listOf(own(one, 'refinedBy'));
    if (hasType(one, 'TextQuoteSelector') && typeof own(one, 'exact') === 'string')
      selectors.push({
        type: 'TextQuoteSelector',
        exact: wordsOf(own(one, 'exact'), 20_000),
        prefix: wordsOf(own(one, 'prefix'), 1_000),
        suffix: wordsOf(own(one, 'suffix'), 1_000),
      });
    else if (hasType(one, 'TextPositionSelector') && depth === 0 && isSpan(own(one, 'start'), own(one, 'end')))
      selectors.push({ type: 'TextPositionSelector', start: Number(own(one, 'start')), end: Number(own(one, 'end')) });
    else others.push(wordsOf(listOf(own(one, 'type'))[0], 60));
    if (depth < 4) for (const inner of refined) take(inner, depth + 1);
  };
  for (const one of listOf(raw)) take(one, 0);
  return { selectors, others };
}

const isSpan = (start: unknown, end: unknown): boolean =>
  Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(end) >= Number(start);
