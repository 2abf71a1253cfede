import { describe, expect, test } from 'vitest';
import { isNamed, matching } from '../../../renderer/ui/options';

const names = (typed: string, ...labels: string[]): string[] =>
  matching(
    labels.map((label) => ({ id: label, label })),
    typed,
  ).map((one) => one.label);

describe('finding options', () => {
  test('nothing typed leaves them as they stand, a hundred at most', () => {
    expect(names('', 'b', 'a')).toEqual(['b', 'a']);
    expect(names(' ', ...Array.from({ length: 300 }, (_, index) => `o${index}`))).toHaveLength(100);
  });

  test('the same word comes first, then beginnings, then later words, then anywhere', () => {
    expect(names('art', 'start', 'state art', 'artillery', 'art')).toEqual(['art', 'artillery', 'state art', 'start']);
  });

  test('case and accents do not count, and any script is found', () => {
    expect(names('ZOE', 'Zoë')).toEqual(['Zoë']);
    expect(names('артил', 'Артилерія')).toEqual(['Артилерія']);
    expect(names('북', '북한')).toEqual(['북한']);
  });

  test('other names and the second line find too, the line last', () => {
    const options = [
      { id: '1', label: 'Depot', detail: 'Logistics / North' },
      { id: '2', label: 'Korea', also: ['North Korea', 'DPRK'] },
    ];
    expect(matching(options, 'north').map((one) => one.id)).toEqual(['2', '1']);
    expect(isNamed(options, 'dprk ')).toBe(true);
    expect(isNamed(options, 'north')).toBe(false);
  });
});
