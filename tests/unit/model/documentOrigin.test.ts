import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf, planRepeats, repeatedChain, sameOrigin } from '@shared/model/documentOrigin';

interface Row {
  readonly id: string;
  readonly originId: string | null;
}

const rowsOf = (...pairs: readonly (readonly [string, string | null])[]): ReadonlyMap<string, Row> =>
  new Map(pairs.map(([id, originId]) => [id, { id, originId }]));

const graphs = fc
  .array(fc.option(fc.nat({ max: 7 }), { nil: null }), { minLength: 1, maxLength: 8 })
  .map((origins) =>
    rowsOf(...origins.map((origin, index) => [`${index}`, origin === null ? null : `${origin}`] as const)),
  );

describe('documents of one origin', () => {
  const wire = rowsOf(['agency', null], ['gazette', 'agency'], ['courier', 'gazette'], ['other', null]);

  it('lead to the text that was first', () => {
    const byId = (id: string) => wire.get(id);
    expect(repeatedChain(wire.get('courier')!, byId).map(({ id }) => id)).toEqual(['courier', 'gazette', 'agency']);
    expect(originOf(wire.get('other')!, byId).id).toBe('other');
    expect(sameOrigin(wire.get('gazette')!, wire).map(({ id }) => id)).toEqual(['agency', 'courier']);
    expect(sameOrigin(wire.get('other')!, wire)).toEqual([]);
  });

  it('are not made to repeat themselves', () => {
    const byId = (id: string) => wire.get(id);
    expect(planRepeats(wire.get('other')!, wire.get('courier')!, byId)).toEqual({ ok: true, value: 'courier' });
    expect(planRepeats(wire.get('agency')!, wire.get('courier')!, byId)).toMatchObject({ reason: 'repeats-itself' });
    expect(planRepeats(wire.get('other')!, wire.get('other')!, byId)).toMatchObject({ reason: 'repeats-itself' });
  });

  it('have one end, whatever rings two people made apart', () => {
    fc.assert(
      fc.property(graphs, (rows) => {
        const byId = (id: string) => rows.get(id);
        for (const row of rows.values()) {
          const end = originOf(row, byId);
          expect(originOf(end, byId)).toBe(end);
          const next = row.originId === null ? undefined : byId(row.originId);
          if (next) expect(originOf(next, byId)).toBe(end);
        }
      }),
    );
  });
});
