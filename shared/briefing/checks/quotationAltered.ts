/** A quotation that is not, letter for letter, what the excerpt says; or whose excerpt may not be what the page says. */
import { ocrOf } from '../../extract/ocr/madeBy';
import { withoutMarkers } from '../../text/markers';
import { isFaithful } from '../quotation';
import { atSpan } from './context';
import type { CheckContext, Rule } from './context';
import type { Cited } from './evidence';
import type { Draft } from './finding';
import { inQuotes } from './finding';
import { quotedSpans } from './quoted';
import type { NoteBlock } from './text';

export const quotationAltered: Rule = {
  title: 'Quotations are letter for letter',
  standard: 'ICD 206',
  *find(context) {
    for (const block of context.note.blocks) {
      if (block.isAtom) yield* ofQuotation(context, block);
      else if (block.kind !== 'heading') yield* ofQuotedWords(context, block);
    }
  },
};

function* ofQuotation(context: CheckContext, block: NoteBlock): Generator<Draft> {
  const { excerptId } = block.citations[0]!;
  const cited = context.cited(excerptId);
  const range = { from: block.at, to: block.at + 1 };
  if (!cited) {
    yield atSpan(block, null, 0, block.text.length, {
      severity: 'error',
      about: excerptId,
      sentence: 'The excerpt quoted here was deleted: nothing shows any more that these words were said.',
      fix: { kind: 'remove', label: 'Remove the quotation', ...range },
    });
    return;
  }
  // What the editor's own field lets through is right by the same rule.
  const strange = isFaithful(block.text, cited.excerpt.quote) ? null : firstStrange(block.text, cited.excerpt.quote);
  if (strange === null) {
    if (isRecognised(cited)) {
      yield atSpan(block, null, 0, block.text.length, { ...UNCHECKED, about: `${excerptId}\n${block.text}` });
    }
    return;
  }
  yield atSpan(block, null, 0, block.text.length, {
    severity: 'error',
    about: `${excerptId}\n${block.text}`,
    sentence: `The quotation differs from its excerpt at ${inQuotes(strange)}; words left out are shown by “…”, words put in by square brackets.`,
    fix: { kind: 'recite', label: 'Quote the excerpt as it is', from: block.at, excerptId },
  });
}

const UNCHECKED = {
  severity: 'advice',
  sentence:
    'These words were recognised in the picture of a page (OCR) and may differ from it: compare them with the page before they are quoted.',
} as const;

/** Whether the text an excerpt stands in was recognised in pictures, all or in part. */
const isRecognised = ({ excerpt, document }: Cited): boolean =>
  document.versions.some(({ textId, extractor }) => textId === excerpt.textId && ocrOf(extractor) !== null);

/** Fewer words are a turn of phrase; so many can only be a quotation. */
const FEWEST_WORDS = 3;
const QUOTED_FOR_SURE = 5;

/** Words in quotation marks are quoted from the citation right behind them, or, if they are many, from one of the sentence. */
function* ofQuotedWords(context: CheckContext, block: NoteBlock): Generator<Draft> {
  for (const span of quotedSpans(block.text)) {
    const sentence = block.sentences.find((one) => one.start <= span.start && span.start < one.end) ?? null;
    const behind = block.citations.filter(
      (one) => /^[.,;]?\s?\uFFFC*$/u.test(block.text.slice(span.end, one.offset)) && one.offset >= span.end,
    );
    const words = block.text.slice(span.start + 1, span.end - 1);
    const count = words.trim().split(/\s+/u).length;
    const citations = behind.length === 0 && count >= QUOTED_FOR_SURE ? (sentence?.citations ?? []) : behind;
    if (citations.length === 0 || count < FEWEST_WORDS) continue;
    const cited = citations.map((one) => context.cited(one.excerptId)).filter((one) => one !== null);
    // A quotation in another language than its excerpt is a translation.
    if (cited.length === 0 || cited.some((one) => language(one.document.language) !== language(context.language)))
      continue;
    const stopped = words.replace(/[.,;]$/u, '');
    const said = cited.find((one) => firstStrange(stopped, one.excerpt.quote) === null);
    if (said) {
      if (isRecognised(said)) yield atSpan(block, sentence, span.start, span.end, UNCHECKED);
      continue;
    }
    yield atSpan(block, sentence, span.start, span.end, {
      severity: 'warning',
      sentence: `The excerpt cited for these words does not say them: ${inQuotes(cited[0]!.excerpt.quote)}.`,
    });
  }
}

const language = (tag: string): string => (tag === '' ? 'en' : tag.split('-')[0]!.toLowerCase());

/** Quotation marks, apostrophes and white space are set by typographers, not by who said the words. */
const set = (words: string): string =>
  words
    .replace(/[‘’‚′ʼ]/gu, "'")
    .replace(/[“”„«»″]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();

const EDITED = /\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.|\[[^\]]*\])\s*/u;

/**
 * The first piece of a quotation that the excerpt does not have where it should; null where all are there, in order.
 * Pieces end at an editor's omission (“…”, “[…]”) or insertion (“[the ship]”).
 */
function firstStrange(quotation: string, quote: string): string | null {
  const wholes = [set(quote), set(withoutMarkers(quote))];
  const said = set(quotation);
  if (wholes.some((whole) => whole.includes(said))) return null;
  const pieces = said.split(EDITED).filter((piece) => piece !== '');
  let best: string | null = null;
  for (const whole of wholes) {
    let from = 0;
    const strange = pieces.find((piece) => {
      // At an insertion the next word may have lost its capital: "[the] Ship" is the writer's to show, not ours.
      const at = whole.indexOf(piece, from);
      if (at < 0) return true;
      from = at + piece.length;
      return false;
    });
    if (strange === undefined) return null;
    best ??= differenceOf(strange, whole);
  }
  return best;
}

/** The words of a piece from where it leaves the excerpt. */
function differenceOf(piece: string, whole: string): string {
  const words = piece.split(' ');
  let same = 0;
  while (same < words.length && whole.includes(words.slice(0, same + 1).join(' '))) same += 1;
  return words.slice(Math.max(0, same - 1), same + 4).join(' ');
}
