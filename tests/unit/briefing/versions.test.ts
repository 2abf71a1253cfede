import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MONTHS_KEPT, nameBefore, nameOnState, NEWEST_KEPT, planVersionName, thinned } from '@shared/briefing/versions';
import { makeClock } from '@shared/merge/clock';
import { briefingVersionSchema } from '@shared/model/briefingVersion';
import { doc, idOf } from './evidence';

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const stampOn = (iso: string): string => makeClock('aaaaaaaaaa', 'www', () => Date.parse(iso)).tick();

describe('which versions the program keeps by itself', () => {
  it('the text before the first change of a day', () => {
    const briefing = { created: stampOn('2024-11-01T09:00:00Z'), clocks: { body: stampOn('2024-11-03T22:00:00Z') } };
    const at = (iso: string): string | null => nameBefore(briefing, { body: doc() }, Date.parse(iso), day);
    expect(at('2024-11-24T08:00:00Z')).toBe('Before 24 Nov 2024');
    expect(at('2024-11-03T23:00:00Z')).toBeNull();
    expect(nameBefore(briefing, { title: 'x' }, Date.parse('2024-11-24T08:00:00Z'), day)).toBeNull();
  });

  it('the text that goes into review or is finished', () => {
    expect(nameOnState('draft', 'in review', '2024-11-24')).toBe('For review, 24 Nov 2024');
    expect(nameOnState('in review', 'finished', '2024-11-24')).toBe('Finished, 24 Nov 2024');
    expect(nameOnState('finished', 'finished', '2024-11-24')).toBeNull();
    expect(nameOnState('finished', 'draft', '2024-11-24')).toBeNull();
  });
});

describe('thinning', () => {
  const kept = (days: readonly number[]) =>
    days.map((number, i) => ({
      id: idOf(i + 1),
      created: stampOn(new Date(Date.UTC(2020, 0, 1) + number * 86_400_000).toISOString()),
      automatic: true,
    }));

  it('leaves the newest, and one a month before them', () => {
    const all = kept(Array.from({ length: 100 }, (_, i) => i));
    const gone = new Set(thinned(all, day));
    const left = all.filter((one) => !gone.has(one.id)).map((one) => day(Number.parseInt(one.created.slice(0, 9), 36)));
    expect(left.slice(-NEWEST_KEPT)).toHaveLength(10);
    expect(left.slice(0, -NEWEST_KEPT)).toEqual(['2020-01-01', '2020-02-01', '2020-03-01']);
  });

  it('never touches a named one, and bounds the others', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.boolean()), { maxLength: 120 }), (days) => {
        const all = kept(days.map(([at]) => at)).map((one, i) => ({ ...one, automatic: days[i]![1] }));
        const gone = new Set(thinned(all, day));
        expect(all.every((one) => one.automatic || !gone.has(one.id))).toBe(true);
        const left = all.filter((one) => one.automatic && !gone.has(one.id));
        expect(left.length).toBeLessThanOrEqual(NEWEST_KEPT + MONTHS_KEPT);
        expect(thinned(left, day)).toEqual([]);
      }),
    );
  });
});

describe('a version', () => {
  it('has a name', () => {
    expect(planVersionName('  ')).toMatchObject({ ok: false, reason: 'name-empty' });
    expect(planVersionName('x'.repeat(201))).toMatchObject({ ok: false, reason: 'name-too-long' });
    expect(planVersionName(' Sent ')).toMatchObject({ ok: true, value: 'Sent' });
  });

  it('is refused by its schema without a text or with a strange field', () => {
    const base = { id: idOf(1), created: stampOn('2024-11-01T09:00:00Z'), clocks: {}, seen: {}, deleted: null };
    const version = { ...base, briefingId: idOf(2), name: 'Sent', automatic: false, title: 'T', body: doc() };
    expect(briefingVersionSchema.safeParse(version).success).toBe(true);
    expect(briefingVersionSchema.safeParse({ ...version, body: undefined }).success).toBe(false);
    expect(briefingVersionSchema.safeParse({ ...version, more: 1 }).success).toBe(false);
  });
});
