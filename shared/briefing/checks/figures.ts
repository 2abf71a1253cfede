/** The figures a note gives, and whether others bear them out. */
import { quantitiesIn } from '../../text/quantities';
import type { Quantity } from '../../text/quantities';
import { TIME_UNITS } from '../../text/units';
import type { CheckContext } from './context';
import { comparable, shareCounted } from './counted';
import { likelihoodIn, overlaps } from './likelihood';
import { chancesIn, percentBeside } from './percents';
import type { NoteBlock, Sentence } from './text';

/** The figures of a sentence that a source has to give: no probabilities, no spans of time to come, nothing already named. */
export function figuresOf(context: CheckContext, block: NoteBlock, sentence: Sentence): Quantity[] {
  const own = block.own.slice(0, sentence.end);
  const beside = likelihoodIn(block, sentence).map((hit) => percentBeside(block.own, sentence, hit));
  const percents = [...beside.filter((one) => one !== null), ...chancesIn(block.own, sentence)];
  return quantitiesIn(block.own.slice(sentence.start, sentence.end), context.language || 'en')
    .map((one) => ({ ...one, start: one.start + sentence.start, end: one.end + sentence.start }))
    .filter((one) => {
      const before = own.slice(sentence.start, one.start);
      if (percents.some((percent) => overlaps(percent, one))) return false;
      if (one.unit === '%' && /^\s*(?:likely|confidence)\b/iu.test(block.own.slice(one.end))) return false;
      return !(one.spelled && one.high <= 12 && DEFINITE.test(before));
    });
}

/** "The two leaders", "its three parts": named before, not counted here. */
const DEFINITE = /\b(?:the|these|those|its|their|our|all|both|other|first|last|of)\s+$/iu;

/** The given figures that bear the stated one out; for a range also its two ends, each given by itself ("48", "61"). */
export function backing(given: readonly Quantity[], stated: Quantity): Quantity[] {
  const fitting = given.filter((one) => comparable(one, stated));
  const whole = fitting.filter((one) => supports(one, stated));
  if (whole.length > 0 || stated.low === stated.high) return whole;
  const ends = [stated.low, stated.high].map((end) => fitting.find((one) => one.low === end && one.high === end));
  return ends.every((one) => one !== undefined) ? ends : [];
}

/** True where the given figure bears the stated one out, as far as the stated one's own hedge allows. */
export function supports(given: Quantity, stated: Quantity): boolean {
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-9;
  if (stated.low < stated.high) {
    return (
      (given.low <= stated.low || same(given.low, stated.low)) &&
      (given.high >= stated.high || same(given.high, stated.high))
    );
  }
  if (given.low <= stated.low && stated.low <= given.high) return true;
  switch (stated.hedge) {
    case 'about':
      return given.low <= stated.low * 1.1 && given.high >= stated.low * 0.9;
    case 'least':
      return given.high >= stated.low && given.low <= stated.low * 1.5;
    case 'most':
      return given.low <= stated.low && given.high >= stated.low * 0.6;
    case 'said':
    case null:
      return false;
  }
}

/**
 * Small numbers in words are mostly the writer's own counting, and spans of time often a rule or a plan. They are held
 * against the evidence only where it counts the same thing.
 */
export const isSmallCount = (figure: Quantity, given: readonly Quantity[]): boolean =>
  ((figure.spelled && figure.high <= 12) || TIME_UNITS.has(figure.unit)) &&
  !given.some((one) => comparable(one, figure) && shareCounted(one, figure));

/** True where the sentence works the figure out of two others that it gives. */
export function isDerived(figure: Quantity, others: readonly Quantity[]): boolean {
  const is = (low: number, high: number): boolean =>
    Math.abs(low - figure.low) < 1e-9 * figure.low + 1e-9 && Math.abs(high - figure.high) < 1e-9 * figure.high + 1e-9;
  return others.some((a) =>
    others.some(
      (b) =>
        a !== figure &&
        b !== figure &&
        (is(a.low * b.low, a.high * b.high) ||
          (a !== b && (is(a.low + b.low, a.high + b.high) || is(a.low - b.high, a.high - b.low)))),
    ),
  );
}
