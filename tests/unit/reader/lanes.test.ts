import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lanesOf } from '../../../renderer/features/reader/lanes';

it('gives overlapping excerpts lanes of their own, the earlier and longer one the first', () => {
  const lanes = lanesOf([
    { id: 'inner', start: 5, end: 8 },
    { id: 'outer', start: 5, end: 20 },
    { id: 'after', start: 20, end: 30 },
  ]);
  expect(Object.fromEntries(lanes)).toEqual({ outer: 0, inner: 1, after: 0 });
});

it('never puts two overlapping excerpts in one lane while there are lanes', () => {
  const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }));
  const property = fc.property(fc.array(span, { maxLength: 30 }), (list) => {
    const spans = list.map(([start, length], i) => ({ id: String(i), start, end: start + length }));
    const lanes = lanesOf(spans, 100);
    for (const a of spans) {
      for (const b of spans) {
        if (a.id < b.id && a.start < b.end && b.start < a.end) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
      }
    }
  });
  expect(() => fc.assert(property)).not.toThrow();
});
