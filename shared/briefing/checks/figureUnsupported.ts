/** A figure that no excerpt cited beside it gives; or gives softened, where the note states it flatly. */
import { quantitiesIn } from '../../text/quantities';
import type { Quantity } from '../../text/quantities';
import { atSpan, citationsOf, evidenceOf } from './context';
import type { CheckContext, Rule } from './context';
import { comparable, kindCounted, shareCounted } from './counted';
import type { Cited } from './evidence';
import type { Draft } from './finding';
import { backing, figuresOf, isDerived, isSmallCount, supports } from './figures';
import { isProse } from './sections';
import { rangeOf } from './text';
import type { NoteBlock, Sentence } from './text';

export const figureUnsupported: Rule = {
  title: 'Figures are those of the evidence cited',
  standard: 'ICD 206',
  *find(context) {
    const backed: Quantity[] = [];
    const doubtful: { figure: Quantity; draft: Draft }[] = [];
    for (const blocks of context.units.values()) {
      const evidence = evidenceOf(context, citationsOf(blocks));
      if (evidence.length === 0) continue;
      const given = evidence.flatMap((one) => quantitiesIn(one.excerpt.quote, one.document.language || 'en'));
      for (const block of blocks) {
        if (!isProse(block)) continue;
        for (const sentence of block.sentences) {
          const figures = figuresOf(context, block, sentence);
          for (const figure of figures) {
            const support = backing(given, figure);
            if (support.length > 0) {
              backed.push(figure);
              const advice = softened(context, block, sentence, figure, support);
              if (advice) yield advice;
            } else if (!isSmallCount(figure, given) && !isDerived(figure, figures) && !mayBeInWords(evidence, given)) {
              doubtful.push({ figure, draft: unsupported(block, sentence, figure, given) });
            }
          }
        }
      }
    }
    // A figure that stands elsewhere in the note with its evidence may be taken up again.
    for (const { figure, draft } of doubtful) {
      if (backing(backed, figure).length === 0) yield draft;
    }
  },
};

/** True where an excerpt in another language gives no figure in digits: its words for numbers are not read here. */
const mayBeInWords = (evidence: readonly Cited[], given: readonly Quantity[]): boolean =>
  given.length === 0 &&
  evidence.some(
    (one) => one.document.language !== '' && !one.document.language.startsWith('en') && !/\d/u.test(one.excerpt.quote),
  );

function unsupported(block: NoteBlock, sentence: Sentence, figure: Quantity, given: readonly Quantity[]): Draft {
  const words = block.text.slice(figure.start, figure.end);
  const sameValue = given.find((one) => supports(one, figure));
  const rival = given.find((one) => comparable(one, figure) && shareCounted(one, figure));
  const sentenceWords = sameValue
    ? `The evidence cited gives ${words} of something else (${sameValue.counted || sameValue.unit}).`
    : rival
      ? `The evidence cited says ${valueWords(rival)}, not ${words}.`
      : `None of the excerpts cited here gives the figure ${words}.`;
  return atSpan(block, sentence, figure.start, figure.end, { severity: 'warning', sentence: sentenceWords });
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

function valueWords({ low, high, unit, hedge }: Quantity): string {
  const value = low === high ? number.format(low) : `${number.format(low)} to ${number.format(high)}`;
  return [hedge && HEDGE_WORDS[hedge], value, unit].filter(Boolean).join(' ');
}

const HEDGE_WORDS = { about: 'about', least: 'at least', most: 'up to', said: 'reportedly' } as const;

/** Words anywhere in the sentence that soften what it says. */
const SOFT =
  /\b(?:estimat|reported|reportedly|alleged|said|says|claim|according|about|around|roughly|approximately|some|nearly|almost|up to|at least|at most|more than|fewer than|less than|under|over|speaks?|believe|put[s]?\b|no fewer|no more|room for)/iu;

function softened(
  context: CheckContext,
  block: NoteBlock,
  sentence: Sentence,
  figure: Quantity,
  support: readonly Quantity[],
): Draft | null {
  const { hedge } = support[0]!;
  if (!context.isEnglish || figure.hedge !== null || hedge === null || support.some((one) => one.hedge === null))
    return null;
  // A range is hedge enough; so is a kind of thing the source softens only for another.
  if (figure.low !== figure.high || support.every((one) => one.low !== one.high)) return null;
  if (SOFT.test(block.own.slice(sentence.start, sentence.end))) return null;
  if (
    support.some(
      (one) => kindCounted(one) !== null && kindCounted(figure) !== null && kindCounted(one) !== kindCounted(figure),
    )
  )
    return null;
  const words = block.text.slice(figure.start, figure.end);
  const opens = figure.start === sentence.start;
  const better = opens
    ? `${HEDGE_WORDS[hedge][0]!.toUpperCase()}${HEDGE_WORDS[hedge].slice(1)} ${words.toLowerCase()}`
    : `${HEDGE_WORDS[hedge]} ${words}`;
  return atSpan(block, sentence, figure.start, figure.end, {
    severity: 'advice',
    sentence: `The source says ${HEDGE_WORDS[hedge]} ${words.toLowerCase()}; the note states it flatly.`,
    fix: {
      kind: 'replace',
      label: `Say “${better}”`,
      ...rangeOf(block, figure.start, figure.end),
      text: better,
    },
  });
}
