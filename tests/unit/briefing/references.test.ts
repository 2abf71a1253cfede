import { describe, expect, it } from 'vitest';
import { entryText } from '@shared/briefing/entry';
import { citationLabel, citedExcerptIds, numberReferences, numberRuns } from '@shared/briefing/references';
import { cite, doc, idOf, lookupOf, paragraph, quote, text } from './evidence';

describe('numbered references', () => {
  const numbersIn = (body: ReturnType<typeof doc>) => {
    const { list, numberOf } = numberReferences(citedExcerptIds(body), lookupOf());
    return { documents: list.map((one) => one.documentId), numberOf: Object.fromEntries(numberOf) };
  };

  it('numbers documents in the order of first citation, quotations too', () => {
    const body = doc(paragraph(text('a'), cite(23)), quote(24, 'x'), paragraph(cite(21), cite(22)));
    expect(numbersIn(body)).toEqual({
      documents: [idOf(12), idOf(13), idOf(11)],
      numberOf: { [idOf(23)]: 1, [idOf(24)]: 2, [idOf(21)]: 3, [idOf(22)]: 3 },
    });
  });

  it('renumbers when an earlier citation comes', () => {
    const later = paragraph(cite(23));
    expect(numbersIn(doc(later)).numberOf[idOf(23)]).toBe(1);
    expect(numbersIn(doc(paragraph(cite(21)), later)).numberOf[idOf(23)]).toBe(2);
  });

  it('tells the place, the grade and who says it where that is not the publisher', () => {
    const { list } = numberReferences([idOf(21), idOf(22)], lookupOf());
    expect(list).toHaveLength(1);
    expect(list[0]!.places.map(({ place, grade, saidBy }) => [place, grade, saidBy])).toEqual([
      ['¶1', 'B2', null],
      ['¶2', 'C3', 'A dockworker'],
    ]);
    expect(entryText(list[0]!.entry)).toBe(
      'Harbour Gazette. Ships at the north pier. 11 November 2024. https://example.org/11 (accessed 1 December 2024). Source: Harbour Gazette, B (usually reliable).',
    );
  });

  it('keeps what is gone apart', () => {
    const { list, missing } = numberReferences([idOf(99), idOf(21)], lookupOf());
    expect(missing).toEqual([idOf(99)]);
    expect(list[0]!.number).toBe(1);
  });

  it('joins numbers to runs', () => {
    expect(numberRuns([7, 2, 5, 6, 5])).toEqual([
      [2, 2],
      [5, 7],
    ]);
    expect(citationLabel([2, 5, 6, 7])).toBe('[2, 5–7]');
    expect(citationLabel([1, 2])).toBe('[1, 2]');
    expect(citationLabel([3], 1)).toBe('[3, excerpt deleted]');
    expect(citationLabel([], 1)).toBe('[excerpt deleted]');
  });
});
