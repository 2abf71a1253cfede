/**
 * The hybrid logical clock every edit is stamped with. A stamp sorts as text in the order of cause and effect, as far
 * as the machines could know it: nine base-36 digits of milliseconds since 1970, two of a counter for edits in one
 * millisecond, three that tell windows of one analyst apart, a dash, and the actor.
 * Source: Kulkarni et al., "Logical Physical Clocks", 2014.
 */

export type ActorId = string;
/** `mmmmmmmmmccwww-actor`; compare stamps as strings. */
export type Stamp = string;

export const STAMP_PATTERN = /^[0-9a-z]{9}[0-9a-z]{2}[0-9a-z]{3}-[0-9a-z]{10}$/;
export const ACTOR_PATTERN = /^[0-9a-z]{10}$/;

/**
 * How far a clock lets itself be taken ahead of its own machine's time by stamps from elsewhere, in milliseconds: a day.
 * A machine whose date is years ahead so drives nobody else's clock. An edit made in knowledge of its stamps still wins:
 * see `knowing`.
 */
export const LARGEST_DRIFT = 86_400_000;
/** No stamp may be later: 1 January 2200. Nine digits of milliseconds, which sort before every stamp of that time. */
export const LATEST_STAMP = Date.UTC(2200, 0, 1).toString(36).padStart(9, '0');

const LARGEST_COUNTER = 36 ** 2 - 1;

const digits = (value: number, width: number): string => value.toString(36).padStart(width, '0');

/** Milliseconds since 1970 that the stamp stands for. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);

/** The actor who made the edit. */
export const actorOf = (stamp: Stamp): ActorId => stamp.slice(15);

/** The window it was made in: three characters that tell windows of one analyst apart. */
export const windowOf = (stamp: Stamp): string => stamp.slice(11, 14);

/** The later of two stamps. */
export const later = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b);

/** The stamps of a record, as far as its clocks tell them. */
interface Stamped {
  readonly created: Stamp;
  readonly clocks: Readonly<Record<string, Stamp>>;
  readonly seen: Readonly<Record<ActorId, Stamp>>;
  readonly deleted: Stamp | null;
}

/** The latest stamp this copy of a record knows of. */
export function latestStamp(row: Stamped): Stamp {
  let latest = row.deleted === null ? row.created : later(row.created, row.deleted);
  for (const key in row.clocks) latest = later(latest, row.clocks[key]!);
  for (const actor in row.seen) latest = later(latest, row.seen[actor]!);
  return latest;
}

/**
 * The stamp for an edit of this record: the given one, or, where the record has met a clock that runs far ahead, the next
 * after the latest it knows of. So the edit wins over all it was made in knowledge of, and the clock stays where it is.
 */
export function knowing(row: Stamped, stamp: Stamp): Stamp {
  const latest = latestStamp(row);
  if (stamp >= latest) return stamp;
  const counter = Number.parseInt(latest.slice(9, 11), 36);
  const [time, count] = counter < LARGEST_COUNTER ? [timeOf(latest), counter + 1] : [timeOf(latest) + 1, 0];
  const next = `${digits(time, 9)}${digits(count, 2)}${stamp.slice(11)}`;
  // At the very end of time nothing can be later; what is written must still be readable.
  return next < LATEST_STAMP ? next : `${latest.slice(0, 9)}zz${stamp.slice(11)}`;
}

export interface Clock {
  /** A stamp later than every stamp this clock has made or been shown, as long as that is less than a day ahead. */
  tick(): Stamp;
  /** Shows the clock a stamp from elsewhere, so that the next tick is later; it is taken along by at most a day. */
  observe(stamp: Stamp): void;
}

/**
 * A clock for one window of one actor.
 * @param actor ten characters of 0-9a-z
 * @param window three characters of 0-9a-z
 * @param now milliseconds since 1970; passed in, so that tests and wrong clocks need no mock
 */
export function makeClock(actor: ActorId, window: string, now: () => number): Clock {
  let time = 0;
  let counter = 0;
  return {
    tick() {
      const wall = Math.floor(now());
      // Also down again: the date of this machine itself was wrong, and somebody put it right.
      if (wall > time || time > wall + LARGEST_DRIFT + 1) {
        time = wall;
        counter = 0;
      } else if (counter < LARGEST_COUNTER) {
        counter += 1;
      } else {
        time += 1;
        counter = 0;
      }
      return `${digits(time, 9)}${digits(counter, 2)}${window}-${actor}`;
    },
    observe(stamp) {
      const seenTime = timeOf(stamp);
      if (seenTime > Math.floor(now()) + LARGEST_DRIFT) return;
      const seenCounter = Number.parseInt(stamp.slice(9, 11), 36);
      if (seenTime > time) {
        time = seenTime;
        counter = seenCounter;
      } else if (seenTime === time && seenCounter > counter) {
        counter = seenCounter;
      }
    },
  };
}
