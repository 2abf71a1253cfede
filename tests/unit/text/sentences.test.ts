import { describe, expect, it } from 'vitest';
import { segmentText } from '@shared/text/segments';
import { nextUnit, paragraphAt, previousUnit, sentenceAt, wordAt } from '@shared/text/sentences';
import type { Unit } from '@shared/text/sentences';
import { realDocument } from './realDocument';

/** Everything the keyboard steps through, forwards. */
function walk(text: string, unit: Unit, language = 'en'): string[] {
  const segments = segmentText(text);
  const found: string[] = [];
  for (let at = 0; ;) {
    const span = nextUnit(text, segments, at, unit, language);
    if (!span) return found;
    found.push(text.slice(span.start, span.end));
    at = span.end;
  }
}

/** The same, backwards, in text order. */
function walkBack(text: string, unit: Unit, language = 'en'): string[] {
  const segments = segmentText(text);
  const found: string[] = [];
  for (let at = text.length; ;) {
    const span = previousUnit(text, segments, at, unit, language);
    if (!span) return found.toReversed();
    found.push(text.slice(span.start, span.end));
    at = span.start;
  }
}

describe('sentences', () => {
  it.each([
    ['en', 'Gen. Kim met Lt. Col. J. R. Ode. They spoke with U.S. forces.', 2],
    ['en', 'It left the U.S. The ship did not return.', 2],
    ['en', 'See No. 5 and Fig. 3 on p. 12. It cost 3.5 million dollars, i.e. too much. Done.', 3],
    ['en', 'He asked: “Who goes there?” She was silent.', 2],
    ['en', 'The war goes on.[14] Ukrainian sources agree. [15] Others do not.', 3],
    ['de', 'Am 25. Oktober traf er Dr. Weber. Am Abend fuhr er ab.', 2],
    ['ru', 'Об этом сообщил ген. Иванов в г. Курск. В 2024 г. Он подтвердил это.', 3],
    ['uk', 'Про це сказав В. В. Гнатюк на вул. Хрещатик. Це підтвердили.', 2],
    ['ko', '북한군이 도착했다. 훈련은 몇 주 걸린다.', 2],
    ['ja', '船が出た。まだ戻らない。', 2],
    ['no-such-language-tag', 'One is here. Two is here.', 2],
  ])('%s: %s', (language, text, count) => {
    expect(walk(`T\n\n${text}`, 'sentence', language)).toHaveLength(count + 1);
    expect(walkBack(`T\n\n${text}`, 'sentence', language)).toEqual(walk(`T\n\n${text}`, 'sentence', language));
  });

  it('leaves reference markers at the edges out', () => {
    expect(walk('T\n\n[4] One ended.[5] Two [6] goes on. [7]', 'sentence')).toEqual([
      'T',
      'One ended.',
      'Two [6] goes on.',
    ]);
  });
});

describe('units at an offset', () => {
  const text = 'Title\n\n[4] Yunus-bek saw 1,500 soldiers. They left.';
  const segments = segmentText(text);
  const words = (span: { start: number; end: number } | null): string | null =>
    span && text.slice(span.start, span.end);

  it('finds word, sentence and paragraph', () => {
    expect(words(wordAt(text, segments, 14, 'en'))).toBe('Yunus-bek');
    expect(words(wordAt(text, segments, text.indexOf(',5'), 'en'))).toBe('1,500');
    expect(words(wordAt(text, segments, 5, 'en'))).toBe('Title');
    expect(words(sentenceAt(text, segments, 8, 'en'))).toBe('Yunus-bek saw 1,500 soldiers.');
    expect(words(sentenceAt(text, segments, text.length, 'en'))).toBe('They left.');
    expect(words(paragraphAt(text, segments, 20))).toBe('Yunus-bek saw 1,500 soldiers. They left.');
    expect(wordAt('', [], 0, 'en')).toBeNull();
  });

  it('steps through the words both ways', () => {
    expect(walk('T\n\nKim Jong-un’s men left.', 'word')).toEqual(['T', 'Kim', 'Jong-un’s', 'men', 'left']);
    expect(walkBack('T\n\nKim Jong-un’s men left.', 'word')).toEqual(['T', 'Kim', 'Jong-un’s', 'men', 'left']);
  });

  it('comes to an end in a very long line without stops', () => {
    const long = `T\n\n${'word '.repeat(50_000)}`;
    expect(sentenceAt(long, segmentText(long), 100_000, 'en')).not.toBeNull();
  });
});

const real = realDocument();
describe.runIf(real !== null)('the real document', () => {
  it('has a title, 19 sentences in 19 paragraphs, and 4 captions', () => {
    const sentences = walk(real!, 'sentence');
    expect(sentences).toHaveLength(24);
    expect(sentences.every((sentence) => !sentence.startsWith('['))).toBe(true);
    expect(walk(real!, 'paragraph')).toEqual(sentences);
    expect(walkBack(real!, 'word')).toEqual(walk(real!, 'word'));
  });
});
