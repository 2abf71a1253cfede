import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownMarks, lineMark, packLines } from '@shared/bundle/lineMarks';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const hexOf = (mark: string): string =>
  Array.from(mark, (unit) => unit.charCodeAt(0).toString(16).padStart(4, '0')).join('');

test('a mark is MurmurHash3 x86 128 with seed 0, word by word', () => {
  // Vectors of the public-domain reference code.
  expect(hexOf(lineMark(bytesOf(''), 0, 0))).toBe('0'.repeat(32));
  const text = bytesOf('The quick brown fox jumps over the lazy dog');
  expect(hexOf(lineMark(text, 0, text.length))).toBe('2f1583c3ecee2c675d7bf66ce5e91d2c');
});

test('a mark depends on the line alone, not on what stands around it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 40 }), (line, around) => {
      const inside = new Uint8Array([...around, ...line, ...around]);
      expect(lineMark(inside, around.length, around.length + line.length)).toBe(lineMark(line, 0, line.length));
    }),
  );
});

test('one changed byte changes the mark', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (line, at, by) => {
        const other = line.slice();
        other[at % line.length]! ^= by;
        expect(lineMark(other, 0, other.length)).not.toBe(lineMark(line, 0, line.length));
      },
    ),
  );
});

test('notes come back from how they are stored, without those of given records', () => {
  const id = (last: string): string => `018bcfe5-0000-7000-8000-00000000ab${last}`;
  const notes = ['', 'a', 'zero\u0000', '한글'].map((text, i) => ({
    mark: lineMark(bytesOf(text), 0, bytesOf(text).length),
    id: id(`0${i}`),
  }));
  const packed = packLines(notes);
  expect([...knownMarks(packed, new Set())]).toEqual(notes.map((note) => note.mark));
  expect([...knownMarks(packed, new Set([id('01'), id('99')]))]).toEqual([0, 2, 3].map((i) => notes[i]!.mark));
});
