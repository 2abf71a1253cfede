/** Selections as excerpts, with their codings as tags. */
import { clockKey } from '../../merge/edit';
import { planAnchor, LONGEST_QUOTE } from '../../model/excerpt';
import type { Maker } from '../making';
import { afford, cutAt } from './drafts';
import type { DocumentDraft, ExcerptDraft, PassageDraft, Reading } from './drafts';
import { oneLine } from './labelled';
import { chooseCounting, spansOf, STANDARD } from './positions';
import type { Choice, Counting } from './positions';
import { madeOf } from './readMade';
import { setAt, takeExcerptNotes } from './readNotes';
import { childOf, childrenOf, guidOf, wordsOf } from './xml';
import { writable } from './xmlWrite';
import type { XmlElement } from './xml';

/** Most tags an excerpt can have. */
const MOST_TAGS = 500;

/**
 * Takes the passages of all documents in.
 * @param isOwn true for projects that this program wrote, whose way of counting needs no guess
 */
export function readPassages(reading: Reading, isOwn: boolean): void {
  const documents = [...reading.documents.values()];
  for (const document of documents) if (document.isStandIn) standIn(document, reading);
  const counted = documents
    .filter((document) => !document.isStandIn)
    .map((document) => ({ ...document, passages: document.passages.filter((passage) => passage.words === null) }));
  const choice = isOwn ? null : chooseCounting(counted);
  if (choice) reportChoice(choice, reading);
  for (const document of documents) place(document, choice?.counting ?? STANDARD, reading);
}

/** Says how positions were counted, where that was a choice. */
function reportChoice({ counting, named, agreeing, hadChoice }: Choice, { report }: Reading): void {
  if (!hadChoice) return;
  const way = `${counting.unit}, line ends counted ${counting.lines}${counting.countsMark ? ', the byte order mark counted' : ''}`;
  const proof =
    agreeing > 0
      ? `${agreeing} of ${named} named passages stand where their names say`
      : 'no passage has a name that could prove it';
  report.notice(`Positions were read as ${way}: ${proof}. Check a few excerpts against the program they came from.`);
}

/** For a text that is not in the file: what is known of its passages, a line each, under a sentence that says so. */
function standIn(document: DocumentDraft, { report }: Reading): void {
  report.lose('The text of a source was not in the file; the names of its passages stand in for it.');
  document.texts.unshift(
    'The text of this source was not in the imported project. Its passages stand here under the names they had; they are not quotes.',
  );
  let text = `[The text of “${document.title}” was not in the imported project.]\n`;
  for (const passage of document.passages) {
    const words = cutAt(passage.words ?? (oneLine(passage.name) || 'Passage without a name'), LONGEST_QUOTE);
    passage.start = text.length + 1;
    passage.end = passage.start + words.length;
    text += `\n${words}\n`;
  }
  document.raw = text;
  document.stored = text;
}

function place(document: DocumentDraft, counting: Counting, reading: Reading): void {
  const { report } = reading;
  const byPosition = document.passages.filter((passage) => passage.words === null);
  const spans = document.isStandIn
    ? byPosition.map(({ start, end }) => ({ start, end, isInside: true }))
    : spansOf({ raw: document.raw, stored: document.stored, passages: byPosition }, counting);
  const spanOf = new Map(byPosition.map((passage, i) => [passage, spans[i]!]));
  for (const passage of document.passages) {
    const span =
      spanOf.get(passage) ?? (document.isStandIn ? { ...passage, isInside: true } : find(document, passage, reading));
    const made = span ? make(document, passage, span.start, span.end, reading) : null;
    if (!made) {
      report.lose('A passage stands outside the words of its text and was left out.');
      report.lose('A coding of a passage without words has no place.', childrenOf(passage.element, 'Coding').length);
    } else if (!span!.isInside) {
      report.lose('A passage ended after the end of its text and was cut there.');
    }
  }
}

/** Where words of a page stand in the text, if they stand there once. */
function find({ stored }: DocumentDraft, { words }: PassageDraft, reading: Reading) {
  // Looking for it costs a walk over the text, which is bounded as copying is.
  if (!afford(reading, stored.length)) return null;
  const start = words === null ? -1 : stored.indexOf(words);
  if (start < 0 || stored.includes(words!, start + 1)) return null;
  return { start, end: start + words!.length, isInside: true };
}

function make(document: DocumentDraft, passage: PassageDraft, from: number, to: number, reading: Reading): boolean {
  const { report, tools } = reading;
  if (passage.start < 0 && passage.words === null) return false;
  if (to <= from) return false;
  const isLong = to - from > LONGEST_QUOTE;
  const anchor = planAnchor(document.stored, '', from, isLong ? from + LONGEST_QUOTE - 1 : to);
  if (!anchor.ok || !afford(reading, anchor.value.quote.length)) return false;
  if (isLong) report.lose('A passage is longer than an excerpt can be and was cut.');
  const { start, end } = anchor.value;
  const draft: ExcerptDraft = {
    id: tools.newId(),
    document,
    start,
    end,
    tags: new Set(),
    marking: null,
    credibility: null,
    texts: [wordsOf(passage.element, 'Description'), titleOf(passage, document, anchor.value.quote)],
    made: madeOf(passage.element, reading),
    since: new Map(),
  };
  for (const element of [passage.element, ...passage.areas]) {
    if (element !== passage.element) draft.texts.push(wordsOf(element, 'Description'));
    takeExcerptNotes(element, draft, reading);
    for (const coding of childrenOf(element, 'Coding')) takeCoding(coding, draft, reading);
  }
  // A passage without a maker of its own was made with its first coding.
  draft.made ??= earliest(draft.since);
  const isTaken = reading.excerpts.has(passage.guid);
  reading.excerpts.set(isTaken || passage.guid === '' ? draft.id : passage.guid, draft);
  report.count('excerpts');
  return true;
}

const earliest = (makers: ReadonlyMap<string, Maker>): Maker | null =>
  [...makers.values()].reduce<Maker | null>((first, one) => (first && first.at <= one.at ? first : one), null);

/** A name that somebody gave the passage: not its own first words. */
function titleOf({ name }: PassageDraft, document: DocumentDraft, quote: string): string {
  const title = oneLine(name);
  const bare = title.replace(/(?:…|\.\.\.)$/u, '').trim();
  const isOwn = document.isStandIn || oneLine(writable(quote)).startsWith(bare) || oneLine(document.title) === title;
  return isOwn ? '' : title;
}

function takeCoding(coding: XmlElement, draft: ExcerptDraft, reading: Reading): void {
  const { report, tags } = reading;
  takeExcerptNotes(coding, draft, reading);
  const reference = childOf(coding, 'CodeRef');
  const tag = reference && tags.get(guidOf(reference, 'targetGUID'));
  if (!tag) report.lose('A coding means a code that is not in the file.');
  else if (draft.tags.has(tag.id))
    report.lose('A passage was coded twice by the same code; the excerpt has the tag once.');
  else if (draft.tags.size >= MOST_TAGS) report.lose('An excerpt can have no more than 500 tags.');
  else {
    draft.tags.add(tag.id);
    setAt(draft.since, clockKey('tags', tag.id), madeOf(coding, reading));
    report.count('codings');
  }
}
