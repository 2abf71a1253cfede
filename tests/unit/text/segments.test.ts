import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markersIn, withoutMarkers } from '@shared/text/markers';
import { segmentIndexAt, segmentText } from '@shared/text/segments';
import { trimMarkers } from '@shared/text/trimMarkers';
import { realDocument } from './realDocument';

const shape = (text: string): string[] => segmentText(text).map((s) => `${s.kind}: ${text.slice(s.start, s.end)}`);

describe('blocks of a text', () => {
  it('finds title, headings, paragraphs and list items', () => {
    const text = [
      'Fuel convoys at the northern crossing',
      '',
      'Background',
      '',
      'Three convoys crossed on Monday. They carried diesel.',
      '',
      '- the first had nine trucks',
      '- the second',
      '  had four',
      '1) and one more',
      '',
      '# Outlook',
      '',
      'More are expected.',
    ].join('\n');
    expect(shape(text)).toEqual([
      'title: Fuel convoys at the northern crossing',
      'heading: Background',
      'paragraph: Three convoys crossed on Monday. They carried diesel.',
      'list-item: - the first had nine trucks',
      'list-item: - the second\n  had four',
      'list-item: 1) and one more',
      'heading: # Outlook',
      'paragraph: More are expected.',
    ]);
  });

  it('keeps wrapped lines together and lines of their own apart', () => {
    const wrapped =
      'Title\n\nThe convoy crossed the river at dawn and was seen by two\nobservers who counted nine trucks and a command vehicle with\ntwo aerials.';
    expect(shape(wrapped)).toHaveLength(2);
    const own =
      'Title\nThe first report came at dawn.\nThe second one, from the harbour master, came at noon.\nA third.';
    expect(shape(own).map((line) => line.split(':')[0])).toEqual(['title', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('takes phrases on lines of their own at the end for captions', () => {
    const text =
      'Title\n\nThe ship left. It has not been seen since.\n\nThe harbour master (left) with the captain in May\nA crane at the northern quay, which was put up last year.\nThe quay';
    expect(
      shape(text)
        .slice(2)
        .every((line) => line.startsWith('caption')),
    ).toBe(true);
    expect(segmentText(text).at(-1)!.number).toBe(3);
  });

  it('numbers each kind for itself', () => {
    expect(segmentText('T\n\nOne is here.\n\nTwo is here.').map((s) => [s.kind, s.number])).toEqual([
      ['title', 1],
      ['paragraph', 1],
      ['paragraph', 2],
    ]);
  });

  it('covers every character that is not white space, in order, for any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('', ' ', '- x', '[4] A b.', 'B'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        let at = 0;
        for (const segment of segmentText(text)) {
          expect(text.slice(at, segment.start).trim()).toBe('');
          expect(segment.end).toBeGreaterThan(segment.start);
          expect(text.slice(segment.start, segment.end).trim()).toBe(text.slice(segment.start, segment.end));
          at = segment.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it('finds the segment of an offset', () => {
    const segments = segmentText('Title\n\nOne is here.\n\nTwo is here.');
    expect([0, 4, 6, 7, 20, 21, 999].map((offset) => segmentIndexAt(segments, offset))).toEqual([0, 0, 0, 1, 1, 2, 2]);
    expect(segmentIndexAt([], 3)).toBe(-1);
  });

  it('goes through hostile lines in one pass', () => {
    for (const text of [
      '['.repeat(200_000),
      '[1 ,'.repeat(50_000),
      ' \n'.repeat(100_000),
      '- '.repeat(100_000),
      '(a'.repeat(100_000),
    ])
      expect(segmentText(`T\n\n${text}`).length).toBeLessThan(5);
  });
});

describe('reference markers', () => {
  it('recognises numbers, lists and notes, and no editor’s brackets', () => {
    const labels = (text: string): string[] => markersIn(text, 0, text.length).map((marker) => marker.label);
    expect(labels('[4] One.[12][13] Two [3, 5–7] x[a] [note 2] [citation needed]')).toEqual([
      '4',
      '12',
      '13',
      '3, 5–7',
      'a',
      'note 2',
      'citation needed',
    ]);
    expect(labels('[t]he [sic] of [2024] said [a] ship [...] array[1234] [] [1 2]')).toEqual([]);
  });

  it('flags those at the start of a paragraph', () => {
    expect(markersIn('[4] [5]One.[6]', 0, 14).map((marker) => marker.leading)).toEqual([true, true, false]);
  });

  it('leaves them out of the words of a quote', () => {
    expect(withoutMarkers('[4] The first [5] and the second.[6]')).toBe('The first and the second.');
    expect(withoutMarkers('no markers  here')).toBe('no markers  here');
  });

  const text = 'Title\n\n[4] Nine trucks crossed.[5] They left.';
  const segments = segmentText(text);
  const trimmed = (start: number, end: number, maker: 'unit' | 'hand'): string => {
    const span = trimMarkers(text, start, end, segments, maker);
    return text.slice(span.start, span.end);
  };

  it('leaves them out at the edges of a unit', () => {
    expect(trimmed(7, text.length, 'unit')).toBe('Nine trucks crossed.[5] They left.');
    expect(trimmed(7, 35, 'unit')).toBe('Nine trucks crossed.');
  });

  it('keeps them in a selection by hand that holds them whole, and drops halves', () => {
    expect(trimmed(7, 35, 'hand')).toBe('[4] Nine trucks crossed.[5]');
    expect(trimmed(8, 33, 'hand')).toBe('Nine trucks crossed.');
    expect(trimmed(7, 10, 'hand')).toBe('[4]');
    expect(trimmed(7, 10, 'unit')).toBe('[4]');
  });
});

const real = realDocument();
describe.runIf(real !== null)('the real document', () => {
  const text = real!;
  const segments = real === null ? [] : segmentText(text);
  const kinds = (kind: string): typeof segments => segments.filter((segment) => segment.kind === kind);

  it('has a title, 19 paragraphs and 4 captions', () => {
    expect(segments.map((segment) => segment.kind)).toEqual([
      'title',
      ...Array.from({ length: 19 }, () => 'paragraph'),
      ...Array.from({ length: 4 }, () => 'caption'),
    ]);
    expect(text.slice(segments[0]!.start, segments[0]!.end)).toBe(
      'North Korean involvement in the Russian invasion of Ukraine',
    );
    expect(text.slice(kinds('caption')[3]!.start)).toMatch(/^Region in the Russian Kursk Oblast/);
  });

  it('has its markers, each at the start of a paragraph', () => {
    const markers = segments.flatMap((segment) => segment.markers);
    expect(markers.map((marker) => marker.label)).toEqual(['4', '14', '19', '20', '22', '24', '25', '36', '41', '45']);
    expect(markers.every((marker) => marker.leading)).toBe(true);
  });
});
