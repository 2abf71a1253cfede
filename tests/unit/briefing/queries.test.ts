// What fills the sections of a template: pure functions over a small case.
import { describe, expect, it } from 'vitest';
import { cleanBody, wordsOf } from '@shared/briefing/bodySchema';
import { fillQueries, queriesIn } from '@shared/briefing/queries';
import type { QueryGround } from '@shared/briefing/queries';
import { citedExcerptIds } from '@shared/briefing/references';
import { staleSince } from '@shared/briefing/citedAs';
import type { BodyNode } from '@shared/model/briefing';
import type { LinkFields } from '@shared/model/link';
import type { Tag } from '@shared/model/tag';
import { doc, excerpt, idOf, lookupOf } from './evidence';

const EXCERPTS = [
  excerpt(21, 11, 'About 30 trucks waited at the pier.', { eventDate: '2024-11-21', tags: [idOf(61)] }),
  excerpt(22, 11, 'A third freighter came at dusk.', { eventDate: '2024-11-18', sourceId: idOf(3), tags: [idOf(62)] }),
  excerpt(23, 12, 'No lights were seen.', { tags: [idOf(62)] }),
  excerpt(24, 13, 'They counted 45–50 trucks.', { eventDate: '2024-11', marking: 'TLP:RED' }),
];

const link = (type: LinkFields['type'], from: number, to: number, note = ''): LinkFields => ({
  fromTable: 'excerpts',
  fromId: idOf(from),
  toTable: 'excerpts',
  toId: idOf(to),
  type,
  note,
});

const tag = (number: number, name: string, parent: number | null, more: Partial<Tag> = {}): Tag => ({
  id: idOf(number),
  created: '00000000000001-aaaaaaaaaa',
  clocks: {},
  seen: {},
  deleted: null,
  name,
  kind: 'topic',
  parentId: parent === null ? null : idOf(parent),
  aliases: [],
  hue: 1,
  description: '',
  withhold: false,
  ...more,
});

const TAGS = [
  tag(60, 'Harbour', null, { aliases: ['Hafen', 'порт'], description: 'All berths of the north district.' }),
  tag(61, 'Trucks', 60),
  tag(62, 'Ships', 60),
];

const ground = (more: Partial<QueryGround> = {}): QueryGround => ({
  about: null,
  excerpts: EXCERPTS,
  total: EXCERPTS.length,
  links: [
    link('contradicts', 24, 21, 'Counted at different gates.'),
    link('corroborates', 22, 23),
    link('updates', 24, 22),
  ],
  lookup: lookupOf(EXCERPTS),
  tags: new Map(TAGS.map((one) => [one.id, one])),
  nameOf: () => 'R. Reviewer',
  language: 'en-GB',
  ...more,
});

const filled = (attrs: Record<string, unknown>, more: Partial<QueryGround> = {}): BodyNode =>
  fillQueries(doc({ type: 'paragraph' }, { type: 'query', attrs }), ground(more));

const rows = (body: BodyNode): string[][] =>
  (body.content?.find((one) => one.type === 'table')?.content ?? []).map((row) => (row.content ?? []).map(wordsOf));

describe('queries of a template', () => {
  it('are found, and leave nothing of themselves in a briefing', () => {
    const template = doc(
      { type: 'query', attrs: { kind: 'chronology' } },
      { type: 'query', attrs: { kind: 'nonsense' } },
    );
    expect(queriesIn(template)).toEqual(['chronology']);
    const body = fillQueries(template, ground());
    expect(JSON.stringify(body)).not.toContain('"query"');
    expect(cleanBody(body)).toEqual(body);
  });

  it('cite what they say, with the ledger of now', () => {
    for (const kind of ['chronology', 'figures', 'contradictions']) {
      const body = filled({ kind });
      expect(citedExcerptIds(body).length).toBeGreaterThan(1);
      const open = [body];
      for (let node = open.pop(); node; node = open.pop()) {
        if (node.type === 'citation') {
          expect(node.attrs).toMatchObject({ words: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
          expect(staleSince(node.attrs!, lookupOf(EXCERPTS))).toEqual([]);
        }
        open.push(...(node.content ?? []));
      }
      expect(cleanBody(body)).toEqual(body);
    }
  });

  it('a chronology is in the order of the events, undated ones left out', () => {
    const list = filled({ kind: 'chronology' }).content!.find((one) => one.type === 'bulletList')!;
    expect(list.content!.map(wordsOf)).toEqual([
      'November 2024, A dockworker: “They counted 45–50 trucks.”',
      '18 November 2024, A dockworker, via Harbour Gazette: “A third freighter came at dusk.”',
      '21 November 2024, Harbour Gazette: “About 30 trucks waited at the pier.”',
    ]);
    expect(wordsOf(filled({ kind: 'chronology' }, { excerpts: [] }))).toMatch(/No excerpt has an event date/);
  });

  it('figures stand together by what is counted, with who gives them and as of when', () => {
    const [head, ...all] = rows(filled({ kind: 'figures' }));
    expect(head).toEqual(['What is counted', 'How many', 'Who says so', 'As of']);
    const trucks = all.filter((row) => row[0]!.startsWith('trucks'));
    expect(trucks.map((row) => row[1])).toEqual([expect.stringMatching(/^45–50/), expect.stringMatching(/^about 30/)]);
    expect(all[0]![3]).toBe('November 2024');
  });

  it('a profile names, lists by date and goes below', () => {
    const about = { kind: 'tag', tag: TAGS[0]! } as const;
    expect(wordsOf(filled({ kind: 'tag', part: 'names' }, { about }))).toBe(
      'Harbour, also written Hafen, порт. All berths of the north district.',
    );
    const reported = filled({ kind: 'tag', part: 'reported' }, { about, total: 9 });
    expect(citedExcerptIds(reported)).toEqual([idOf(24), idOf(22), idOf(21), idOf(23)]);
    expect(wordsOf(reported)).toMatch(/5 more in the case are not listed here/);
    const below = filled({ kind: 'tag', part: 'below' }, { about });
    expect(below.content?.filter((one) => one.type === 'heading').map(wordsOf)).toEqual(['Ships', 'Trucks']);
  });

  it('a source is told by its gradings, its origins, and what came of its words', () => {
    const source = { ...lookupOf().source(idOf(3))!, originId: idOf(2) };
    const about = { kind: 'source', source } as const;
    const its = { about, excerpts: [EXCERPTS[1]!] };
    expect(rows(filled({ kind: 'source', part: 'gradings' }, its))[1]).toEqual([
      '1 November 2024',
      'C (fairly reliable)',
      'record',
      'R. Reviewer',
    ]);
    expect(wordsOf(filled({ kind: 'source', part: 'origins' }, its))).toBe(
      'A dockworker takes its information from Coast Guard.',
    );
    expect(wordsOf(filled({ kind: 'source', part: 'confirmed' }, its))).toContain(
      'Corroborated by Coast Guard: “No lights were seen.”',
    );
    expect(citedExcerptIds(filled({ kind: 'source', part: 'contradicted' }, its))).toEqual([idOf(22), idOf(24)]);
  });

  it('contradictions give both sides and the reason', () => {
    expect(wordsOf(filled({ kind: 'contradictions' }))).toMatch(
      /45–50 trucks.* Against it: Harbour Gazette, 21 November 2024: “About 30 trucks.*Counted at different gates\./,
    );
    expect(wordsOf(filled({ kind: 'contradictions' }, { links: [] }))).toMatch(/^No excerpts are linked/);
  });
});
