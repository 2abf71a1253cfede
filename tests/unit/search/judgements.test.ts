import { expect, test } from 'vitest';
import type { Judgement } from '@shared/model/judgement';
import { CaseIndex } from '../../../renderer/search/engine/caseIndex';
import { CaseTables } from '../../../renderer/search/engine/caseTables';
import { stampAt, uuid } from './rows';

const judgement: Judgement = {
  id: uuid(9, 1),
  created: stampAt(1_700_000_000_000),
  clocks: {},
  seen: {},
  deleted: null,
  briefingId: uuid(8, 1),
  statement: 'The harbour is likely to reopen.',
  scale: 'icd203-1',
  likelihood: 'likely',
  confidence: 'low',
  confidenceReason: 'One origin.',
  basis: [],
  assumptions: 'Icebreakers stay in service.',
  wouldChange: '',
  reviewDate: '',
  earlierId: null,
  outcome: 'open',
  outcomeDate: '',
  outcomeNote: '',
};

test('a judgement is found by its statement and by what stands behind it, also after a restart', () => {
  const index = new CaseIndex();
  index.put('judgements', judgement);
  index.seal();
  const found = (text: string, of = index): string[] => of.search(text, 5).map((one) => `${one.table} ${one.id}`);
  for (const text of ['harbour', 'icebreakers', 'kind:judgement reopen']) {
    expect(found(text)).toEqual([`judgements ${judgement.id}`]);
  }
  expect(found('kind:briefing reopen')).toEqual([]);
  expect(index.counts().tables.judgements).toBe(1);
  index.tables.compact();
  const kept = CaseTables.restore(index.tables.save(7));
  expect(kept?.tables.judgements.ids.find(judgement.id)).toBe(0);
  index.remove('judgements', judgement.id);
  index.seal();
  expect(found('harbour')).toEqual([]);
});
