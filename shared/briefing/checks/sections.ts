/** What the parts of a note are for, told by their headings; and the key judgements among them. */
import type { NoteBlock } from './text';
import { confidenceIn, likelihoodIn } from './likelihood';

const PARTS = {
  judgements: /\bkey\s+(?:judge?ments?|findings|assessments)\b|^judge?ments?$/iu,
  bottomLine: /\bbottom\s+line\b|^bluf\b/iu,
  outlook: /\boutlook\b|\bindicators?\b|\bsignposts?\b|\bwhat\s+(?:comes\s+next|to\s+watch)\b/iu,
  facts: /\bbackground\b|\bsituation\b|\bactivit(?:y|ies)\b|\bevents?\b|\bhighlights\b|\bkey\s+figures\b/iu,
  alternatives: /\balternative|\bhypothes[ie]s\b|\bscenarios?\b|\bcompeting\b/iu,
  assumptions: /\bassum/iu,
  gaps: /\bgaps?\b|\bcollection\b|\bunknowns?\b|\bnext\s+steps\b|\bcontacts?\b/iu,
  sources: /\bsourc(?:e|es|ing)\b|\bevidence\s+base\b|\breferences\b/iu,
} as const;
export type Part = keyof typeof PARTS;

/** True where the block stands in such a part, or opens with its name in bold. */
export const isIn = (block: NoteBlock, part: Part): boolean =>
  block.sections.some((words) => PARTS[part].test(words)) || (block.lead !== '' && PARTS[part].test(block.lead));

/** True where the block is a heading of such a part. */
export const isHeadingOf = (block: NoteBlock, part: Part): boolean =>
  block.kind === 'heading' && PARTS[part].test(block.text);

/** Blocks with words of the analyst's own that run as sentences. */
export const isProse = (block: NoteBlock): boolean =>
  block.kind !== 'heading' && block.kind !== 'quotation' && !block.isHeaderCell && block.text.trim() !== '';

export interface KeyJudgement {
  /** All that stands and falls with it, in order. */
  readonly blocks: readonly NoteBlock[];
  readonly judgementId: string | null;
  readonly words: string;
}

/**
 * The key judgements of a note: its judgement nodes, and under “Key judgements” the items of its lists or, where it has
 * none, its paragraphs. Empty ones, which a template leaves, are none.
 */
export function keyJudgements(blocks: readonly NoteBlock[]): KeyJudgement[] {
  const units = new Map<number, NoteBlock[]>();
  const listed = blocks.filter((block) => isIn(block, 'judgements') && isProse(block));
  const hasItems = listed.some((block) => block.kind === 'list item' || block.kind === 'judgement');
  const inItems = new Set(
    listed
      .filter((block) => (hasItems ? block.kind === 'list item' : block.kind === 'paragraph'))
      .map((block) => block.unit),
  );
  for (const block of blocks) {
    if (block.kind !== 'judgement' && block.judgementId === null && !inItems.has(block.unit)) continue;
    const unit = units.get(block.unit);
    if (unit) unit.push(block);
    else units.set(block.unit, [block]);
  }
  return [...units.values()]
    .map((unit) => ({
      blocks: unit,
      judgementId: unit[0]!.judgementId,
      words: unit.find((block) => block.sentences.length > 0)?.sentences[0]!.words ?? '',
    }))
    .filter((one) => one.words !== '');
}

/** True where the words of a judgement state a degree of likelihood, or carry the mark of a term. */
export const statesLikelihood = (block: NoteBlock): boolean =>
  block.marks.some((mark) => mark.type === 'term') ||
  block.sentences.some((sentence) => likelihoodIn(block, sentence).length > 0);

/** True where the block states a level of confidence. */
export const statesConfidence = (block: NoteBlock): boolean =>
  block.sentences.some((sentence) => confidenceIn(block, sentence).length > 0);
