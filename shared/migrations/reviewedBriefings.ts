/** From 1 to 2: briefings that check themselves. Judgements, versions and comments are new tables and need no step. */
import type { OldRow } from './migration';

export const reviewedBriefings = {
  from: 1,
  rows: {
    cases: (row: OldRow): OldRow => ({ ...row, scale: 'icd203-1', horizonDays: 0 }),
    tags: (row: OldRow): OldRow => ({ ...row, withhold: false }),
    briefings: (row: OldRow): OldRow => ({
      ...row,
      lowered: null,
      style: 'icd-206',
      portionMarks: false,
      likelihoodKey: false,
      accepted: [],
    }),
  },
} as const;
