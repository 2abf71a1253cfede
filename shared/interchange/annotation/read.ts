/**
 * Web annotations as excerpts. Where the annotated text is at hand the quote is found in it again; where it is not, the
 * quotes of one source make a document, each with the words that stood around it.
 */
import { anchorOf } from '../../anchor/selectors';
import type { TextSelector } from '../../anchor/selectors';
import { isWebAddress } from '../../briefing/address';
import type { BundleContents } from '../../bundle/contents';
import { namedInformation } from '../../bundle/hex';
import type { BundleTools } from '../../bundle/tools';
import type { Credibility } from '../../model/grading';
import { MARKINGS, strictest } from '../../model/marking';
import type { Marking } from '../../model/marking';
import { no, yes } from '../../model/result';
import type { Result } from '../../model/result';
import { readPlainText } from '../../text/plainText';
import { isObject, listOf, own, readJson, wordsOf } from '../jsonFile';
import type { JsonObject, JsonRefusal } from '../jsonFile';
import { makeCase } from '../making';
import type { MakingTools } from '../making';
import { makeReport } from '../report';
import type { ConversionReport, ReportMaker } from '../report';
import { addDocument, addExcerpt, tagMaker } from '../textDocument';
import { annotationOf, faultOf, hasContext, hasType, hypothesisOf } from './parts';
import type { ReadAnnotation, ReadTarget } from './parts';

export type AnnotationRefusal = JsonRefusal | 'not-annotations' | 'no-annotations' | 'model-broken';

const refusals: Readonly<Record<AnnotationRefusal, (detail: string) => string>> = {
  empty: () => 'The file is empty. Nothing was imported. Export it again from the program it came from.',
  'too-large': () => 'The file is larger than can be read (64 MB). Nothing was imported. Export it in parts.',
  'not-json': () => 'The file is not well-formed JSON in UTF-8. Nothing was imported. Export it again.',
  'too-deep': () => 'The file nests deeper than any annotation does. Nothing was imported. Do not trust this file.',
  'not-annotations': () =>
    'The file holds neither web annotations nor a Hypothesis export. Nothing was imported. Choose another file.',
  'no-annotations': () => 'There is no annotation in the file. Nothing was imported. Export it again.',
  'model-broken': (part) =>
    `No annotation in the file is as the Web Annotation Data Model wants it (${part}). Nothing was imported. Ask whoever made it for another export.`,
};

/** What happened, what is unchanged, what to do. */
export const annotationRefusalSentence = (reason: AnnotationRefusal, detail = ''): string => refusals[reason](detail);

export type AnnotationReadTools = MakingTools & Pick<BundleTools, 'decode'>;

/** A text that is at hand, by its title and address, with the SHA-256 it is kept under. */
export interface KnownText {
  readonly title: string;
  readonly url: string;
  readonly textId: string;
  readonly text: string;
}

/**
 * A case of the annotations in a file: one annotation, a page, a collection, a list of them, or a Hypothesis export.
 * @param known texts to find the quotes in, by address, by `ni:` name of their SHA-256, or by title
 */
