import { describe, expect, it } from 'vitest';
import { checkBriefing, RULES } from '@shared/briefing/checks';
import { RULE_IDS } from '@shared/briefing/checks/finding';
import { doc, h, inputOf, p } from './build';

const body = doc(h('Assessment'), p('Trade may fall. Prices could rise. Trade may fall.'));
const check = (one = body, acceptedIds?: ReadonlySet<string>) =>
  checkBriefing(inputOf(one, acceptedIds ? { acceptedIds } : {}));

describe('the check of a briefing', () => {
  it('has a title and a standard for every rule', () => {
    expect(Object.keys(RULES).sort()).toEqual([...RULE_IDS].sort());
    for (const rule of Object.values(RULES)) expect(rule.title && rule.standard).toBeTruthy();
  });

  it('gives the findings in the order of the text, each with an id of its own', () => {
    const findings = check();
    expect(findings.map((one) => one.words)).toEqual(['may', 'could', 'may']);
    expect(new Set(findings.map((one) => one.id)).size).toBe(3);
    expect(findings.map((one) => one.at!.from)).toEqual(findings.map((one) => one.at!.from).sort((a, b) => a - b));
  });

  it('keeps an id while the text around it moves, and gives another when the sentence changes', () => {
    const [before] = check();
    const moved = doc(p('A new paragraph.'), h('Outlook'), p('Words stand before. Trade  may fall.'));
    expect(check(moved)[0]!.id).toBe(before!.id);
    expect(check(doc(p('Trade may fall deeply.')))[0]!.id).not.toBe(before!.id);
  });

  it('leaves out what was accepted', () => {
    const [, second] = check();
    expect(check(body, new Set([second!.id])).map((one) => one.words)).toEqual(['may', 'may']);
  });

  it('finds nothing in an empty note', () => {
    expect(check(doc(p('')))).toEqual([]);
  });
});
