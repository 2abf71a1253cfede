import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCodePoints, toUtf16 } from '@shared/anchor/codePoints';
import { anchorOf, selectorsOf, selectorsOfAll } from '@shared/anchor/selectors';
import { planAnchor } from '@shared/model/excerpt';
import type { Anchor } from '@shared/model/excerpt';

const TEXT_ID = 'b'.repeat(64);
const MIXED = 'A😀B e\u0301 三 end';

function anchorOn(text: string, words: string): Anchor {
  const planned = planAnchor(text, TEXT_ID, text.indexOf(words), text.indexOf(words) + words.length);
  if (!planned.ok) throw new Error(planned.reason);
  return planned.value;
}

describe('code points and code units', () => {
  it('agree with the vectors', () => {
    expect(toCodePoints(MIXED, [10, 13, 0])).toEqual([9, 12, 0]);
    expect(toUtf16(MIXED, [9, 12, 0])).toEqual([10, 13, 0]);
    expect(toCodePoints('e\u0301👩‍👩‍👧', [10])).toEqual([7]);
  });

  it('keep to the text', () => {
    expect(toCodePoints('ab', [-1, 9])).toEqual([0, 2]);
    expect(toUtf16('a😀', [-1, 9])).toEqual([0, 3]);
    expect(toCodePoints('a😀b', [2])).toEqual([2]);
  });

  it('are inverse for any text and offsets in any order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), fc.array(fc.nat(60)), (text, points) => {
        const known = points.map((point) => Math.min(point, Array.from(text).length));
        const units = toUtf16(text, known);
        expect(toCodePoints(text, units)).toEqual(known);
        expect(units).toEqual(known.map((point) => Array.from(text).slice(0, point).join('').length));
      }),
    );
  });
});

describe('selectors', () => {
  it('count code points', () => {
    expect(selectorsOf(MIXED, anchorOn(MIXED, 'end'))).toEqual([
      { type: 'TextPositionSelector', start: 9, end: 12 },
      { type: 'TextQuoteSelector', exact: 'end', prefix: 'A😀B e\u0301 三 ', suffix: '' },
    ]);
  });

  it('lead back to the anchor, for any selection in any text', () => {
    const word = fc.constantFrom('fuel', '😀', 'e\u0301', '三', 'a', '👩‍👩‍👧', 'end');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), (words, a, b) => {
        const planned = planAnchor(words, TEXT_ID, a, b);
        if (!planned.ok) return;
        const [selectors] = selectorsOfAll(words, [planned.value]);
        expect(anchorOf(words, TEXT_ID, selectors!)).toEqual(planned);
        expect(anchorOf(words, TEXT_ID, [selectors![0]])).toEqual(planned);
      }),
    );
  });

  it('are read as code units where the quote stands there', () => {
    const [position, quote] = selectorsOf(MIXED, anchorOn(MIXED, 'end'));
    const units = { ...position, start: 10, end: 13 };
    expect(anchorOf(MIXED, TEXT_ID, [units, quote])).toMatchObject({ value: { start: 10, end: 13, quote: 'end' } });
  });

  it('are refused where they name no certain place', () => {
    const twice = 'three tankers left. three tankers left.';
    const quote = { type: 'TextQuoteSelector', exact: 'three tankers' } as const;
    expect(anchorOf(twice, TEXT_ID, [quote])).toMatchObject({ ok: false, reason: 'ambiguous' });
    expect(anchorOf('wheat', TEXT_ID, [quote])).toMatchObject({ ok: false, reason: 'lost' });
    expect(anchorOf('wheat', TEXT_ID, [])).toMatchObject({ ok: false, reason: 'no-selector' });
    expect(anchorOf('wheat', TEXT_ID, [{ type: 'TextPositionSelector', start: 90, end: 95 }])).toMatchObject({
      ok: false,
      reason: 'out-of-text',
    });
  });
});
