/** When something was done, in the one way this program writes it, whatever the machine's language: its own is English. */
import { dayOf } from '../model/day';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** `24 Nov 2024`, of a day as ISO 8601 writes it; empty for none. */
export const dayWords = (iso: string): string => (iso === '' ? '' : day.format(new Date(`${iso}T00:00:00Z`)));

/** `24 Nov 2024`: the day an instant is on where the machine stands. */
export const dayWordsAt = (at: string | number | Date): string => dayWords(dayOf(new Date(at)));

/** `24 Nov 2024, 14:05`, where the machine stands. */
export const momentWords = (at: string | number | Date): string => moment.format(new Date(at));

/** `14:05`, where the machine stands. */
export const timeWords = (at: string | number | Date): string => time.format(new Date(at));
