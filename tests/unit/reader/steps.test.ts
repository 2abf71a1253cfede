import { describe, expect, it } from 'vitest';
import { segmentText } from '@shared/text/segments';
import { growSpan, shrinkSpan, stepCharacter, stepUnit } from '../../../renderer/features/reader/steps';

const text = 'On ships\n\nThe ship left. It carried shells.\n\n[14] Nobody saw it 👩‍✈️ land.';
const read = { text, segments: segmentText(text), language: 'en' };
const at = (words: string) => text.indexOf(words);

describe('the caret', () => {
  it('steps over whole characters, and from paragraph to paragraph', () => {
    expect(stepCharacter(read, at('👩'), 1)).toBe(at(' land'));
    expect(stepCharacter(read, at(' land'), -1)).toBe(at('👩'));
    expect(stepCharacter(read, at('ships') + 5, 1)).toBe(at('The ship'));
    expect(stepCharacter(read, at('The ship'), -1)).toBe(at('ships') + 5);
  });

  it('stays at both ends of the text', () => {
    expect(stepCharacter(read, 0, -1)).toBe(0);
    expect(stepCharacter(read, text.length, 1)).toBe(text.length);
    expect(stepUnit(read, text.length, 'sentence', 1, false)).toBe(text.length);
    expect(stepUnit(read, 0, 'paragraph', -1, false)).toBe(0);
  });

  it('goes from sentence to sentence, and takes whole ones into a selection', () => {
    const start = at('The ship');
    expect(stepUnit(read, start, 'sentence', 1, false)).toBe(at('It carried'));
    expect(stepUnit(read, start, 'sentence', 1, true)).toBe(at('left.') + 5);
    expect(stepUnit(read, at('left.') + 5, 'sentence', 1, true)).toBe(at('shells.') + 7);
    expect(stepUnit(read, at('carried'), 'sentence', -1, false)).toBe(at('It carried'));
  });

  it('leaves a reference marker out of the paragraph it stands before', () => {
    expect(stepUnit(read, at('The ship'), 'paragraph', 1, false)).toBe(at('Nobody'));
  });
});

describe('growing and shrinking', () => {
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const caret = at('carried') + 2;
  const grown = (times: number) => {
    let span = { start: caret, end: caret };
    for (let i = 0; i < times; i += 1) span = growSpan(read, span);
    return span;
  };

  it('takes the word, the sentence, the paragraph, then the next one, and stops at the end', () => {
    expect([1, 2, 3].map((times) => words(grown(times)))).toEqual([
      'carried',
      'It carried shells.',
      'The ship left. It carried shells.',
    ]);
    expect(words(grown(4))).toMatch(/^The ship left\..* land\.$/s);
    expect(grown(9)).toEqual(grown(4));
  });

  it('completes a selection made by hand', () => {
    expect(words(growSpan(read, { start: at('ship left') + 1, end: at('shells') + 2 }))).toBe(
      'ship left. It carried shells',
    );
  });

  it('comes back the way it grew', () => {
    for (const times of [1, 2, 3, 4]) expect(shrinkSpan(read, grown(times), caret)).toEqual(grown(times - 1));
    expect(shrinkSpan(read, grown(0), caret)).toEqual(grown(0));
  });
});
