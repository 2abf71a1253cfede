/**
 * Versions of a briefing: which the program keeps by itself, what they are called, and which of those go.
 *
 * The rule: the text is kept as it was (a) before the first change of a day, when it was last changed on an earlier one;
 * (b) when the briefing goes into review or is finished; (c) before a version is restored; (d) when words that were
 * saved from a window that broke cannot stand in the text, because somebody changed it since. A text that a version
 * holds already is not kept twice.
 */
import { sameJson } from '../merge/edit';
import { timeOf } from '../merge/clock';
import type { Briefing, BriefingState } from '../model/briefing';
import type { BriefingVersion } from '../model/briefingVersion';
import type { FieldsOf } from '../model/record';
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { cleanBody } from './bodySchema';
import { dayWords } from '../text/when';

/** Of the program's own versions, the newest so many all stay. */
export const NEWEST_KEPT = 10;
/** Before those, the first of each month stays, up to so many months. */
export const MONTHS_KEPT = 24;

type Text = Pick<Briefing, 'title' | 'body'>;
type Kept = Pick<BriefingVersion, 'id' | 'created' | 'automatic'>;

/** A day of the analyst's own calendar, `2024-11-24`. Passed in, so that a version is named the same wherever it is made. */
export type LocalDay = (milliseconds: number) => string;

/** A version's name, trimmed; refused when nothing is left or it is too long. */
export function planVersionName(name: string): Result<string, 'name-empty' | 'name-too-long'> {
  const trimmed = name.trim();
  if (trimmed === '') return no('name-empty');
  return trimmed.length > 200 ? no('name-too-long') : yes(trimmed);
}

/** The version a text makes. */
export const versionOf = (
  briefing: Text & Pick<Briefing, 'id'>,
  name: string,
  automatic: boolean,
): FieldsOf<BriefingVersion> => ({
  briefingId: briefing.id,
  name: name.slice(0, 200),
  automatic,
  title: briefing.title,
  body: briefing.body,
});

/** True for a text that one of the versions holds. */
export const isKept = ({ title, body }: Text, versions: Iterable<Pick<BriefingVersion, 'title' | 'body'>>): boolean =>
  [...versions].some((one) => one.title === title && sameJson(cleanBody(one.body), cleanBody(body)));

/** When the text was last changed, in milliseconds since 1970. */
export const textChangedAt = ({ clocks, created }: Pick<Briefing, 'clocks' | 'created'>): number =>
  timeOf([clocks['body'], clocks['title']].reduce<string>((a, b) => (b !== undefined && b > a ? b : a), created));

/**
 * The name under which the former text is kept when a change is written now; null where it is not to be kept.
 * @param now milliseconds since 1970
 */
export function nameBefore(
  briefing: Pick<Briefing, 'clocks' | 'created'>,
  patch: Partial<Briefing>,
  now: number,
  day: LocalDay,
): string | null {
  const today = day(now);
  return patch.body && day(textChangedAt(briefing)) < today ? `Before ${dayWords(today)}` : null;
}

const STATES: Readonly<Record<BriefingState, string | null>> = {
  draft: null,
  'in review': 'For review',
  finished: 'Finished',
};

/** The name under which the text is kept when the briefing's state changes; null where it is not to be kept. */
export function nameOnState(before: BriefingState, after: BriefingState | undefined, day: string): string | null {
  if (after === undefined || after === before || STATES[after] === null) return null;
  return `${STATES[after]}, ${dayWords(day)}`;
}

/**
 * Ids of the program's own versions that go, of one briefing's versions: the newest ten stay, and before those the
 * first of each month for 24 months in which there is one. So there are never more than 34.
 */
export function thinned(versions: Iterable<Kept>, day: LocalDay): string[] {
  const own = [...versions].filter((one) => one.automatic).sort((a, b) => (a.created < b.created ? 1 : -1));
  const months = new Map<string, string>();
  for (const one of own.slice(NEWEST_KEPT)) months.set(day(timeOf(one.created)).slice(0, 7), one.id);
  const stay = new Set([...months.values()].slice(0, MONTHS_KEPT));
  return own
    .slice(NEWEST_KEPT)
    .filter((one) => !stay.has(one.id))
    .map((one) => one.id);
}
