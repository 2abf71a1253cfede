/** What the values of field terms mean: grades, markings, date ranges, kinds of record. Undefined where nothing is meant. */
import { CREDIBILITIES, RELIABILITIES } from '../model/grading';
import type { Credibility, Reliability } from '../model/grading';
import { dayRange, isEventDate } from '../model/eventDate';
import { MARKINGS } from '../model/marking';
import type { Marking } from '../model/marking';
import type { TableName } from '../model/tables';

export interface GradeValue {
  readonly reliability: Reliability | undefined;
  readonly credibility: Credibility | undefined;
}

/** `B2`, `B` or `2`. */
export function readGrade(value: string): GradeValue | undefined {
  const match = /^([A-Fa-f])?([1-6])?$/.exec(value);
  if (!match || value === '') return undefined;
  return {
    reliability: RELIABILITIES.find((letter) => letter === match[1]?.toUpperCase()),
    credibility: CREDIBILITIES.find((digit) => String(digit) === match[2]),
  };
}

/** `red`, `TLP:RED`, `amber+strict`. */
export function readMarking(value: string): Marking | undefined {
  const bare = value.toUpperCase().replace(/^TLP:/, '');
  return MARKINGS.find((marking) => marking === `TLP:${bare}`);
}

/** Days included at both ends, `YYYY-MM-DD`; an open end is the empty string or `9999-12-31`. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** `2024-10`, `2024-10..2024-11`, `2024..`, `..2024-11-04`; a slash may stand for the dots. */
export function readDays(value: string): DayRange | undefined {
  const parts = value.split(/\.\.|\//);
  if (parts.length > 2) return undefined;
  const [first, second] = [parts[0]!, parts[1] ?? parts[0]!];
  if ((first === '' && second === '') || [first, second].some((part) => part !== '' && !isEventDate(part)))
    return undefined;
  return { from: first === '' ? '' : dayRange(first).from, to: second === '' ? '9999-12-31' : dayRange(second).to };
}

/** A day as a number that sorts, `20241104`; 0 for the empty string. */
export const dayNumber = (day: string): number => (day === '' ? 0 : Number(day.replaceAll('-', '')));

const KINDS: Readonly<Record<string, TableName>> = {
  excerpt: 'excerpts',
  document: 'documents',
  doc: 'documents',
  tag: 'tags',
  source: 'sources',
  briefing: 'briefings',
  note: 'briefings',
  hypothesis: 'hypotheses',
  hypotheses: 'hypotheses',
  judgement: 'judgements',
  link: 'links',
};

/** `excerpt`, `tags`, `hypothesis`. */
export function readKind(value: string): TableName | undefined {
  const word = value.toLowerCase();
  return KINDS[word] ?? KINDS[word.replace(/s$/, '')];
}

export const HAS_VALUES = ['note', 'tag', 'link', 'date', 'grade'] as const;
export type HasValue = (typeof HAS_VALUES)[number];

/** `note`, `tags`, `links`, `date`, `grade`. */
export const readHas = (value: string): HasValue | undefined =>
  HAS_VALUES.find((known) => known === value.toLowerCase().replace(/s$/, ''));
