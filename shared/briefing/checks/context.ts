/** What every rule gets: the note as text, its key judgements, and its evidence looked up once. */
import type { BodyNode, Briefing } from '../../model/briefing';
import type { ScaleId } from '../../model/estimative';
import type { Hypothesis } from '../../model/hypothesis';
import type { LinkFields } from '../../model/link';
import type { Marking } from '../../model/marking';
import type { Tag } from '../../model/tag';
import type { EvidenceLookup } from '../references';
import { citedOf } from './evidence';
import type { Cited } from './evidence';
import type { Draft } from './finding';
import { shortWords } from './finding';
import { keyJudgements } from './sections';
import type { KeyJudgement } from './sections';
import { rangeOf, readNote } from './text';
import type { Citation, Note, NoteBlock, Sentence } from './text';

/** What a judgement's record says beside the words in the note. */
export interface CheckedJudgement {
  readonly id: string;
  readonly likelihood: string | null;
  readonly confidence: string | null;
  readonly confidenceReason: string;
  readonly assumptions: string;
}

export interface CheckInput {
  readonly briefing: Pick<Briefing, 'title' | 'marking' | 'issued' | 'cutoff'> & {
    readonly body: BodyNode;
    /** A label below what is cited that somebody gave a reason for, and the excerpts it covers. */
    readonly lowered?: { readonly marking: Marking; readonly passages: readonly string[] } | null;
  };
  /** BCP 47 tag of the note. The rules that read words know English only and are quiet for other languages. */
  readonly language: string;
  readonly scale: ScaleId;
  /** Evidence older than this is out of date; 0: none is. */
  readonly horizonDays: number;
  readonly lookup: EvidenceLookup;
  /** The links of the cited excerpts. */
  readonly links: readonly LinkFields[];
  readonly tags: ReadonlyMap<string, Tag>;
  readonly hypotheses: readonly Hypothesis[];
  readonly judgements: readonly CheckedJudgement[];
  /** Findings somebody accepted: they are left out. */
  readonly acceptedIds?: ReadonlySet<string>;
}

export interface CheckContext extends CheckInput {
  readonly note: Note;
  readonly isEnglish: boolean;
  readonly keyJudgements: readonly KeyJudgement[];
  /** Ids in the order of their first citation. */
  readonly citedIds: readonly string[];
  /** The excerpt with what is known of it; null where it is gone. */
  readonly cited: (id: string) => Cited | null;
  /** Blocks by what stands and falls together. */
  readonly units: ReadonlyMap<number, readonly NoteBlock[]>;
}

export interface Rule {
  readonly title: string;
  readonly standard: string;
  readonly find: (context: CheckContext) => Iterable<Draft>;
}

/** Reads the note and its evidence once for all rules. */
export function contextOf(input: CheckInput): CheckContext {
  const note = readNote(input.briefing.body, input.language);
  const known = new Map<string, Cited | null>();
  const units = new Map<number, NoteBlock[]>();
  const citedIds = new Set<string>();
  for (const block of note.blocks) {
    for (const { excerptId } of block.citations) citedIds.add(excerptId);
    const unit = units.get(block.unit);
    if (unit) unit.push(block);
    else units.set(block.unit, [block]);
  }
  return {
    ...input,
    note,
    isEnglish: input.language === '' || /^en(?:-|$)/iu.test(input.language),
    keyJudgements: keyJudgements(note.blocks),
    citedIds: [...citedIds],
    cited: (id) => {
      let cited = known.get(id);
      if (cited === undefined) known.set(id, (cited = citedOf(id, input.lookup)));
      return cited;
    },
    units,
  };
}

/** What the citations point at, each excerpt once; those that are gone are left out. */
export const evidenceOf = (context: CheckContext, citations: Iterable<Citation>): Cited[] =>
  [...new Set([...citations].map((one) => one.excerptId))]
    .map((id) => context.cited(id))
    .filter((cited) => cited !== null);

/** All citations of some blocks. */
export const citationsOf = (blocks: readonly NoteBlock[]): Citation[] => blocks.flatMap((block) => block.citations);

type Said = Pick<Draft, 'severity' | 'sentence'> & Partial<Pick<Draft, 'fix' | 'about'>>;

/** A finding about a span of a block. */
export const atSpan = (block: NoteBlock, sentence: Sentence | null, start: number, end: number, said: Said): Draft => ({
  at: rangeOf(block, start, end),
  words: shortWords(block.text.slice(start, end)),
  about: sentence ? `${sentence.words}\n${block.text.slice(start, end)}` : block.text,
  ...said,
});

/** A finding about a whole sentence. */
export const atSentence = (block: NoteBlock, sentence: Sentence, said: Said): Draft =>
  atSpan(block, sentence, sentence.start, sentence.end, { about: sentence.words, ...said });

/** A finding about a key judgement: its first sentence is marked. */
export function atJudgement(judgement: KeyJudgement, said: Said): Draft {
  const block = judgement.blocks.find((one) => one.sentences.length > 0)!;
  return atSentence(block, block.sentences[0]!, said);
}

/** A finding about a citation: its number is marked. */
export const atCitation = (block: NoteBlock, citation: Citation, said: Said): Draft => {
  const sentence = block.sentences.find((one) => one.citations.includes(citation));
  return {
    at: { from: citation.pos, to: citation.pos + 1 },
    words: shortWords(sentence?.words ?? block.text),
    about: `${sentence?.words ?? block.text}\n${citation.excerptId}`,
    ...said,
  };
};

/** A finding about the note as a whole. */
export const ofNote = (words: string, said: Said): Draft => ({
  at: null,
  words: shortWords(words),
  about: words,
  ...said,
});

/** Every sentence of the analyst's own prose with its block. */
export function* sentencesOf(
  context: CheckContext,
  wanted: (block: NoteBlock) => boolean,
): Generator<[NoteBlock, Sentence]> {
  for (const block of context.note.blocks)
    if (wanted(block)) for (const sentence of block.sentences) yield [block, sentence];
}

/** Names quoted in a finding, at most three. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, 3).join(', ');
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
