/**
 * The texts of documents without what is withheld in them. Passages are blacked out code unit for code unit, so that
 * nothing moves; names give way to pseudonyms of another length, since the length of a name tells who it is, and every
 * offset is moved with them.
 */
import type { NameFinder } from '../../briefing/outgoing/pseudonyms';
import { CONTEXT_LENGTH, LONGEST_QUOTE } from '../../model/excerpt';
import type { Anchor, Excerpt } from '../../model/excerpt';
import type { BundleContents, BundleText } from '../contents';
import type { BundleTools } from '../tools';
import { hidersOfDocuments } from './hide';
import type { Words } from './hide';
import type { Kept } from './kept';
import { BLACK, blackout, rewrite } from './rewrite';
import type { Rewritten } from './rewrite';

export interface RedactedText extends BundleText {
  /** Where a passage of the text as it was stands now. */
  readonly place: Rewritten['place'];
  /** Whether words in it were blacked out. */
  readonly isBlacked: boolean;
}

/** The texts of the documents that go, by the id of the text they were. */
export async function redactTexts(
  contents: BundleContents,
  kept: Kept,
  hide: Words,
  finder: Pick<NameFinder, 'find'>,
  tools: Pick<BundleTools, 'encode' | 'sha256'>,
): Promise<Map<string, RedactedText>> {
  const documentsOf = new Map<string, string[]>();
  for (const { id, versions } of kept.documents.values())
    for (const { textId } of versions) add(documentsOf, textId, id);
  const dark = new Map<string, { start: number; end: number }[]>();
  for (const { textId, start, end } of kept.passages) add(dark, textId, { start, end });
  const hideIn = hidersOfDocuments(kept);
  const texts = new Map<string, RedactedText>();
  for (const { id, text } of contents.texts) {
    const documents = documentsOf.get(id);
    if (!documents) continue;
    // The same words may stand in another version of the document, which has no excerpt of them.
    const alike = documents.reduce((made, documentId) => hideIn(documentId)(made), text);
    const blacked = blackout(hide(alike), dark.get(id) ?? []);
    const names = finder.find(blacked).map(({ start, end, pseudonym }) => ({ start, end, words: pseudonym.pseudonym }));
    const made = rewrite(blacked, names);
    const newId = made.text === text ? id : await tools.sha256(tools.encode(made.text));
    texts.set(id, { id: newId, text: made.text, place: made.place, isBlacked: blacked !== text });
  }
  return texts;
}

function add<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Where an excerpt stands now, with the words that stand there and around it. */
export function anchorIn({ id, text, place }: RedactedText, was: Pick<Anchor, 'start' | 'end'>): Anchor {
  const { start, end: whole } = place(was.start, was.end);
  let end = Math.min(whole, start + LONGEST_QUOTE);
  if (end < whole && /^[\uDC00-\uDFFF]/.test(text[end]!)) end -= 1;
  return {
    textId: id,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start).replace(/^[\uDC00-\uDFFF]/, ''),
    suffix: text.slice(end, end + CONTEXT_LENGTH).replace(/[\uD800-\uDBFF]$/, ''),
  };
}

/**
 * The figures of an excerpt: none where words of it were blacked out, since a figure says again what stood there.
 * @param quote its words as they go
 */
export function figuresIn(excerpt: Excerpt, quote: string, hide: Words): Excerpt['figures'] {
  if (quote.includes(BLACK) && !excerpt.quote.includes(BLACK)) return [];
  return excerpt.figures.map((figure) => ({
    ...figure,
    unit: hide(figure.unit),
    counted: hide(figure.counted),
    hedge: hide(figure.hedge),
  }));
}
