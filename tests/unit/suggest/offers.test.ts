import { describe, expect, it } from 'vitest';
import { offersFor, refusalKey } from '@shared/suggest/offers';
import { suggest } from '@shared/suggest/suggest';
import type { SuggestContext } from '@shared/suggest/suggestion';

const TEXT =
  'On 3 May 2024 it began. According to the NIS, around 1,500 soldiers were sent to Kursk.\n\nLater Mark Rutte left Kursk.';
const sources = new Map([
  ['nis', { id: 'nis', name: 'National Intelligence Service', aliases: ['NIS'], isPerson: false }],
]);
const CONTEXT: SuggestContext = {
  language: 'en',
  documentDate: '2024-11-07',
  tags: [{ id: 'kursk', name: 'Kursk', aliases: [], kind: 'place' }],
  sources: [...sources.values()],
};
const suggestions = suggest(TEXT, CONTEXT);
const NONE: ReadonlySet<string> = new Set();

const excerptOf = (quote: string, rest: object = {}) => ({
  start: TEXT.indexOf(quote),
  end: TEXT.indexOf(quote) + quote.length,
  tags: [] as string[],
  eventDate: null as string | null,
  sourceId: null as string | null,
  figures: [],
  ...rest,
});
const PASSAGE = 'around 1,500 soldiers were sent to Kursk';
const offered = (quote: string, rest: object = {}, refused = NONE, publisherId: string | null = null) =>
  offersFor(TEXT, suggestions, excerptOf(quote, rest), sources, publisherId, refused);

describe('offers for an excerpt', () => {
  it('are who says it, the date before it, its figure and its names', () => {
    expect(offered(PASSAGE)).toEqual([
      { key: 'attribution:nis', kind: 'source', id: 'nis', name: 'National Intelligence Service', isPerson: false },
      { key: 'date:3-13', kind: 'date', value: '2024-05-03' },
      {
        key: expect.stringMatching(/^figure:/) as string,
        kind: 'figure',
        value: { value: 1500, high: null, unit: '', counted: 'soldiers', hedge: 'around' },
      },
      { key: 'name:kursk', kind: 'tag', id: 'kursk', name: 'Kursk', tagKind: 'place' },
    ]);
  });

  it('leave out what the excerpt has', () => {
    const figure = { id: 'f', value: 1500, high: null, unit: '', counted: 'soldiers', asOf: '', hedge: '' };
    const has = { tags: ['kursk'], eventDate: '2024-05-03', sourceId: 'nis', figures: [figure] };
    expect(offered(PASSAGE, has)).toEqual([]);
  });

  it('name nobody who says it already as the publisher', () =>
    expect(offered(PASSAGE, {}, NONE, 'nis').map(({ kind }) => kind)).toEqual(['date', 'figure', 'tag']));

  it('take no date from another paragraph', () =>
    expect(offered('Later Mark Rutte left Kursk.').map(({ kind }) => kind)).toEqual(['tag', 'tag']));

  it('leave out what was refused: a name everywhere, anything else at its place', () => {
    const refused = new Set(suggestions.filter(({ kind }) => kind !== 'date').map(refusalKey));
    expect(offered(PASSAGE, {}, refused).map(({ kind }) => kind)).toEqual(['date']);
    expect(offered('Later Mark Rutte left Kursk.', {}, new Set(['name:kursk'])).map(({ key }) => key)).toEqual([
      'name:mark rutte',
    ]);
  });
});
