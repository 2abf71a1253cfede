/** The list of judgements: which are shown, in which order. Pure. */
import type { Briefing } from '@shared/model/briefing';
import { CONFIDENCES } from '@shared/model/estimative';
import { changeSince, OUTCOMES, probabilityOf } from '@shared/model/judgement';
import type { Judgement, JudgementChange } from '@shared/model/judgement';
import { isDue } from '@shared/model/judgementPlan';

export const WHICH = ['all', 'open', 'due', 'settled'] as const;
export type Which = (typeof WHICH)[number];

export interface Wanted {
  readonly which: Which;
  /** Null: of any briefing. */
  readonly briefingId: string | null;
  readonly text: string;
}

export interface JudgementRow {
  readonly judgement: Judgement;
  readonly briefing: Briefing | undefined;
  readonly isDue: boolean;
  /** Null where it goes on from none, or the two cannot be compared. */
  readonly change: JudgementChange | null;
}

export const COLUMN_IDS = [
  'statement',
  'briefing',
  'likelihood',
  'confidence',
  'basis',
  'review',
  'change',
  'outcome',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** Every judgement with what is shown of it. @param today ISO 8601 day */
export function rowsOf(
  judgements: ReadonlyMap<string, Judgement>,
  briefings: ReadonlyMap<string, Briefing>,
  today: string,
): JudgementRow[] {
  return [...judgements.values()].map((judgement) => {
    const earlier = judgement.earlierId === null ? undefined : judgements.get(judgement.earlierId);
    return {
      judgement,
      briefing: briefings.get(judgement.briefingId),
      isDue: isDue(judgement, today),
      change: earlier ? changeSince(earlier, judgement) : null,
    };
  });
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The rows that are wanted. `settled` has an outcome, known or given up. */
export function wantedRows(rows: readonly JudgementRow[], { which, briefingId, text }: Wanted): JudgementRow[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return rows.filter(({ judgement, isDue: due }) => {
    if (briefingId !== null && judgement.briefingId !== briefingId) return false;
    if (which === 'due' ? !due : which !== 'all' && (judgement.outcome === 'open') !== (which === 'open')) return false;
    const said = fold([judgement.statement, judgement.assumptions, judgement.outcomeNote].join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** What a column sorts by; what is not there stands last when it rises. */
function valueOf({ judgement, briefing, change }: JudgementRow, column: ColumnId): string | number {
  switch (column) {
    case 'statement':
      return judgement.statement;
    case 'briefing':
      return briefing?.title ?? '\uFFFF';
    case 'likelihood':
      return probabilityOf(judgement) ?? 2;
    case 'confidence':
      return judgement.confidence === null ? 9 : CONFIDENCES.indexOf(judgement.confidence);
    case 'basis':
      return judgement.basis.length;
    case 'review':
      // What is settled needs no review any more.
      return judgement.outcome === 'open' && judgement.reviewDate !== '' ? judgement.reviewDate : '\uFFFF';
    case 'change':
      return change ?? '\uFFFF';
    case 'outcome':
      return OUTCOMES.indexOf(judgement.outcome);
  }
}

/** Sorted by a column; what is equal there by the age of the briefing, then in the order of making. */
export function sortedRows(rows: readonly JudgementRow[], column: ColumnId, isDescending: boolean): JudgementRow[] {
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a, column), valueOf(b, column)];
    const compared = typeof x === 'number' ? x - (y as number) : order.compare(x, y as string);
    const issued = (b.briefing?.issued ?? '').localeCompare(a.briefing?.issued ?? '');
    return (isDescending ? -compared : compared) || issued || (a.judgement.id < b.judgement.id ? -1 : 1);
  });
}
