import { describe, expect, it } from 'vitest';
import { brierScore, calibration, changeSince, likelihoodOf, probabilityOf } from '@shared/model/judgement';
import type { Judgement } from '@shared/model/judgement';
import { isDue, missingIn, planJudgement } from '@shared/model/judgementPlan';

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const STAMP = '0lozk8g00000-aaa-actor00001';

const judgement = (patch: Partial<Judgement> = {}): Judgement => ({
  id: id(1),
  created: STAMP,
  clocks: {},
  seen: {},
  deleted: null,
  briefingId: id(90),
  statement: 'The port will reopen.',
  scale: 'icd203-1',
  likelihood: 'likely',
  confidence: 'moderate',
  confidenceReason: 'Two independent reports.',
  basis: [id(50)],
  assumptions: '',
  wouldChange: '',
  reviewDate: '',
  earlierId: null,
  outcome: 'open',
  outcomeDate: '',
  outcomeNote: '',
  ...patch,
});

const judged = (
  likelihood: string | null,
  confidence: Judgement['confidence'] = 'moderate',
  scale: Judgement['scale'] = 'icd203-1',
) => ({ scale, likelihood, confidence });

const came = (likelihood: string, happened: boolean, scale: Judgement['scale'] = 'icd203-1') => ({
  scale,
  likelihood,
  outcome: happened ? ('happened' as const) : ('did not happen' as const),
});

describe('a likelihood', () => {
  it('is a term of its own scale, or none', () => {
    expect(likelihoodOf(judged('very-likely'))?.words).toBe('very likely');
    expect(likelihoodOf(judged('very-likely', 'low', 'icd203-2'))?.words).toBe('highly probable');
    expect(likelihoodOf(judged('very-likely', 'low', 'phia'))).toBeNull();
    expect(likelihoodOf(judged(null))).toBeNull();
  });

  it('counts as the middle of its band', () => {
    expect(probabilityOf(judged('almost-no-chance'))).toBeCloseTo(0.03, 12);
    expect(probabilityOf(judged('very-likely'))).toBeCloseTo(0.875, 12);
    expect(probabilityOf(judged('realistic-possibility', 'low', 'phia'))).toBeCloseTo(0.45, 12);
    expect(probabilityOf(judged(null))).toBeNull();
  });
});

describe('the change since an earlier judgement', () => {
  it.each([
    ['likely', 'very-likely', 'stronger'],
    ['very-likely', 'likely', 'weaker'],
    ['unlikely', 'very-unlikely', 'stronger'],
    ['almost-no-chance', 'unlikely', 'weaker'],
    ['unlikely', 'likely', 'reversed'],
    ['almost-certain', 'almost-no-chance', 'reversed'],
    ['roughly-even-chance', 'likely', 'stronger'],
    ['roughly-even-chance', 'unlikely', 'stronger'],
    ['likely', 'roughly-even-chance', 'weaker'],
    ['likely', 'likely', 'same'],
  ] as const)('from %s to %s is %s', (before, after, change) => {
    expect(changeSince(judged(before), judged(after))).toBe(change);
  });

  it('is told by confidence where the likelihood stayed', () => {
    expect(changeSince(judged('likely', 'low'), judged('likely', 'high'))).toBe('stronger');
    expect(changeSince(judged('likely', 'high'), judged('likely', 'moderate'))).toBe('weaker');
    expect(changeSince(judged('likely', null), judged('likely', 'low'))).toBe('stronger');
    // A likelihood that moved says more than a confidence that did.
    expect(changeSince(judged('likely', 'high'), judged('very-likely', 'low'))).toBe('stronger');
  });

  it('holds between scales', () => {
    const phia = (term: string) => judged(term, 'moderate', 'phia');
    expect(changeSince(judged('very-likely'), judged('very-likely', 'moderate', 'icd203-2'))).toBe('same');
    expect(changeSince(judged('likely'), phia('likely'))).toBe('same');
    expect(changeSince(judged('almost-certain'), phia('almost-certain'))).toBe('same');
    expect(changeSince(phia('likely'), judged('very-likely'))).toBe('stronger');
    expect(changeSince(phia('realistic-possibility'), judged('likely'))).toBe('reversed');
    // Even on one scale is the nearest the other has to it.
    expect(changeSince(judged('roughly-even-chance'), phia('realistic-possibility'))).toBe('same');
  });

  it('is not told where one has no likelihood', () => {
    expect(changeSince(judged(null), judged('likely'))).toBeNull();
    expect(changeSince(judged('likely'), judged('realistic-possibility'))).toBeNull();
  });
});

describe('Brier’s score', () => {
  it('is that of known vectors', () => {
    expect(brierScore([came('roughly-even-chance', true)])).toEqual({ score: 0.25, count: 1 });
    const two = brierScore([came('very-likely', true), came('very-likely', false)]);
    // (0.125² + 0.875²) / 2
    expect(two?.score).toBeCloseTo(0.390625, 12);
    const mixed = brierScore([
      came('almost-certain', true), // 0.03² = 0.0009
      came('likely', true), // 0.325² = 0.105625
      came('unlikely', false), // 0.325² = 0.105625
      came('almost-no-chance', true), // 0.97² = 0.9409
    ]);
    expect(mixed?.score).toBeCloseTo(1.15305 / 4, 12);
    expect(mixed?.count).toBe(4);
  });

  it('leaves out what is open, cannot be told or has no likelihood', () => {
    expect(brierScore([])).toBeNull();
    expect(
      brierScore([
        { scale: 'icd203-1', likelihood: 'likely', outcome: 'open' },
        { scale: 'icd203-1', likelihood: 'likely', outcome: 'cannot be told' },
        { scale: 'icd203-1', likelihood: null, outcome: 'happened' },
      ]),
    ).toBeNull();
  });
});

