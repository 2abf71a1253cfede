// Joining two records of one source, and finding what may be the same.
import { describe, expect, it } from 'vitest';
import { createRow } from '@shared/merge/edit';
import { makeClock } from '@shared/merge/clock';
import { findDuplicates } from '@shared/model/duplicates';
import type { Source } from '@shared/model/source';
import { planSourceJoin } from '@shared/model/sourceJoin';

let wall = 1_800_000_000_000;
const clock = makeClock('aaaaaaaaaa', 'www', () => (wall += 1));
const grading = (id: string) => ({ id, reliability: 'B' as const, reason: 'r', by: 'aaaaaaaaaa', at: '2026-01-01' });
const source = (id: string, name: string, more: Partial<Source> = {}): Source =>
  createRow(
    'sources',
    id,
    { name, kind: 'agency', aliases: [], description: '', originId: null, gradings: [], ...more },
    clock.tick(),
  );
const map = (...rows: Source[]) => new Map(rows.map((row) => [row.id, row]));

describe('joining sources', () => {
  it('unites names, gradings, descriptions and what takes its information from them', () => {
    const into = source('a', 'Port Authority', { aliases: ['PA'], gradings: [grading('g1')], description: 'One.' });
    const from = source('b', 'Harbour office', {
      aliases: ['pa'],
      gradings: [grading('g2')],
      description: 'Two.',
      originId: 'd',
    });
    const plan = planSourceJoin(
      'b',
      'a',
      map(into, from, source('c', 'Paper', { originId: 'b' }), source('d', 'Pilot')),
    );
    expect(plan.ok && plan.value).toEqual([
      {
        id: 'a',
        patch: {
          aliases: ['PA', 'Harbour office'],
          gradings: [grading('g1'), grading('g2')],
          description: 'One.\n\nTwo.',
          originId: 'd',
        },
      },
      { id: 'c', patch: { originId: 'a' } },
    ]);
  });

  it('makes no ring of origins', () => {
    const rows = map(
      source('a', 'A', { originId: 'b' }),
      source('b', 'B', { originId: 'a' }),
      source('c', 'C', { originId: 'a' }),
    );
    const joined = planSourceJoin('b', 'a', rows);
    expect(joined.ok && joined.value[0]!.patch.originId).toBeNull();
    const far = planSourceJoin('b', 'a', map(source('a', 'A'), source('b', 'B', { originId: 'c' }), rows.get('c')!));
    expect(far.ok && far.value[0]!.patch).not.toHaveProperty('originId');
  });

  it('refuses a source with itself, and one that is not there', () => {
    expect(planSourceJoin('a', 'a', map(source('a', 'A')))).toMatchObject({ ok: false, reason: 'same-source' });
    expect(planSourceJoin('a', 'b', map(source('a', 'A')))).toMatchObject({ ok: false, reason: 'not-found' });
  });
});

describe('what may be the same', () => {
  it('is found by name or alias, whatever its case and form, the older first', () => {
    const rows = [
      source('1', 'Kursk'),
      source('2', 'Oblast', { aliases: ['ＫＵＲＳＫ '] }),
      source('3', 'Moscow'),
      source('4', 'kursk'),
    ];
    expect(findDuplicates(rows.toReversed()).map(({ into, from, name }) => [into.id, from.id, name])).toEqual([
      ['1', '2', 'ＫＵＲＳＫ '],
      ['1', '4', 'kursk'],
    ]);
    expect(findDuplicates([source('5', 'A'), source('6', 'B')])).toEqual([]);
  });
});
