/** A judgement or a statement of fact that no citation carries. */
import { daysIn } from '../../text/dates';
import { quantitiesIn } from '../../text/quantities';
import { atJudgement, atSentence, citationsOf } from './context';
import type { CheckContext, Rule } from './context';
import type { Draft } from './finding';
import { confidenceIn, likelihoodIn } from './likelihood';
import { indexNames, NAMED_KINDS, namesIn } from './names';
import type { NameIndex } from './names';
import { isIn, isProse } from './sections';
import type { NoteBlock, Sentence } from './text';

export const uncited: Rule = {
  title: 'Judgements and facts carry citations',
  standard: 'ICD 206',
  *find(context) {
    const judged = new Set(context.keyJudgements.flatMap((one) => one.blocks));
    for (const judgement of context.keyJudgements) {
      if (citationsOf(judgement.blocks).length > 0 || isFollowedByQuotation(context, judgement.blocks.at(-1)!))
        continue;
      yield atJudgement(judgement, {
        severity: 'warning',
        about: judgement.words,
        sentence: 'This key judgement cites nothing: a reader cannot see what it rests on.',
      });
    }
    if (!context.isEnglish) return;
    // Only a note with bare sentences needs the names, and a case may have very many.
    let names: NameIndex | null = null;
    const named = (): NameIndex => (names ??= indexNames(context.tags.values(), (tag) => NAMED_KINDS.has(tag.kind)));
    for (const block of context.note.blocks) {
      if (!isProse(block) || block.kind === 'footnote' || block.kind === 'caption') continue;
      const unit = context.units.get(block.unit)!;
      if (judged.has(block) ? citationsOf(unit).length === 0 : isCarriedWhole(block, unit)) continue;
      yield* unsupported(context, block, judged.has(block), named);
    }
  },
};

/** A row of a table and words with a cited footnote are carried by any citation in them. */
const isCarriedWhole = (block: NoteBlock, unit: readonly NoteBlock[]): boolean =>
  unit.some((one) => (block.kind === 'table cell' || one.kind === 'footnote') && one.citations.length > 0);

function* unsupported(
  context: CheckContext,
  block: NoteBlock,
  isJudgement: boolean,
  names: () => NameIndex,
): Generator<Draft> {
  const { sentences } = block;
  for (const [i, sentence] of sentences.entries()) {
    const near = [sentences[i - 1], sentence, sentences[i + 1]];
    if (near.some((one) => one && one.citations.length > 0)) continue;
    if (i === sentences.length - 1 && isFollowedByQuotation(context, block)) continue;
    const why = reasonOf(context, block, sentence, isJudgement, names);
    if (!why || isExempt(block, sentence)) continue;
    yield atSentence(block, sentence, {
      severity: why === 'name' ? 'advice' : 'warning',
      sentence: `${SAYS[why]}, and neither this sentence nor one beside it cites anything.`,
    });
  }
}

type Why = 'figure' | 'date' | 'report' | 'likelihood' | 'name';
const SAYS: Readonly<Record<Why, string>> = {
  figure: 'A figure is given',
  date: 'A date is given',
  report: 'Somebody’s words are reported',
  likelihood: 'A degree of likelihood is stated',
  name: 'Something is stated of a name of this case',
};

const REPORTS =
  /\b(?:said|says|told|announced|claimed|claims|denied|denies|confirmed|reported|declared|acknowledged|stated|admitted|according to|estimates|estimated)\b/iu;

function reasonOf(
  context: CheckContext,
  block: NoteBlock,
  sentence: Sentence,
  isJudgement: boolean,
  names: () => NameIndex,
): Why | null {
  const own = block.own.slice(sentence.start, sentence.end);
  const figures = quantitiesIn(own).filter(
    (one) => !(one.spelled && one.high <= 12) && !UNCHECKED.has(one.unit) && !isForecast(own, one.start),
  );
  const isSummary = isIn(block, 'bottomLine');
  if (figures.length > 0 && !(isSummary && figures.every((one) => isCitedElsewhere(context, block, one.low, one.high))))
    return 'figure';
  if (daysIn(own).some((day) => day.day !== null) && !isSummary) return 'date';
  if (
    REPORTS.test(own) &&
    !/\b(?:we|unconfirmed|not|nobody|nothing|none|no)\b[^.]{0,20}(?:confirmed|reported|estimated?|stated|acknowledged)/iu.test(
      own,
    )
  )
    return 'report';
  if (isJudgement || isSummary || LOOSE.some((part) => isIn(block, part))) return null;
  if (likelihoodIn(block, sentence).length > 0) return 'likelihood';
  return isFact(block) && namesIn(own, names(), true).length > 0 ? 'name' : null;
}

/** Spans that belong to rules, ways and ages oftener than to facts of a case. */
const UNCHECKED: ReadonlySet<string> = new Set(['minute', 'hour', 'year']);

/** Parts where the analyst looks ahead, sums up or asks: only figures, days and other people's words need support. */
const LOOSE = ['outlook', 'gaps', 'alternatives', 'assumptions', 'sources'] as const;

/** A name alone makes a fact only where the note sets out facts: an argument may go on from what was cited before. */
const isFact = (block: NoteBlock): boolean => isIn(block, 'facts');

const isForecast = (own: string, at: number): boolean =>
  /\b(?:next|coming|within(?: the next)?|following|another)\s+$/iu.test(own.slice(0, at));

/** True where the sentence sets out no fact of its own: a confidence, a condition, an assumption, a plan of the authors. */
function isExempt(block: NoteBlock, sentence: Sentence): boolean {
  const own = block.own.slice(sentence.start, sentence.end).trim();
  if (confidenceIn(block, sentence).length > 0) return true;
  return (
    /^(?:if|should|were|unless|whether|suppose)\b/iu.test(own) ||
    /\bassum/iu.test(own) ||
    /\bwe\s+(?:would|will|shall|cannot|could not|do not know|have no|prefer|need|recommend|lack|found no)\b/iu.test(
      own,
    ) ||
    /\b(?:this|the present)\s+(?:brief|note|paper|report|summary|product|assessment)\b/iu.test(own) ||
    /\b(?:is|are|remains?)\s+(?:not\s+(?:yet\s+)?known|unknown|unclear|open)\b/iu.test(own) ||
    own.endsWith('?')
  );
}

/** True where a figure stands in a sentence with a citation of another unit: a bottom line repeats what follows. */
function isCitedElsewhere(context: CheckContext, here: NoteBlock, low: number, high: number): boolean {
  return context.note.blocks.some(
    (block) =>
      block.unit !== here.unit &&
      citationsOf(context.units.get(block.unit)!).length > 0 &&
      quantitiesIn(block.own).some((one) => one.low === low && one.high === high),
  );
}

function isFollowedByQuotation(context: CheckContext, block: NoteBlock): boolean {
  const { blocks } = context.note;
  const next = blocks[blocks.lastIndexOf(block) + 1];
  return next?.kind === 'quotation' && next.citations.length > 0;
}
