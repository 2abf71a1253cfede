import { describe, expect, it } from 'vitest';
import type { Filter } from '@shared/query/filter';
import { chipsOf, filterWords, toggled, withParts } from '../../../../renderer/features/excerpts/filtersModel';
import type { FilterNames } from '../../../../renderer/features/excerpts/filtersModel';

const names: FilterNames = {
  tag: (id) => (id === 't1' ? { name: 'Kursk', hue: 3 } : undefined),
  document: () => ({ title: 'A briefing' }),
  source: () => ({ name: 'NIS' }),
};

describe('a filter', () => {
  it('takes a value in and out, and forgets empty parts', () => {
    const one = toggled({}, 'tagIds', 't1');
    expect(one).toEqual({ tagIds: ['t1'] });
    expect(toggled(one, 'tagIds', 't1')).toEqual({});
    expect(withParts({ text: 'x' }, { text: '' })).toEqual({});
  });

  it('keeps all-or-any only while there are two tags', () => {
    const two: Filter = { tagIds: ['t1', 't2'], tagMode: 'any' };
    expect(withParts(two, {}).tagMode).toBe('any');
    expect(toggled(two, 'tagIds', 't2').tagMode).toBeUndefined();
  });

  it('keeps a false answer, which filters too', () => {
    expect(withParts({}, { hasNote: false })).toEqual({ hasNote: false });
  });
});

describe('chips', () => {
  const filter: Filter = {
    text: 'troops',
    tagIds: ['t1', 'gone'],
    sourceIds: [''],
    reliabilities: ['B', null],
    credibilities: [2],
    markings: ['TLP:RED'],
    dateFrom: '2024-10-01',
    hasTags: false,
  };

  it('name every value, with the hue of a tag', () => {
    const chips = chipsOf(filter, names);
    expect(chips.map((chip) => chip.label)).toEqual([
      'Kursk',
      '(deleted)',
      'no source',
      'B usually reliable',
      'source not graded',
      '2 probably true',
      'TLP:RED',
      'from 1 October 2024',
      'without tags',
    ]);
    expect(chips[0]!.hue).toBe(3);
  });

  it('each leave the rest as it is when taken away', () => {
    let now = filter;
    for (let chips = chipsOf(now, names); chips.length > 0; chips = chipsOf(now, names)) {
      const { without } = chips[0]!;
      expect(chipsOf(without, names)).toHaveLength(chips.length - 1);
      now = without;
    }
    expect(now).toEqual({ text: 'troops' });
  });

  it('say in words what was looked for', () => {
    expect(filterWords({ text: ' troops ', tagIds: ['t1'] }, names)).toBe('“troops”, Kursk');
  });
});
