/** From 2 to 3: texts with layouts, figures in excerpts, documents that repeat another. Layouts are a new table. */
import type { OldRow } from './migration';

export const laidOutTexts = {
  from: 2,
  rows: {
    documents: (row: OldRow): OldRow => ({ ...row, originId: null }),
    excerpts: (row: OldRow): OldRow => ({ ...row, figures: [] }),
  },
} as const;
