/** Words of likelihood and levels of confidence in a sentence, as ICD 203 §D.6.e and the PHIA Yardstick have them. */
import { SCALE_IDS, SCALES } from '../../model/estimative';
import type { Confidence, LikelihoodTerm, ScaleId } from '../../model/estimative';
import type { TextSpan } from './quoted';
import type { NoteBlock, Sentence } from './text';

export interface LikelihoodWords extends TextSpan {
  readonly words: string;
  /** The terms it is, one a scale at most; none for words of no scale ("may", "possible"). */
  readonly terms: Readonly<Partial<Record<ScaleId, LikelihoodTerm>>>;
  /** "More likely than": an order, not a degree. */
  readonly compares: boolean;
}

const TERMS = new Map<string, Partial<Record<ScaleId, LikelihoodTerm>>>();
for (const scale of SCALE_IDS) {
  for (const term of SCALES[scale].terms) {
    for (const words of [term.words, ...term.also]) TERMS.set(words, { ...TERMS.get(words), [scale]: term });
  }
}

const LONGEST_FIRST = [...TERMS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((words) => words.replaceAll(' ', String.raw`\s+`));
const TERM = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${LONGEST_FIRST.join('|')})(?![\p{L}\p{N}-])`, 'giu');
const VAGUE =
  /(?<![\p{L}\p{N}-])(?:could|may|might|possible|possibly|perhaps|maybe|conceivably|conceivable|chances\s+are|(?<=\b(?:is|are|was|were|seems?)\s)bound\s+to(?!\s+(?:the|an?|its|their|his|her|our)\b)|cannot\s+be\s+(?:ruled\s+out|excluded|discounted)|(?:good|fair|slim|real|serious|strong|distinct|small)\s+(?:chance|possibility|prospect))(?![\p{L}\p{N}-])/giu;

/** A remote village is no likelihood; a remote prospect is. */
const REMOTE_AFTER = /^\s+(?:chance|possibility|prospect|likelihood)|^\s*(?:[.,;:)]|$|that\b)/iu;
const REMOTE_BEFORE =
  /\b(?:is|are|was|were|be|remains?|seems?|looks?|as|considered|judged|assessed)\s+(?:very\s+|quite\s+)?$/iu;
const COMPARES = /\b(?:more|most|less|least|equally|as|how|so|too|just as)\s+$/iu;
const NO_TERM_AFTER = /^\s+cause\b/iu;

// Six rules ask the same of every sentence.
const asked = new WeakMap<TextSpan, readonly LikelihoodWords[]>();

/** The degrees of likelihood in the analyst's own words, in order, longest terms first where they overlap. */
export function likelihoodIn(block: NoteBlock, sentence: TextSpan): readonly LikelihoodWords[] {
  let found = asked.get(sentence);
  if (!found) asked.set(sentence, (found = findLikelihood(block, sentence)));
  return found;
}

function findLikelihood(block: NoteBlock, sentence: TextSpan): LikelihoodWords[] {
  const found: LikelihoodWords[] = [];
  for (const match of block.own.slice(sentence.start, sentence.end).matchAll(TERM)) {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const before = block.own.slice(sentence.start, start);
    const after = block.own.slice(end, sentence.end);
    const words = match[0].replace(/\s+/gu, ' ').toLowerCase();
    if (words === 'remote' && !REMOTE_AFTER.test(after) && !REMOTE_BEFORE.test(before)) continue;
    if (NO_TERM_AFTER.test(after)) continue;
    found.push({ start, end, words, terms: TERMS.get(words) ?? {}, compares: COMPARES.test(before) });
  }
  return found;
}

/** Words that sound like a degree of likelihood and are on no scale. "May" with a capital is the month. */
export function vagueIn(block: NoteBlock, sentence: TextSpan): LikelihoodWords[] {
  const found: LikelihoodWords[] = [];
  for (const match of block.own.slice(sentence.start, sentence.end).matchAll(VAGUE)) {
    if (match[0] === 'May') continue;
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const before = block.own.slice(sentence.start, start);
    const after = block.own.slice(end, sentence.end);
    if (saysOtherwise(match[0].toLowerCase(), before, after)) continue;
    found.push({ start, end, words: match[0].toLowerCase(), terms: {}, compares: false });
  }
  return found;
}

/** Uses of these words that are about ability, permission or strength. */
function saysOtherwise(word: string, before: string, after: string): boolean {
  switch (word) {
    case 'could':
      return (
        /^\s*(?:not|n['’]t|neither|hardly|only)\b/iu.test(after) ||
        /\b(?:that|which|who|what|where|how|nobody|none|neither|whoever|so that|if|until)\s+$/iu.test(before) ||
        /\bso(?:\s+that)?\s[^,;]*$/iu.test(before)
      );
    case 'might':
      return (
        /^\s*(?:as\s+well\b|of\b|[.,;:)]|$|and\b)/iu.test(after) ||
        /\b(?:military|naval|industrial|economic|air|full|its|their|the|great|sheer)\s+$/iu.test(before)
      );
    case 'may':
      return /^\s+(?:(?:\p{L}+\s+)?only\b|not\s[^.;]*\bwithout\b)|^\s+(?:not\s+)?be\s+(?:shared|disclosed|copied|distributed|forwarded|released|quoted)\b/iu.test(
        after,
      );
    case 'possible':
      return (
        /\b(?:not|as|if|where|wherever|when|whenever|made|make|makes|making|all|every|any|best)\s+(?:it\s+)?$/iu.test(
          before,
        ) ||
        /\bas\s+[\p{L}\s]{1,30}\sas\s+$/iu.test(before) ||
        /^\s+to\b/iu.test(after)
      );
    default:
      return false;
  }
}

export interface ConfidenceWords extends TextSpan {
  readonly words: string;
  readonly level: Confidence;
}

const LEVEL = '(?<level>low|moderate|high)';
const CONFIDENCE = new RegExp(
  [
    String.raw`\b${LEVEL}(?:\s*-?\s*to\s*-?\s*(?:moderate|high))?\s+(?:analytic(?:al)?\s+)?confidence\b`,
    String.raw`\bconfidence(?:\s+(?:level|in\s+(?:this|these|the|that|our|it|them)(?:\s+[\p{L}-]+){0,4}|that\s+[^.;]{1,80}?))?\s*(?:is|are|remains|:|–|=)\s*(?:still\s+|only\s+|therefore\s+)?${LEVEL.replace('level', 'level2')}\b`,
    String.raw`\b${LEVEL.replace('level', 'level3')}ly\s+confident\b`,
  ].join('|'),
  'giu',
);
/** Moods of publics and markets are no analytic confidence. */
const OTHER_CONFIDENCE = /\b(?:public|consumer|business|investor|voter|market|popular|donor)\s+$/iu;

/** Statements of a level of analytic confidence in the analyst's own words. */
export function confidenceIn(block: NoteBlock, sentence: TextSpan): ConfidenceWords[] {
  const found: ConfidenceWords[] = [];
  for (const match of block.own.slice(sentence.start, sentence.end).matchAll(CONFIDENCE)) {
    const start = sentence.start + match.index;
    const before = block.own.slice(sentence.start, start);
    if (OTHER_CONFIDENCE.test(before) || /\b(?:consumer|business|investor|public|market)\s+confidence/iu.test(match[0]))
      continue;
    const { level, level2, level3 } = match.groups!;
    const said = (level ?? level2 ?? level3)!.toLowerCase() as Confidence;
    found.push({ start, end: start + match[0].length, words: match[0].replace(/\s+/gu, ' '), level: said });
  }
  const marked = block.marks.filter((mark) => mark.type === 'confidence' && overlaps(mark, sentence));
  for (const mark of marked) {
    if (found.some((one) => overlaps(one, mark))) continue;
    const level = mark.attrs['level'] as Confidence;
    found.push({ start: mark.start, end: mark.end, words: block.text.slice(mark.start, mark.end), level });
  }
  return found;
}

export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** Words that report what somebody else said: what follows is theirs. */
const REPORTS =
  /\b(?:said|says|say|told|tells|warned|warns|claimed|claims|argued|argues|stated|states|reported|reports|wrote|writes|announced|denied|denies|believes?|suggested|suggests|according to|speaks of|spoke of)\b/iu;

/** True where the words before a place in a sentence hand it to somebody else ("the minister said it may …"). */
export function isReported(block: NoteBlock, sentence: Sentence, at: number): boolean {
  const before = block.own.slice(sentence.start, at);
  const match = REPORTS.exec(before);
  if (match) return !/\bwe\s+$/iu.test(before.slice(0, match.index));
  const behind = /,\s*(?:(?:he|she|they|it)\s+(?:said|says|added|adds|told|argued|argues)|according to)\b/iu;
  return behind.test(block.own.slice(at, sentence.end));
}