export async function readAnnotations(
  bytes: Uint8Array,
  fileName: string,
  tools: AnnotationReadTools,
  known: readonly KnownText[] = [],
): Promise<Result<{ contents: BundleContents; report: ConversionReport }, AnnotationRefusal>> {
  const json = readJson(bytes, tools.decode);
  if (!json.ok) return json;
  const report = makeReport();
  const annotations = annotationsIn(json.value, report);
  if (!annotations.ok) return annotations;
  const making = makeCase(fileName.replace(/\.[^.]*$/, ''), tools);
  const tagOf = tagMaker(making);

  const bySource = new Map<string, Placed[]>();
  const described = new Map<string, ReadTarget>();
  for (const annotation of annotations.value) {
    report.count('annotations');
    if (annotation.isOurs) report.lose('Who made an annotation of another case is not kept; the excerpts are yours.');
    if (annotation.isReply) report.lose('A reply stands as a note of its own.');
    for (const target of annotation.targets) {
      // What is described once is named by its address alone after that.
      if (!described.get(target.source)?.title) described.set(target.source, target);
      for (const kind of target.others)
        report.lose(`A selector of the kind “${kind || 'unnamed'}” says nothing of words.`);
      const same = bySource.get(target.source);
      if (same) same.push({ annotation, target });
      else bySource.set(target.source, [{ annotation, target }]);
    }
  }

  const groups = new Map<
    string,
    { source: string; about: ReadTarget; placed: Placed[]; text: KnownText | undefined }
  >();
  const atHand = known.flatMap((one) => {
    const plain = readPlainText(one.text);
    return plain.ok ? [{ ...one, text: plain.value.text }] : [];
  });
  for (const [source, placed] of bySource) {
    const about = described.get(source)!;
    const text = atHand.find((one) => isOf(one, source, about.title));
    // Two addresses of one text are one document.
    const key = text ? `text ${text.textId}` : `source ${source}`;
    const same = groups.get(key);
    if (same) same.placed.push(...placed);
    else groups.set(key, { source, about, placed, text });
  }

  for (const { source, about, placed, text } of groups.values()) {
    const made = makeText(source, about, placed, text);
    const document = await addDocument(making, tools, {
      title: text?.title || about.title || source || fileName,
      text: made.text,
      fileName,
      mediaType: 'application/ld+json',
      extractor: text ? 'plain/1' : 'annotation/1',
      csl: isWebAddress(source) ? { type: 'webpage', URL: source } : {},
      language: about.language,
      // A text made of quotes is as strict as the strictest of them; a whole text is not told by them.
      marking: text ? tools.marking : strictest(placed.map(({ annotation }) => markingOf(annotation) ?? tools.marking)),
    });
    if (!document) {
      report.lose('A source has no words or more than a text may hold.', placed.length);
      continue;
    }
    report.count('documents');
    for (const [index, span] of made.spans.entries()) {
      if (span === null) {
        report.lose('A quote was not found again for certain in the text that is at hand.');
        continue;
      }
      const { annotation } = placed[index]!;
      const excerpt = addExcerpt(making, document, span[0], span[1], {
        note: noteOf(annotation, report),
        tags: tagsOf(annotation)
          .map((path) => tagOf(path))
          .filter((id) => id !== null),
        credibility: credibilityOf(annotation),
        marking: markingOf(annotation),
      });
      if (excerpt !== null) report.count('excerpts');
    }
  }
  const contents = making.contents();
  report.count('tags', contents.rows.tags?.length ?? 0);
  if (annotations.value.some((one) => one.creator !== '' && !one.isOurs))
    report.notice('Who made an annotation stands in its note; the excerpts are yours.');
  return yes({ contents, report: report.done() });
}

interface Placed {
  readonly annotation: ReadAnnotation;
  readonly target: ReadTarget;
}

const isOf = (known: KnownText, source: string, title: string): boolean =>
  (source !== '' && (source === known.url || source === namedInformation(known.textId))) ||
  (title !== '' && title === known.title);

/** The text with the spans of the annotations in it; null for a quote that is not certain to stand there. */
function makeText(
  source: string,
  about: ReadTarget,
  placed: readonly Placed[],
  known: KnownText | undefined,
): { text: string; spans: (readonly [number, number] | null)[] } {
  if (known) {
    let searches = 0;
    const spans = placed.map(({ target }): readonly [number, number] | null => {
      if (target.selectors.length === 0) return firstLineOf(known.text);
      if (needsSearch(known.text, target)) searches += 1;
      if (searches > MOST_SEARCHES) return null;
      const anchor = anchorOf(known.text, known.textId, target.selectors);
      return anchor.ok ? [anchor.value.start, anchor.value.end] : null;
    });
    return { text: known.text, spans };
  }
  // The head is not empty, so that an annotation of the whole has words to stand on.
  const head = oneLine(about.title) || oneLine(source) || 'Annotated resource';
  let text = `${head}\n\n`;
  const spans = placed.map(({ target }): readonly [number, number] => {
    const quote = target.selectors.find(
      (one): one is TextSelector & { exact: string } => one.type === 'TextQuoteSelector',
    );
    const exact = normal(quote?.exact ?? '');
    if (quote?.type !== 'TextQuoteSelector' || exact.trim() === '') return [0, head.length];
    const start = text.length + normal(quote.prefix ?? '').length;
    text += `${normal(quote.prefix ?? '')}${exact}${normal(quote.suffix ?? '')}\n\n`;
    return [start, start + exact.length];
  });
  return { text, spans };
}

/** Quotes of a text that are looked for letter by letter; each may cost a pass over the whole text. */
const MOST_SEARCHES = 200;

const needsSearch = (text: string, { selectors }: ReadTarget): boolean =>
  selectors.some((one) => one.type === 'TextQuoteSelector' && !text.includes(one.exact));

