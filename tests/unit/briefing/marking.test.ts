import { describe, expect, it } from 'vitest';
import {
  briefingMarking,
  derivedMarking,
  planBriefingMarking,
  planLoweredMarking,
  raisedBy,
  stricterThan,
} from '@shared/briefing/marking';
import { refusalSentence } from '@shared/messages';
import { loweredMarkingSchema } from '@shared/model/briefing';
import type { Marking } from '@shared/model/marking';
import { idOf, lookupOf } from './evidence';

const own = (marking: Marking | null) => ({ marking, lowered: null });

describe('the marking of a briefing', () => {
  const derived = derivedMarking([idOf(21), idOf(23), idOf(24)], lookupOf());

  it('is the strictest of its own and of what it cites', () => {
    expect(derived.marking).toBe('TLP:RED');
    expect(briefingMarking(own(null), derived)).toBe('TLP:RED');
    expect(briefingMarking(own('TLP:GREEN'), derivedMarking([idOf(21)], lookupOf()))).toBe('TLP:GREEN');
    expect(briefingMarking(own(null), derivedMarking([], lookupOf()))).toBe('TLP:CLEAR');
  });

  it('names the passages that raise it', () => {
    expect(raisedBy(own('TLP:AMBER'), derived).map((one) => one.excerptId)).toEqual([idOf(24)]);
    expect(raisedBy(own('TLP:RED'), derived)).toEqual([]);
  });

  it('may not be set below what is cited', () => {
    const plan = planBriefingMarking('TLP:CLEAR', derived);
    expect(plan.ok).toBe(false);
    if (plan.ok) return;
    expect(refusalSentence(plan.reason, plan.detail)).toContain(
      '“They unloaded by night.” (TLP:RED, Notes of a talk); “No lights were seen.” (TLP:GREEN, Patrol log)',
    );
    expect(planBriefingMarking(null, derived)).toEqual({ ok: true, value: null });
    expect(planBriefingMarking('TLP:RED', derived)).toEqual({ ok: true, value: 'TLP:RED' });
  });
});

describe('a label lowered with a reason', () => {
  const said = {
    reason: ' The coast guard released the log on 2 December. ',
    by: 'aaaaaaaaaa',
    at: '2024-12-03T10:00:00Z',
  };
  const cited = derivedMarking([idOf(21), idOf(23)], lookupOf());
  const lower = (marking: Marking, derived = cited) => {
    const plan = planLoweredMarking(marking, derived, said);
    if (!plan.ok) throw new Error(plan.reason);
    return { marking, lowered: plan.value };
  };

  it('holds for the passages cited then, and keeps who, when and why', () => {
    const briefing = lower('TLP:CLEAR');
    expect(briefing.lowered).toEqual({
      marking: 'TLP:CLEAR',
      passages: [idOf(23)],
      reason: 'The coast guard released the log on 2 December.',
      by: 'aaaaaaaaaa',
      at: '2024-12-03T10:00:00Z',
    });
    expect(loweredMarkingSchema.safeParse(briefing.lowered).success).toBe(true);
    expect(briefingMarking(briefing, cited)).toBe('TLP:CLEAR');
    expect(raisedBy(briefing, cited)).toEqual([]);
  });

  it('is raised again by a stricter passage cited later, which is named', () => {
    const briefing = lower('TLP:CLEAR');
    const later = derivedMarking([idOf(21), idOf(23), idOf(24)], lookupOf());
    expect(briefingMarking(briefing, later)).toBe('TLP:RED');
    expect(raisedBy(briefing, later).map((one) => one.words)).toEqual(['They unloaded by night.']);
    expect(briefingMarking(lower('TLP:CLEAR', later), later)).toBe('TLP:CLEAR');
  });

  it('counts for no other label than the one it was given for', () => {
    const briefing = { ...lower('TLP:CLEAR'), marking: null };
    expect(briefingMarking(briefing, cited)).toBe('TLP:GREEN');
  });

  it('is refused without a reason, and where nothing is stricter', () => {
    const missing = planLoweredMarking('TLP:CLEAR', cited, { ...said, reason: ' ' });
    expect(missing).toMatchObject({ ok: false, reason: 'reason-missing' });
    const needless = planLoweredMarking('TLP:GREEN', cited, said);
    expect(needless).toMatchObject({ ok: false, reason: 'nothing-to-lower' });
    for (const plan of [missing, needless])
      if (!plan.ok) expect(refusalSentence(plan.reason)).toMatch(/Nothing was changed/);
  });

  it('names the strictest passages first', () => {
    const all = derivedMarking([idOf(21), idOf(23), idOf(24)], lookupOf());
    expect(stricterThan('TLP:CLEAR', all).map((one) => one.marking)).toEqual(['TLP:RED', 'TLP:GREEN']);
    expect(stricterThan('TLP:RED', all)).toEqual([]);
  });
});
