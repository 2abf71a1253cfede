import { describe, expect, test } from 'vitest';
import { rowAfterKey, selectionAfter } from '../../../renderer/ui/selection';
import type { SelectionStep } from '../../../renderer/ui/selection';
import { windowAt } from '../../../renderer/ui/useRowWindow';

const after = (step: Partial<SelectionStep>): string[] => [
  ...selectionAfter({
    mode: 'multiple',
    selected: new Set(),
    keyAt: (index) => `k${index}`,
    index: 0,
    anchor: 0,
    how: 'only',
    ...step,
  }),
];

describe('selecting rows', () => {
  test('a plain step selects only its row, and says nothing new where it already is', () => {
    const selected = new Set(['k2']);
    expect(after({ selected: new Set(['k1', 'k2']), index: 2 })).toEqual(['k2']);
    expect(
      selectionAfter({ mode: 'multiple', selected, keyAt: (index) => `k${index}`, index: 2, anchor: 2, how: 'only' }),
    ).toBe(selected);
  });

  test('a range runs from the anchor in either direction', () => {
    expect(after({ index: 3, anchor: 1, how: 'range' })).toEqual(['k1', 'k2', 'k3']);
    expect(after({ index: 1, anchor: 3, how: 'range' })).toEqual(['k1', 'k2', 'k3']);
    expect(after({ mode: 'single', index: 1, anchor: 3, how: 'range' })).toEqual(['k1']);
  });

  test('toggling adds and takes away; single keeps one', () => {
    expect(after({ selected: new Set(['k1']), index: 2, how: 'toggle' })).toEqual(['k1', 'k2']);
    expect(after({ selected: new Set(['k1', 'k2']), index: 2, how: 'toggle' })).toEqual(['k1']);
    expect(after({ mode: 'single', selected: new Set(['k1']), index: 2, how: 'toggle' })).toEqual(['k2']);
    expect(after({ mode: 'none', index: 2 })).toEqual([]);
  });
});

describe('moving by keys', () => {
  test('stays within the list', () => {
    expect(rowAfterKey('ArrowDown', -1, 10, 5)).toBe(0);
    expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9);
    expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
    expect(rowAfterKey('PageDown', 7, 10, 5)).toBe(9);
    expect(rowAfterKey('PageUp', 7, 10, 5)).toBe(2);
    expect(rowAfterKey('Home', 7, 10, 5)).toBe(0);
    expect(rowAfterKey('End', 7, 10, 5)).toBe(9);
  });

  test('other keys and empty lists lead nowhere', () => {
    expect(rowAfterKey('a', 3, 10, 5)).toBeNull();
    expect(rowAfterKey('ArrowDown', -1, 0, 5)).toBeNull();
  });
});

describe('the rows in the page', () => {
  test('cover the screen with rows to spare, at any place', () => {
    for (const offset of [0, 31, 320, 5_000, 3_199_200]) {
      const { first, end } = windowAt(offset, 800, 32, 100_000);
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(offset / 32) - 10));
      expect(end).toBeGreaterThanOrEqual(Math.min(100_000, Math.ceil((offset + 800) / 32) + 10));
      expect(end - first).toBeLessThan(120);
    }
  });

  test('reach further the way one scrolls', () => {
    const rest = windowAt(64_000, 800, 32, 100_000);
    expect(windowAt(64_000, 800, 32, 100_000, 1).end).toBeGreaterThan(rest.end + 20);
    expect(windowAt(64_000, 800, 32, 100_000, 1).first).toBe(rest.first);
    expect(windowAt(64_000, 800, 32, 100_000, -1).first).toBeLessThan(rest.first - 20);
  });

  test('a short list is whole, and a place past the end shows the end', () => {
    expect(windowAt(0, 800, 32, 7)).toEqual({ first: 0, end: 7 });
    const { first, end } = windowAt(90_000, 800, 32, 100);
    expect(end).toBe(100);
    expect(first).toBeLessThanOrEqual(75);
    expect(windowAt(0, 800, 32, 0)).toEqual({ first: 0, end: 0 });
  });
});
