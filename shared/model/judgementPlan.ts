/** What may be written to a judgement by hand. Its words and what it rests on come from the text alone. */
import { isDay } from './day';
import { termById } from './estimative';
import type { Judgement } from './judgement';
import type { FieldsOf } from './record';
import { no, yes } from './result';
import type { Result } from './result';

export type JudgementPatch = Partial<Omit<FieldsOf<Judgement>, 'briefingId' | 'statement' | 'basis'>>;

export type JudgementRefusal =
  | 'not-found'
  | 'term-unknown'
  | 'date-unclear'
  | 'judgement-same-briefing'
  | 'judgement-circle';

/** An empty day says that none is set. */
const isDayOrNone = (day: string | undefined): boolean => day === undefined || day === '' || isDay(day);

/**
 * The patch to write. An outcome without a day gets today's; a judgement that is open again loses its outcome's day.
 * @param find finds a living judgement
 * @param today ISO 8601 day
 */
export function planJudgement(
  judgement: Judgement,
  patch: JudgementPatch,
  find: (id: string) => Judgement | undefined,
  today: string,
): Result<JudgementPatch, JudgementRefusal> {
  const next = { ...judgement, ...patch };
  const isJudged = patch.likelihood !== undefined || patch.scale !== undefined;
  if (isJudged && next.likelihood !== null && !termById(next.scale, next.likelihood)) return no('term-unknown');
  if (!isDayOrNone(patch.reviewDate) || !isDayOrNone(patch.outcomeDate)) return no('date-unclear');
  if (patch.earlierId) {
    const plan = planEarlier(judgement, patch.earlierId, find);
    if (!plan.ok) return plan;
  }
  if (patch.outcome === undefined) return yes(patch);
  if (patch.outcome === 'open') return yes({ ...patch, outcomeDate: '' });
  return yes({ ...patch, outcomeDate: next.outcomeDate === '' ? today : next.outcomeDate });
}

/** One goes on from a judgement of another briefing, and never, over however many steps, from itself. */
function planEarlier(
  judgement: Judgement,
  earlierId: string,
  find: (id: string) => Judgement | undefined,
): Result<null, JudgementRefusal> {
  const earlier = find(earlierId);
  if (!earlier) return no('not-found');
  if (earlierId !== judgement.id && earlier.briefingId === judgement.briefingId) return no('judgement-same-briefing');
  const passed = new Set<string>();
  for (let one: Judgement | undefined = earlier; one && !passed.has(one.id);) {
    if (one.id === judgement.id) return no('judgement-circle');
    passed.add(one.id);
    one = one.earlierId === null ? undefined : find(one.earlierId);
  }
  return yes(null);
}

/** True for one that is open and whose day of review has come. */
export const isDue = ({ outcome, reviewDate }: Pick<Judgement, 'outcome' | 'reviewDate'>, today: string): boolean =>
  outcome === 'open' && reviewDate !== '' && reviewDate <= today;

/** What a key judgement still lacks, in the words of the form's fields; empty where it is whole. */
export function missingIn(judgement: Judgement): string[] {
  return [
    ...(judgement.statement === '' ? ['statement'] : []),
    ...(judgement.likelihood === null ? ['likelihood'] : []),
    ...(judgement.confidence === null ? ['confidence'] : []),
    ...(judgement.confidence !== null && judgement.confidenceReason.trim() === '' ? ['reason'] : []),
    ...(judgement.basis.length === 0 ? ['basis'] : []),
  ];
}
