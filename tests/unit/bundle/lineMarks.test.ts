import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBook, lineMark, MARK_WORDS } from '@shared/bundle/lineMarks';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function markOf(bytes: Uint8Array, from = 0, to = bytes.length): Int32Array {
  const mark = new Int32Array(MARK_WORDS);
  lineMark(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), from, to, mark);
  return mark;
}

const hexOf = (mark: Int32Array): string =>
  Array.from(mark, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

test('a mark is MurmurHash3 x86 128 with seed 0, word by word', () => {
  // Vectors of the public-domain reference code.
  expect(hexOf(markOf(bytesOf('')))).toBe('0'.repeat(32));
  expect(hexOf(markOf(bytesOf('The quick brown fox jumps over the lazy dog')))).toBe(
    '2f1583c3ecee2c675d7bf66ce5e91d2c',
  );
});

test('a mark depends on the line alone, not on what stands around it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 40 }), (line, around) => {
      const inside = new Uint8Array([...around, ...line, ...around]);
      expect(markOf(inside, around.length, around.length + line.length)).toEqual(markOf(line));
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
        expect(markOf(other)).not.toEqual(markOf(line));
      },
    ),
  );
});

test('a book knows the lines that were noted, all but those of given records', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 3_000, size: 'max' }),
      fc.nat({ max: 50 }),
      (lines, every) => {
        const id = (n: number): string => `018bcfe5-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
        const book = new LineBook();
        lines.forEach((line, n) => book.note([...markOf(bytesOf(line))], 0, id(n)));
        const except = lines.map((_, n) => id(n)).filter((_, n) => n % (every + 1) === 1);
        const again = new LineBook(book.met, [...except, id(9_999)]);
        expect(lines.filter((line) => !again.isKnown(markOf(bytesOf(line))))).toEqual(
          lines.filter((_, n) => n % (every + 1) === 1),
        );
        expect(again.isKnown(markOf(bytesOf('\n a line that was not noted')))).toBe(false);
        expect(again.met).toHaveLength(0);
      },
    ),
    { numRuns: 20 },
  );
});
