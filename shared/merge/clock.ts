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

export interface Clock {
  /** A stamp later than every stamp this clock has made or been shown. */
  tick(): Stamp;
  /** Shows the clock a stamp from elsewhere, so that the next tick is later. */
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
      if (wall > time) {
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
