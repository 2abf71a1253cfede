// A text with a layout is cut as its layout says; with none as its lines say; and no word of it is lost either way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startFlow } from '@shared/extract/flow';
import { LAYOUT_KINDS } from '@shared/model/layout';
import type { LayoutBlock } from '@shared/model/layout';
import { placeAt } from '@shared/model/place';
import { pageIndexAt, segmentsOf } from '@shared/text/laidOut';
import { segmentText } from '@shared/text/segments';

function laidOut() {
  const flow = startFlow();
  flow.page('iv');
  flow.block('title', 'On ships');
  flow.block('heading', 'The first year', 1);
  flow.block('paragraph', 'A short line that would be a heading');
  flow.page('1');
  flow.block('heading', 'Tonnage', 2);
  flow.table([
    ['Year', 'Tonnes'],
    ['2023', '12'],
  ]);
  flow.block('footnote', 'See [3] for more.');
  flow.block('list-item', 'One', 2);
  return flow.done();
}

describe('segmentsOf', () => {
  it('takes kinds, levels and numbers from the layout', () => {
    const { text, blocks, pages } = laidOut();
    const segments = segmentsOf(text, { blocks: [...blocks], pages: [...pages] });
    expect(
      segments.map(({ kind, level, number, start, end }) => [kind, level, number, text.slice(start, end)]),
    ).toEqual([
      ['title', 0, 1, 'On ships'],
      ['heading', 1, 1, 'The first year'],
      ['paragraph', 0, 1, 'A short line that would be a heading'],
      ['heading', 2, 2, 'Tonnage'],
      ['table-row', 0, 1, 'Year\tTonnes'],
      ['table-row', 0, 2, '2023\t12'],
      ['footnote', 0, 1, 'See [3] for more.'],
      ['list-item', 2, 1, 'One'],
    ]);
    expect(segments[6]!.markers).toMatchObject([{ label: '3' }]);
  });

  it('is told by the lines where there is no layout, or one of pages alone', () => {
    const { text } = laidOut();
    expect(segmentsOf(text, null)).toEqual(segmentText(text));
    expect(segmentsOf(text, { blocks: [], pages: [['1', 0]] })).toEqual(segmentText(text));
  });

  it('tells how deep a heading of plain text stands', () => {
    const text =
      'Title\n\n## Signs\n\nWords follow here, as they do.\n\n2.1.3 Numbers\n\nAnd more words.\n\nBare\n\nThe end.';
    const headings = segmentText(text).filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ level }) => level)).toEqual([2, 3, 1]);
  });

  it('shows every word in order, whatever a layout says', () => {
    const block = fc.tuple(fc.constantFrom(...LAYOUT_KINDS), fc.nat(60), fc.nat(60), fc.nat(9));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(block, { maxLength: 8 }), (text, some) => {
        const blocks = some.map(([kind, a, b, level]): LayoutBlock => [kind, Math.min(a, b), Math.max(a, b), level]);
        blocks.sort((a, b) => a[1] - b[1]);
        const segments = segmentsOf(text, { blocks, pages: [] });
        const bare = (words: string): string => words.replace(/\s/gu, '');
        expect(bare(segments.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(bare(text));
        segments.forEach(({ start, end }, i) => {
          expect(start).toBeGreaterThanOrEqual(segments[i - 1]?.end ?? 0);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        });
      }),
    );
  });
});

it('finds the page of an offset', () => {
  const { pages } = laidOut();
  expect(pages.map(([, start]) => pageIndexAt(pages, start))).toEqual([0, 1]);
  expect(pageIndexAt([['1', 5]], 4)).toBe(-1);
  expect(pageIndexAt([], 4)).toBe(-1);
});

describe('places of texts with pages', () => {
  const { text, blocks, pages } = laidOut();
  const segments = segmentsOf(text, { blocks: [...blocks], pages: [...pages] });
  const place = (words: string, to = words) =>
    placeAt(segments, text.indexOf(words), text.indexOf(to) + to.length, pages);

  it('say the page, and at length the block too', () => {
    expect(place('short line')).toEqual({ short: 'p. iv', long: 'page iv, paragraph 1' });
    expect(place('2023')).toEqual({ short: 'p. 1', long: 'page 1, table row 2' });
    expect(place('On ships')).toEqual({ short: 'p. iv', long: 'page iv, title' });
  });

  it('name both pages of a passage that goes over', () => {
    expect(place('short', 'Tonnage')).toEqual({ short: 'pp. iv–1', long: 'pages iv to 1, paragraph 1' });
  });

  it('fall back to the block where a page has no label or none has begun', () => {
    expect(placeAt(segments, text.indexOf('short'), text.indexOf('short') + 5, [['', 0]])?.short).toBe('¶1');
    expect(placeAt(segments, 0, 2, [['1', 9]])?.short).toBe('title');
  });
});
