import type { KeyboardEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { segmentText } from '@shared/text/segments';
import { moveOf, wordsFor } from '../../../renderer/features/reader/caretKeys';

const text = 'On ships\n\nThe ship left. It carried shells.\n\nNobody saw it land.';
const read = { text, segments: segmentText(text), language: 'en' };
const at = (words: string) => text.indexOf(words);
const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key: name, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more }) as KeyboardEvent;
const caret = (offset: number) => ({ anchor: offset, focus: offset });
const byLine = () => 42;

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });

describe('moveOf', () => {
  it('reads sentence keys by their sign, and with Shift by their place', () => {
    expect(moveOf(key('.'), caret(at('The')), read, byLine)?.to).toBe(at('It carried'));
    const shifted = key('>', { shiftKey: true, code: 'Period' });
    expect(moveOf(shifted, caret(at('The')), read, byLine)).toEqual({
      to: at('left.') + 5,
      maker: 'unit',
      unit: 'sentence',
    });
    expect(moveOf(key(':', { shiftKey: true, code: 'Period' }), caret(at('The')), read, byLine)?.unit).toBe('sentence');
  });

  it('steps by word and paragraph with Ctrl', () => {
    expect(moveOf(key('ArrowRight', { ctrlKey: true }), caret(at('The')), read, byLine)?.to).toBe(at('ship left'));
    expect(moveOf(key('ArrowDown', { ctrlKey: true }), caret(at('The')), read, byLine)?.to).toBe(at('Nobody'));
    expect(moveOf(key('End', { ctrlKey: true }), caret(0), read, byLine)?.to).toBe(text.length);
  });

  it('lets an arrow leave a selection at the side it points to', () => {
    const selected = { anchor: at('ship left'), focus: at('ship left') + 4 };
    expect(moveOf(key('ArrowLeft'), selected, read, byLine)?.to).toBe(selected.anchor);
    expect(moveOf(key('ArrowRight'), selected, read, byLine)?.to).toBe(selected.focus);
  });

  it('asks the page for lines, and leaves other keys alone', () => {
    expect(moveOf(key('ArrowDown'), caret(0), read, byLine)?.to).toBe(42);
    expect(moveOf(key('e'), caret(0), read, byLine)).toBeNull();
    expect(moveOf(key('ArrowLeft', { altKey: true }), caret(0), read, byLine)).toBeNull();
    expect(moveOf(key('.', { ctrlKey: true }), caret(0), read, byLine)).toBeNull();
  });
});

describe('wordsFor', () => {
  it('says what is selected, and shortens what is long', () => {
    const move = { to: at('left.') + 5, maker: 'unit', unit: 'sentence' } as const;
    expect(wordsFor(read, at('The'), move)).toBe('Selected: The ship left.');
    const long = { text: 'word '.repeat(100), segments: segmentText('word '.repeat(100)), language: 'en' };
    expect(wordsFor(long, 0, { to: 500, maker: 'hand', unit: 'line' })).toMatch(/^Selected 100 words, to: /);
  });

  it('says the word the caret stands before', () => {
    expect(wordsFor(read, at('ship left'), { to: at('ship left'), maker: 'hand', unit: 'word' })).toBe('ship');
  });
});

describe('text from right to left', () => {
  const words = 'قالت الوزارة إن السفن غادرت.\n\nThe ship left.';
  const both = { text: words, segments: segmentText(words), language: 'ar' };

  it('goes on in the text with the arrow that points where the words go', () => {
    expect(moveOf(key('ArrowLeft'), caret(2), both, byLine)?.to).toBe(3);
    expect(moveOf(key('ArrowRight'), caret(2), both, byLine)?.to).toBe(1);
    expect(moveOf(key('ArrowLeft', { ctrlKey: true }), caret(0), both, byLine)?.to).toBe(words.indexOf('الوزارة'));
    const english = words.indexOf('ship');
    expect(moveOf(key('ArrowRight'), caret(english), both, byLine)?.to).toBe(english + 1);
  });
});
