import { describe, expect, it } from 'vitest';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { Briefing } from '@shared/model/briefing';
import type { Judgement } from '@shared/model/judgement';
import { rowsOf, sortedRows, wantedRows } from '../../../renderer/features/judgements/rows';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const base = (n: number) => ({
  id: id(n),
  created: '0lozk8g00000-aaa-actor00001',
  clocks: {},
  seen: {},
  deleted: null,
});
const briefing = (n: number, issued: string): Briefing => ({
  ...base(n),
  ...NEW_BRIEFING,
  title: `Note ${n}`,
  state: 'draft',
  marking: null,
  issued,
  cutoff: '',
  requester: '',
  author: '',
  template: 'blank',
  body: { type: 'doc' },
});
const judgement = (n: number, patch: Partial<Judgement>): Judgement => ({
  ...base(n),
  briefingId: id(90),
  statement: `Judgement ${n}`,
  scale: 'icd203-1',
  likelihood: 'likely',
  confidence: 'low',
  confidenceReason: '',
  basis: [],
  assumptions: '',
  wouldChange: '',
  reviewDate: '',
  earlierId: null,
  outcome: 'open',
  outcomeDate: '',
  outcomeNote: '',
  ...patch,
});
const TODAY = '2024-12-05';
const judgements = [
  judgement(1, { reviewDate: '2024-12-05', assumptions: 'Ice on the río' }),
  judgement(2, { briefingId: id(91), outcome: 'happened', likelihood: 'unlikely', reviewDate: '2024-11-01' }),
  judgement(3, { briefingId: id(91), outcome: 'cannot be told', likelihood: null, confidence: null }),
  judgement(4, { earlierId: id(2), confidence: 'high', basis: [id(50), id(51)], reviewDate: '2025-01-01' }),
];
const rows = rowsOf(
  new Map(judgements.map((one) => [one.id, one])),
  new Map([briefing(90, '2024-12-01'), briefing(91, '2024-11-01')].map((one) => [one.id, one])),
  TODAY,
);
const numbers = (list: typeof rows): number[] => list.map((row) => Number(row.judgement.id.slice(-2)));
const wanted = (which: 'all' | 'open' | 'due' | 'settled', briefingId: string | null = null, text = '') =>
  numbers(wantedRows(rows, { which, briefingId, text }));

describe('the list of judgements', () => {
  it('shows what is open, due and settled', () => {
    expect(wanted('all')).toEqual([1, 2, 3, 4]);
    expect(wanted('open')).toEqual([1, 4]);
    expect(wanted('due')).toEqual([1]);
    expect(wanted('settled')).toEqual([2, 3]);
    expect(wanted('all', id(91))).toEqual([2, 3]);
    expect(wanted('all', null, 'RIO')).toEqual([1]);
    expect(wanted('all', null, 'judgement 4')).toEqual([4]);
  });

  it('knows how one stands to the one before', () => {
    expect(rows.map((row) => row.change)).toEqual([null, null, null, 'reversed']);
  });

  it('sorts by each column, what is missing last', () => {
    const by = (column: Parameters<typeof sortedRows>[1], isDescending = false) =>
      numbers(sortedRows(rows, column, isDescending));
    expect(by('statement')).toEqual([1, 2, 3, 4]);
    expect(by('statement', true)).toEqual([4, 3, 2, 1]);
    expect(by('likelihood')).toEqual([2, 1, 4, 3]);
    expect(by('confidence')).toEqual([1, 2, 4, 3]);
    expect(by('basis', true)).toEqual([4, 1, 2, 3]);
    expect(by('review')).toEqual([1, 4, 2, 3]);
    expect(by('change')).toEqual([4, 1, 2, 3]);
    expect(by('outcome')).toEqual([1, 4, 2, 3]);
    expect(by('briefing')).toEqual([1, 4, 2, 3]);
  });
});
