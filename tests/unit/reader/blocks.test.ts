import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from '@shared/text/segments';
import { segmentsOf } from '@shared/text/laidOut';
import { blockIndexAt, blocksOf, BLOCK_LENGTH, PIECE_LENGTH, tablesIn } from '../../../renderer/features/reader/blocks';

const words = fc.array(fc.constantFrom('ship', 'port', 'left', '[4]', '[12]', 'Rajin.', '한국', '🚢', '\n\n', '\n'), {
  minLength: 1,
  maxLength: 400,
});

describe('blocksOf', () => {
  it('keeps every word of every paragraph, in order, in pieces of bounded length', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (list, times) => {
        const text = `${list.join(' ')} `.repeat(times);
        const segments = segmentText(text);
        const pieces = blocksOf(text, segments).flatMap((block) => block.pieces);
        expect(pieces.map((piece) => text.slice(piece.start, piece.end)).join('')).toBe(
          segments.map((segment) => text.slice(segment.start, segment.end)).join(''),
        );
        for (const piece of pieces) {
          expect(piece.end - piece.start).toBeLessThanOrEqual(PIECE_LENGTH);
          for (const marker of piece.markers) {
            expect(marker.start).toBeGreaterThanOrEqual(piece.start);
            expect(marker.end).toBeLessThanOrEqual(piece.end);
          }
        }
        expect(pieces.flatMap((piece) => piece.markers)).toEqual(segments.flatMap((segment) => segment.markers));
      }),
      { numRuns: 40 },
    );
  });

  it('cuts a book on one line without breaking a surrogate pair, and numbers it once', () => {
    const text = '🚢'.repeat(30_000);
    const pieces = blocksOf(text, segmentText(text)).flatMap((block) => block.pieces);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.filter((piece) => piece.number !== null)).toHaveLength(1);
    for (const piece of pieces) expect(text.codePointAt(piece.start)).toBe(0x1f6a2);
  });

  it('finds the block of an offset', () => {
    const text = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} says a few words about ships.`).join('\n\n');
    const blocks = blocksOf(text, segmentText(text));
    expect(blocks.length).toBeGreaterThan(1);
    for (const [index, block] of blocks.entries()) {
      expect(block.end - block.start).toBeLessThanOrEqual(BLOCK_LENGTH);
      expect(blockIndexAt(blocks, block.start)).toBe(index);
      expect(blockIndexAt(blocks, block.end - 1)).toBe(index);
    }
    expect(blockIndexAt(blocks, 0)).toBe(0);
    expect(blockIndexAt([], 5)).toBe(0);
  });
});

describe('pages', () => {
  it('begin in the piece that holds them, each once, also in the white space before it and inside a marker', () => {
    const text = 'One two.\n\nThree [12] four.\n\nFive.';
    const pages: [string, number][] = [
      ['1', 0],
      ['2', 4],
      ['3', 9],
      ['4', text.indexOf('12')],
      ['5', text.length - 2],
      ['6', text.length],
    ];
    const pieces = blocksOf(text, segmentText(text), pages).flatMap((block) => block.pieces);
    expect(pieces.map((piece) => piece.pages.map(({ label, at }) => `${label}@${at}`))).toEqual([
      ['1@0', '2@4'],
      [`3@${text.indexOf('Three')}`, `4@${text.indexOf('[')}`],
      [`5@${text.length - 2}`],
    ]);
  });
});

describe('tables', () => {
  it('stand together row by row, apart from the words and from the next table', () => {
    const text = 'Words.\n\na\tb\nc\td\te\n\nf\tg\n\nWords.';
    const row = (words: string): ['table-row', number, number, number] => {
      const start = text.indexOf(words);
      return ['table-row', start, start + words.length, 0];
    };
    const layout = { blocks: [row('a\tb'), row('c\td\te'), row('f\tg')], pages: [] };
    const { pieces } = blocksOf(text, segmentsOf(text, layout))[0]!;
    expect(tablesIn(text, pieces).map((one) => [one.pieces.length, one.columns])).toEqual([
      [1, 0],
      [2, 3],
      [1, 2],
      [1, 0],
    ]);
  });
});
