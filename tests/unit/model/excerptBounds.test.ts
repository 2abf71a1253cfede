// Other bounds, splits and merges of excerpts: the words stay those of the text, and nothing that was made of them goes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAnchor } from '@shared/model/excerpt';
import type { Excerpt } from '@shared/model/excerpt';
import { planMerge, planMovedLinks, planSplit } from '@shared/model/excerptBounds';

const TEXT = 'The ship left in May.[14] It carried 🚢 shells. Nobody saw it land in June.';
const TEXT_ID = 'a'.repeat(64);
let counter = 0;

function excerptAt(text: string, start: number, end: number, more: Partial<Excerpt> = {}): Excerpt {
  const anchor = planAnchor(text, TEXT_ID, start, end);
  if (!anchor.ok) throw new Error(anchor.reason);
  counter += 1;
  return {
    id: `excerpt-${String(counter).padStart(3, '0')}`,
    documentId: 'document-1',
    ...anchor.value,
    note: '',
    tags: [],
    credibility: null,
    eventDate: null,
    marking: null,
    sourceId: null,
    figures: [],
    ...more,
  } as Excerpt;
}
const excerptOf = (words: string, more: Partial<Excerpt> = {}): Excerpt =>
  excerptAt(TEXT, TEXT.indexOf(words), TEXT.indexOf(words) + words.length, more);
const at = (words: string): number => TEXT.indexOf(words);

const texts = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 80 });
const isVerbatim = (text: string, one: { start: number; end: number; quote: string }): boolean =>
  text.slice(one.start, one.end) === one.quote && one.quote.trim() === one.quote && one.quote !== '';
const isWell = (text: string): boolean => !/[\ud800-\udbff](?![\udc00-\udfff])/.test(text);

describe('splitting', () => {
  it('leaves the first part its note and gives the second the same tags, date and source', () => {
    const whole = excerptOf('The ship left in May.[14] It carried 🚢 shells.', {
      note: 'why',
      tags: ['tag-1'],
      sourceId: 'source-1',
      marking: 'TLP:RED',
    });
    const result = planSplit(TEXT, whole, at('It carried'));
    expect(result).toMatchObject({
      ok: true,
      value: {
        first: { quote: 'The ship left in May.[14]' },
        second: { quote: 'It carried 🚢 shells.', note: '', tags: ['tag-1'], sourceId: 'source-1', marking: 'TLP:RED' },
      },
    });
  });

  it('refuses a place at the edge, outside, and where one part would be white space', () => {
    const one = excerptOf('It carried');
    for (const place of [one.start, one.end, one.start - 3, one.end + 3])
      expect(planSplit(TEXT, one, place)).toMatchObject({ reason: 'split-outside' });
  });

  it('parts no character and loses no word, wherever it is cut', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), (text, place) => {
        if (text.trim() === '') return;
        const whole = excerptAt(text, 0, text.length);
        const result = planSplit(text, whole, place);
        if (!result.ok) return;
        const { first, second } = result.value;
        expect(isVerbatim(text, first) && isVerbatim(text, second)).toBe(true);
        expect(isWell(first.quote) && isWell(second.quote)).toBe(true);
        expect(first.start).toBe(whole.start);
        expect(second.end).toBe(whole.end);
        expect(first.end).toBeLessThanOrEqual(second.start);
        expect(text.slice(first.end, second.start).trim()).toBe('');
      }),
    );
  });
});

describe('merging', () => {
  it('joins what overlaps or stands side by side, over a reference marker too', () => {
    const a = excerptOf('left in May.', { note: 'first', tags: ['x'], eventDate: { start: '2024-05' } as never });
    const b = excerptOf('It carried 🚢 shells.', { note: 'second', tags: ['y', 'x'], marking: 'TLP:AMBER' });
    expect(planMerge(TEXT, [b, a])).toMatchObject({
      ok: true,
      value: {
        keptId: a.id,
        goneIds: [b.id],
        patch: {
          quote: 'left in May.[14] It carried 🚢 shells.',
          note: 'first\n\nsecond',
          tags: ['x', 'y'],
          marking: 'TLP:AMBER',
          eventDate: { start: '2024-05' },
        },
        differing: [],
      },
    });
  });

  it('keeps the first one’s date, source and grade where they differ, and says so', () => {
    const a = excerptOf('left in May.', { sourceId: 'source-1', credibility: 2 as never });
    const b = excerptOf('May.[14] It carried', { sourceId: 'source-2', credibility: 2 as never });
    expect(planMerge(TEXT, [a, b])).toMatchObject({
      value: { patch: { sourceId: 'source-1', credibility: 2 }, differing: ['source'] },
    });
  });

  it('refuses one alone, other documents, and passages with words between them', () => {
    const a = excerptOf('The ship');
    expect(planMerge(TEXT, [a])).toMatchObject({ reason: 'merge-one' });
    expect(planMerge(TEXT, [a, excerptOf('left', { documentId: 'document-2' })])).toMatchObject({
      reason: 'merge-documents',
    });
    expect(planMerge(TEXT, [a, excerptOf('shells')])).toMatchObject({ reason: 'merge-apart' });
  });

  it('undoes a split, letter for letter', () => {
    fc.assert(
      fc.property(texts, fc.nat(80), (text, place) => {
        if (text.trim() === '') return;
        const whole = excerptAt(text, 0, text.length, { tags: ['x'], note: 'n' });
        const split = planSplit(text, whole, place);
        if (!split.ok) return;
        const parts = [
          { ...whole, ...split.value.first },
          { ...whole, id: 'excerpt-new', ...split.value.second },
        ] as Excerpt[];
        const { start, end, quote, prefix, suffix, tags, note } = whole;
        expect(planMerge(text, parts)).toMatchObject({
          ok: true,
          value: { keptId: whole.id, patch: { start, end, quote, prefix, suffix, tags, note }, differing: [] },
        });
      }),
    );
  });
});

describe('the links of merged excerpts', () => {
  const link = (id: string, fromId: string, toId: string, type: 'supports' | 'contradicts' = 'supports') => ({
    id,
    fromTable: 'excerpts' as const,
    fromId,
    toTable: 'excerpts' as const,
    toId,
    type,
    note: '',
  });

  it('move to the one that is kept; those between them and those it has already go', () => {
    const links = [
      link('l1', 'a', 'z'),
      link('l2', 'b', 'z'),
      link('l3', 'y', 'b'),
      link('l4', 'a', 'b'),
      link('l5', 'b', 'z', 'contradicts'),
    ];
    expect(planMovedLinks({ keptId: 'a', goneIds: ['b'] }, links)).toEqual({
      changes: [
        { id: 'l3', patch: { toId: 'a' } },
        { id: 'l5', patch: { fromId: 'a' } },
      ],
      removed: ['l2', 'l4'],
    });
  });
});
