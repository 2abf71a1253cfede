import { describe, expect, it } from 'vitest';
import { checkBriefing } from '@shared/briefing/checks';
import { RULE_IDS } from '@shared/briefing/checks/finding';
import { cleanNote, FAULTS, plantedInput } from '../../../fixtures/briefing/planted';

const check = (plant?: (typeof FAULTS)[number]['plant']) => {
  const note = cleanNote();
  plant?.(note);
  return checkBriefing(plantedInput(note));
};

describe('a note with planted faults', () => {
  it('has no finding while no fault is planted', () => {
    expect(check().map(({ rule, words, sentence }) => ({ rule, words, sentence }))).toEqual([]);
  });

  it('has two faults or more for every rule', () => {
    for (const rule of RULE_IDS)
      expect([rule, FAULTS.filter((one) => one.rule === rule).length >= 2]).toEqual([rule, true]);
  });

  it.each(FAULTS.map((fault) => [`${fault.rule}: ${fault.name}`, fault] as const))(
    'finds %s, and nothing else',
    (_, fault) => {
      const findings = check(fault.plant);
      const expected = findings.filter((one) => one.rule === fault.rule);
      const others = findings.filter((one) => one.rule !== fault.rule && !fault.also?.includes(one.rule));
      expect(expected).toHaveLength(1);
      expect(others.map(({ rule, words }) => ({ rule, words }))).toEqual([]);
      const [finding] = expected;
      if (fault.marks === null) expect(finding!.at).toBeNull();
      else expect(finding!.words).toContain(fault.marks);
    },
  );

  it('puts a fix that replaces words where those words stand', () => {
    const fixed = FAULTS.flatMap(({ plant }) => check(plant)).filter((one) => one.fix?.kind === 'replace');
    expect(fixed.length).toBeGreaterThan(5);
    for (const { fix, at } of fixed) expect(fix).toMatchObject(at!);
  });
});