describe('the calibration', () => {
  it('has a point for each band that was used, the least likely first', () => {
    const points = calibration([
      ...[true, true, true, true, false].map((happened) => came('very-likely', happened)),
      came('unlikely', false),
      came('unlikely', true),
      came('unlikely', false),
      came('unlikely', false),
      { scale: 'icd203-1' as const, likelihood: 'likely', outcome: 'open' as const },
    ]);
    expect(points.map(({ words, count, happened }) => [words, count, happened])).toEqual([
      ['unlikely', 4, 0.25],
      ['very likely', 5, 0.8],
    ]);
    expect(points.map((point) => point.stated)).toEqual([0.325, 0.875]);
  });

  it('takes the rows of one standard together and keeps other bands apart', () => {
    const points = calibration([came('likely', true), came('likely', false, 'icd203-2'), came('likely', true, 'phia')]);
    expect(points.map((point) => [point.count, point.happened])).toEqual([
      [1, 1],
      [2, 0.5],
    ]);
  });
});

describe('judging by hand', () => {
  const none = () => undefined;

  it('takes terms of the scale only', () => {
    const known = judgement();
    expect(planJudgement(known, { likelihood: 'very-likely' }, none, '2024-12-01').ok).toBe(true);
    expect(planJudgement(known, { likelihood: null }, none, '2024-12-01').ok).toBe(true);
    expect(planJudgement(known, { likelihood: 'highly-likely' }, none, '2024-12-01')).toEqual({
      ok: false,
      reason: 'term-unknown',
    });
    expect(planJudgement(known, { scale: 'phia', likelihood: 'highly-likely' }, none, '2024-12-01').ok).toBe(true);
    expect(planJudgement(known, { scale: 'phia' }, none, '2024-12-01').ok).toBe(true);
  });

  it('refuses days that are none', () => {
    for (const reviewDate of ['2024-02-30', '2024-1-1', 'soon'])
      expect(planJudgement(judgement(), { reviewDate }, none, '2024-12-01')).toMatchObject({ reason: 'date-unclear' });
    expect(planJudgement(judgement(), { reviewDate: '2024-02-29' }, none, '2024-12-01').ok).toBe(true);
  });

  it('dates an outcome, and undates one that is open again', () => {
    const plan = planJudgement(judgement(), { outcome: 'happened' }, none, '2024-12-01');
    expect(plan).toEqual({ ok: true, value: { outcome: 'happened', outcomeDate: '2024-12-01' } });
    const kept = planJudgement(judgement({ outcomeDate: '2024-11-11' }), { outcome: 'happened' }, none, '2024-12-01');
    expect(kept).toMatchObject({ value: { outcomeDate: '2024-11-11' } });
    const open = judgement({ outcome: 'happened', outcomeDate: '2024-11-11' });
    expect(planJudgement(open, { outcome: 'open' }, none, '2024-12-01')).toMatchObject({ value: { outcomeDate: '' } });
  });

  it('goes on from another briefing’s judgement, never from itself', () => {
    const [first, second] = [judgement(), judgement({ id: id(2), briefingId: id(91), earlierId: id(1) })];
    const sister = judgement({ id: id(3) });
    const find = (one: string) => [first, second, sister].find((row) => row.id === one);
    const from = (earlierId: string) => planJudgement(first, { earlierId }, find, '2024-12-01');
    expect(from(id(1))).toMatchObject({ reason: 'judgement-circle' });
    expect(from(id(2))).toMatchObject({ reason: 'judgement-circle' });
    expect(from(id(3))).toMatchObject({ reason: 'judgement-same-briefing' });
    expect(from(id(7))).toMatchObject({ reason: 'not-found' });
    const third = judgement({ id: id(4), briefingId: id(92) });
    expect(planJudgement(third, { earlierId: id(2) }, find, '2024-12-01').ok).toBe(true);
  });

  it('knows what is due and what is missing', () => {
    expect(isDue(judgement({ reviewDate: '2024-12-01' }), '2024-12-01')).toBe(true);
    expect(isDue(judgement({ reviewDate: '2024-12-02' }), '2024-12-01')).toBe(false);
    expect(isDue(judgement({ reviewDate: '2024-12-01', outcome: 'happened' }), '2024-12-02')).toBe(false);
    expect(isDue(judgement(), '2024-12-01')).toBe(false);
    expect(missingIn(judgement())).toEqual([]);
    expect(missingIn(judgement({ likelihood: null, confidence: null, basis: [] }))).toEqual([
      'likelihood',
      'confidence',
      'basis',
    ]);
    expect(missingIn(judgement({ confidenceReason: ' ' }))).toEqual(['reason']);
  });
});
