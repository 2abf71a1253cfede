import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROW, rowNear, rowOf, slotsOf } from '../../../renderer/features/reader/strip/slots';
import type { Look } from '../../../renderer/features/reader/strip/slots';
import { hintLines, stripWords } from '../../../renderer/features/reader/strip/stripWords';
import { scrollFor, shareAt, viewBox } from '../../../renderer/features/reader/strip/track';

/** A heading's worth of white, then 100 letters over 200 pixels, then 900 over 600, and white below. */
const track = {
  places: [
    { offset: 0, top: 100 },
    { offset: 100, top: 300 },
    { offset: 1_000, top: 900 },
  ],
  height: 1_000,
};
const topic: Look = { hue: 3, kind: 'topic' };
const person: Look = { hue: 3, kind: 'person' };

describe('where an offset stands', () => {
  it('is known at the places, and evenly between them', () => {
    expect([0, 50, 100, 550, 1_000].map((offset) => shareAt(track, offset))).toEqual([0.1, 0.2, 0.3, 0.6, 0.9]);
  });
  it('is at an end where the offset is outside, and at the top where nothing is laid out', () => {
    expect(shareAt({ ...track, places: track.places.slice(1) }, 0)).toBe(0.3);
    expect(shareAt(track, 5_000)).toBe(0.9);
    expect([shareAt({ places: [], height: 100 }, 5), shareAt({ ...track, height: 0 }, 5)]).toEqual([0, 0]);
  });
  it('never goes back up, and stays in the strip', () => {
    const place = fc.tuple(fc.nat(5_000), fc.nat(5_000));
    const property = fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), fc.nat(6_000), (pairs, offset) => {
      const [offsets, tops] = [0, 1].map((i) => pairs.map((pair) => pair[i]!).sort((a, b) => a - b));
      const some = { places: offsets!.map((at, i) => ({ offset: at, top: tops![i]! })), height: 5_000 };
      const [here, further] = [rowOf(some, 400, offset), rowOf(some, 400, offset + 50)];
      expect(further).toBeGreaterThanOrEqual(here);
      expect(here).toBeGreaterThanOrEqual(0);
      expect(further).toBeLessThan(400 / ROW);
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});

describe('the box of what is in view', () => {
  it('is as high as what is in view, and not there where all is', () => {
    expect(viewBox({ scrollTop: 500, clientHeight: 500, scrollHeight: 5_000 })).toEqual({ top: 50, height: 50 });
    expect(viewBox({ scrollTop: 0, clientHeight: 500, scrollHeight: 500 })).toBeNull();
  });
  it('can be seen in the longest text, and reaches both ends', () => {
    const long = { clientHeight: 500, scrollHeight: 1_000_500 };
    expect(viewBox({ ...long, scrollTop: 0 })).toEqual({ top: 0, height: 8 });
    expect(viewBox({ ...long, scrollTop: 1_000_000 })).toEqual({ top: 492, height: 8 });
  });
  it('comes to where it is taken', () => {
    const property = fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(500), (more, y) => {
      const element = { scrollTop: 0, clientHeight: 500, scrollHeight: 500 + more };
      const { top, height } = viewBox({ ...element, scrollTop: scrollFor(element, y) })!;
      const wanted = Math.max(height / 2, Math.min(500 - height / 2, y));
      expect(top + height / 2).toBeCloseTo(wanted, 5);
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});

describe('what stands in the rows', () => {
  const height = 100 * ROW;
  const at = (start: number, look: Look, length = 1) => ({ start, end: start + length, look });

  it('shows the two looks that most excerpts of a row have, and names all of them', () => {
    const { rows } = slotsOf(
      track,
      height,
      [at(0, null), at(1, person), at(1, topic), at(2, topic), at(2, person)],
      [],
    );
    expect(rows.get(10)).toEqual({ excerpts: [0, 1, 2, 3, 4], found: [], looks: [person, topic] });
  });
  it('keeps the words found apart', () => {
    const { rows } = slotsOf(
      track,
      height,
      [at(50, topic)],
      [
        { start: 50, end: 53 },
        { start: 550, end: 553 },
      ],
    );
    expect(rows.get(20)).toEqual({ excerpts: [0], found: [0], looks: [topic] });
    expect(rows.get(60)).toEqual({ excerpts: [], found: [1], looks: [] });
  });
  it('draws a long excerpt over its rows, and equal ones once', () => {
    const long = [at(50, topic, 500), at(50, topic, 500), at(50, person, 500), at(50, topic)];
    expect(slotsOf(track, height, long, []).stems).toEqual([
      { from: 20, to: 60, look: topic },
      { from: 20, to: 60, look: person },
    ]);
  });
  it('has no more rows and stems than fit, however many excerpts there are', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => at(i % 1_000, i % 2 ? topic : null, 300));
    const { rows, stems } = slotsOf(track, height, many, []);
    expect(rows.size).toBeLessThanOrEqual(100);
    expect(stems.length).toBeLessThanOrEqual(2 * 100 * 3);
    expect([...rows.values()].reduce((sum, row) => sum + row.excerpts.length, 0)).toBe(10_000);
  });
  it('finds the row nearest to the pointer, and none far from any', () => {
    const slots = slotsOf(track, height, [at(50, topic), at(100, person)], []);
    expect(rowNear(slots, 20 * ROW + 1)?.looks).toEqual([topic]);
    expect(rowNear(slots, 28 * ROW)?.looks).toEqual([person]);
    expect(rowNear(slots, 25 * ROW)).toBeNull();
  });
});

describe('the strip in words', () => {
  it('counts what it shows', () => {
    expect(stripWords(0, 0)).toBe('Map of the text: no excerpts');
    expect(stripWords(1, 1)).toBe('Map of the text: 1 excerpt, 1 place with the words found');
    expect(stripWords(12, 3)).toBe('Map of the text: 12 excerpts, 3 places with the words found');
  });
  it('says how many are not named', () => {
    expect(hintLines(2, 2, 0)).toEqual([]);
    expect(hintLines(4, 5, 2)).toEqual(['1 more excerpt', '2 places with the words found']);
  });
});
