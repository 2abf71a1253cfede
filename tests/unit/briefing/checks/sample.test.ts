import { describe, expect, it } from 'vitest';
import { checkBriefing } from '@shared/briefing/checks';
import { citedExcerptIds } from '@shared/briefing/references';
import type { EvidenceLookup } from '@shared/briefing/references';
import { sample } from '../../interchange/sampleFiles';

const { records } = await sample();
const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const [sources, documents, excerpts] = [byId(records.sources), byId(records.documents), byId(records.excerpts)];
const lookup: EvidenceLookup = {
  source: (id) => sources.get(id),
  document: (id) => documents.get(id),
  excerpt: (id) => excerpts.get(id),
  placeOf: () => null,
};
const briefing = records.briefings[0]!;
const cited = new Set(citedExcerptIds(briefing.body));
const findings = checkBriefing({
  briefing,
  language: records.cases[0]!.language,
  scale: 'icd203-1',
  horizonDays: 0,
  lookup,
  links: records.links.filter((link) => cited.has(link.fromId) || cited.has(link.toId)),
  tags: byId(records.tags),
  hypotheses: records.hypotheses,
  judgements: [],
});

describe('the check of the sample briefing', () => {
  it('finds nothing: what the case bears out is cited, and the sources are named for what they are', () => {
    expect(findings.map(({ severity, rule, sentence }) => `${severity} ${rule}: ${sentence}`)).toEqual([]);
  });
});