const normal = (words: string): string => words.replace(/\r\n?/g, '\n');
const oneLine = (words: string): string => words.replace(/[\s\ufeff]+/gu, ' ').trim();

function firstLineOf(text: string): readonly [number, number] {
  const from = Math.max(0, text.search(/\S/));
  const stop = text.indexOf('\n', from);
  return [from, Math.min(stop < 0 ? text.length : stop, from + 300)];
}

const GRADE = /^admiralty-scale:information-credibility="([1-6])"$/;
const isGrade = (value: string): boolean => value.startsWith('admiralty-scale:');

function credibilityOf({ bodies }: ReadAnnotation): Credibility | null {
  const found = bodies.map((body) => GRADE.exec(body.value)?.[1]).find((one) => one !== undefined);
  return found === undefined ? null : (Number(found) as Credibility);
}

function markingOf({ bodies }: ReadAnnotation): Marking | null {
  const labels = bodies.filter((body) => body.purpose === 'classifying').map((body) => body.value.toUpperCase());
  const all = labels.map((label) => MARKINGS.find((one) => one === label.replace('TLP:WHITE', 'TLP:CLEAR')));
  return all.filter((one) => one !== undefined).at(-1) ?? null;
}

/** Paths of our own tags are parted by slashes; those of Hypothesis are single names. */
const tagsOf = ({ bodies, isHypothesis }: ReadAnnotation): string[][] =>
  bodies
    .filter((body) => body.purpose === 'tagging')
    .map((body) => (isHypothesis ? [body.value] : body.value.split('/')));

function noteOf(annotation: ReadAnnotation, report: ReportMaker): string {
  const words = annotation.bodies.filter((body) => body.purpose !== 'tagging' && !isLabel(body.purpose, body.value));
  if (words.some((body) => body.isHtml))
    report.lose('The form of a comment written in HTML; its markup stands as words.');
  const parts = [...words.map((body) => body.value), ...annotation.addresses];
  const by =
    annotation.isOurs || annotation.creator === '' || words.length === 0
      ? ''
      : `— ${[annotation.creator, annotation.created.slice(0, 10)].filter((one) => one !== '').join(', ')}`;
  return wordsOf([...parts, by].filter((part) => part !== '').join('\n\n'), 200_000);
}

const isLabel = (purpose: string, value: string): boolean =>
  isGrade(value) || (purpose === 'classifying' && /^tlp:/i.test(value));

/** The annotations of whatever kind of file it is, those that break the model left out and told. */
function annotationsIn(value: unknown, report: ReportMaker): Result<ReadAnnotation[], AnnotationRefusal> {
  const rows = isObject(value) ? (own(value, 'rows') ?? own(value, 'annotations')) : value;
  const isExport = Array.isArray(rows) && rows.some((row) => isObject(row) && isHypothesisRow(row));
  if (isExport) return yes(rows.filter(isObject).map(hypothesisOf));
  if (isObject(value) && !hasType(value, 'Annotation') && isHypothesisRow(value)) return yes([hypothesisOf(value)]);
  const all = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];
  if (!all.some(hasContext)) return no('not-annotations');
  const found: JsonObject[] = [];
  let fault: string | null = null;
  for (const top of all) {
    if (hasType(top, 'AnnotationCollection')) {
      const first = own(top, 'first');
      if (isObject(first)) found.push(...listOf(own(first, 'items')).filter(isObject));
      if (!isObject(first) || own(first, 'next') !== undefined)
        report.lose('A page of the collection is not in the file.');
    } else if (hasType(top, 'AnnotationPage')) {
      found.push(...listOf(own(top, 'items')).filter(isObject));
      if (own(top, 'next') !== undefined) report.lose('A page of the collection is not in the file.');
    } else if (hasContext(top)) found.push(top);
    else fault = '@context';
  }
  const good: ReadAnnotation[] = [];
  for (const object of found) {
    const wrong = faultOf(object);
    if (wrong === null) good.push(annotationOf(object));
    else {
      fault = wrong;
      report.lose(`An annotation breaks the data model at “${wrong}” and was not read.`);
    }
  }
  if (good.length > 0) return yes(good);
  return fault === null ? no('no-annotations') : no('model-broken', fault);
}

/** Rows of Hypothesis have no JSON-LD type. */
const isHypothesisRow = (row: JsonObject): boolean =>
  own(row, 'type') === undefined &&
  own(row, '@context') === undefined &&
  (typeof own(row, 'uri') === 'string' ||
    listOf(own(row, 'target')).some((one) => isObject(one) && own(one, 'selector') !== undefined));
