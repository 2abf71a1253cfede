import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '@shared/text/textDiff';
import type { DiffRow } from '@shared/text/textDiff';

const side = (rows: readonly DiffRow[], without: 'added' | 'removed'): string[] =>
  rows
    .map(({ pieces }) => pieces.filter(({ change }) => change !== without).map(({ text }) => text))
    .filter((texts) => texts.length > 0)
    .map((texts) => texts.join(''));

const full = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

describe('a diff of two texts', () => {
  it('shows lines that stayed, came, went, and the words that changed in a line', () => {
    const rows = diffTexts(
      'One line.\n\nThree tankers left at dawn.\nGone now.',
      'New.\nOne line.\n\nFour tankers left at dawn.',
    );
    expect(rows.map(({ change }) => change)).toEqual(['added', 'same', 'changed', 'removed']);
    expect(rows[2]).toMatchObject({ at: 16, was: 11 });
    expect(rows[2]!.pieces.map(({ change, text }) => `${change} ${text}`)).toEqual([
      'removed Three',
      'added Four',
      'same  tankers left at dawn.',
    ]);
  });

  it('has every line of both texts, in order, and nothing else', () => {
    const line = fc
      .array(fc.constantFrom('one', 'two', 'three', 'four', '-', '“x”'), { maxLength: 6 })
      .map((words) => words.join(' '));
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const rows = diffTexts(before, after);
        expect(side(rows, 'removed')).toEqual(full(after));
        expect(side(rows, 'added')).toEqual(full(before));
      }),
    );
  });
});
