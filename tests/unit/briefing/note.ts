/** A two-page note with everything a note can hold, as an analyst would write it; all of it invented. */
import type { BriefingContent } from '@shared/briefing/model';
import type { EvidenceLookup } from '@shared/briefing/references';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { BodyNode } from '@shared/model/briefing';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import { cite, doc, excerpt, idOf, lookupOf, paragraph, placeOf, quote, text } from './evidence';

const heading = (level: number, words: string): BodyNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const item = (...content: BodyNode[]): BodyNode => ({ type: 'listItem', content: [paragraph(...content)] });
const cell = (type: string, ...content: BodyNode[]): BodyNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(...content)],
});
const row = (type: string, ...cells: (string | BodyNode[])[]): BodyNode => ({
  type: 'tableRow',
  content: cells.map((one) => cell(type, ...(typeof one === 'string' ? [text(one)] : one))),
});

const PUBLISHERS: readonly [string, 'A' | 'B' | 'C' | 'E'][] = [
  ['Northern Coast Guard', 'A'],
  ['Harbour Gazette', 'B'],
  ['Institute for Sea Trade', 'B'],
  ['Портовий вісник', 'C'],
  ['항만신문', 'C'],
  ['Ministry of Fisheries', 'E'],
];
const TITLES = [
  'Patrol log of the north district, week 47',
  'Freighters without names at the north pier',
  'Grain routes under embargo: a survey of insurers and flags',
  'Нічні розвантаження біля північного причалу',
  '북쪽 부두의 야간 하역',
  'Statement on the closure of fishing grounds',
];

function sources(): Source[] {
  const model = lookupOf().source(idOf(1))!;
  return PUBLISHERS.map(([name, reliability], i) => ({
    ...model,
    id: idOf(101 + i),
    name,
    gradings: [{ ...model.gradings[0]!, reliability }],
  }));
}

function documents(): Document[] {
  const model = lookupOf().document(idOf(11))!;
  return TITLES.map((title, i) => ({
    ...model,
    id: idOf(201 + i),
    title,
    sourceId: idOf(101 + i),
    language: i === 3 ? 'uk' : i === 4 ? 'ko' : 'en',
    marking: i === 0 ? 'TLP:AMBER+STRICT' : 'TLP:GREEN',
    csl: {
      type: 'report',
      title,
      issued: { 'date-parts': [[2024, 11, 18 + i]] },
      URL: `https://example.org/archive/2024/11/${18 + i}/${i === 2 ? 'a-rather-long-address-that-has-to-be-broken-somewhere-in-the-list' : 'page'}`,
      accessed: { 'date-parts': [[2024, 12, 1]] },
      ...(i === 2 ? { author: [{ family: 'Lindqvist', given: 'Maria' }, { literal: 'T. Okafor' }] } : {}),
    },
  }));
}

const QUOTES = [
  'Two vessels without lights were seen making fast at 02:40; no call was answered on channel 16.',
  'The names on the bows had been painted over, a watchman said, but not well.',
  'Insurers wrote off eleven policies in the quarter, nine of them for hulls older than twenty-five years.',
  'Розвантаження тривало до п’ятої ранку, вантажівки їхали без фар.',
  '부두 노동자들은 평소보다 두 배의 임금을 받았다고 말했다.',
  'The closure has no other reason than the protection of spawning cod.',
];

/** The note and its evidence: six documents, two excerpts of each. */
export function noteContent(): { content: BriefingContent; lookup: EvidenceLookup } {
  const allSources = sources();
  const allDocuments = documents();
  const excerpts = QUOTES.flatMap((words, i) => [
    excerpt(301 + i * 2, 201 + i, words, { credibility: ((i % 4) + 1) as 1 | 2 | 3 | 4 }),
    excerpt(302 + i * 2, 201 + i, `${words.slice(0, 40)}…`, i === 1 ? { sourceId: idOf(104) } : {}),
  ]);
  const lookup: EvidenceLookup = {
    excerpt: (id) => excerpts.find((one) => one.id === id),
    document: (id) => allDocuments.find((one) => one.id === id),
    source: (id) => allSources.find((one) => one.id === id),
    placeOf: (one) => placeOf((Number(one.id.slice(-3)) % 9) + 1),
  };
  const long =
    'The berths at the north end are leased by a firm that was founded in spring and has filed no accounts. Its director holds the same post in two firms whose ships were turned away elsewhere last year. Neither the lease nor the lighting plan was put before the harbour board, although its rules ask for both. ';
  const body = doc(
    heading(1, 'Bottom line'),
    paragraph(
      text('It is '),
      text('very likely', 'bold'),
      text(' that cargo under embargo was landed at the north pier on at least three nights in November'),
      cite(301),
      cite(303),
      cite(305),
      text('. The landings will probably go on while the fishing grounds off the pier stay closed.'),
    ),
    heading(1, 'Key judgements'),
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        item(text('Two ships unloaded by night between 18 and 24 November'), cite(301), cite(307), text('.')),
        item(text('The crews were paid to keep quiet'), cite(309), text('; we have this from one paper only.')),
        item(
          text('The closure of the fishing grounds '),
          text('may', 'italic'),
          text(' have been timed to keep witnesses away'),
          cite(311),
          cite(305),
          text('.'),
        ),
      ],
    },
    heading(1, 'Background'),
    paragraph(text(long), text(long), cite(306)),
    quote(301, QUOTES[0]!),
    paragraph(text(long)),
    heading(1, 'Assessment'),
    heading(2, 'What the figures say'),
    {
      type: 'table',
      content: [
        row('tableHeader', 'Night', 'Ships', 'Trucks', 'Evidence'),
        row('tableCell', '18 November', '2', 'about 30', [cite(301)]),
        row('tableCell', '21 November', '1', 'not counted', [cite(304)]),
        row('tableCell', '24 November', '2', '45–50', [cite(307), cite(310)]),
      ],
    },
    paragraph(text(long), cite(308)),
    quote(307, QUOTES[3]!),
    quote(309, QUOTES[4]!),
    heading(2, 'What speaks against it'),
    {
      type: 'bulletList',
      content: [
        item(text('The ministry denies any link'), cite(312), text('.')),
        item(text('No photograph of a cargo has been seen.')),
      ],
    },
    { type: 'blockquote', content: [paragraph(text('A watchman’s word is not a bill of lading.'))] },
    heading(1, 'Outlook'),
    paragraph(text(long), text('A notice to mariners that opens the grounds again would speak against this view.')),
  );
  return {
    content: {
      title: 'Night landings at the north pier: what is known, and what it means for the embargo',
      marking: 'TLP:AMBER',
      issued: '2024-12-03',
      cutoff: '2024-12-01',
      requester: 'Harbour board, legal office',
      author: 'A. Analyst',
      ...NEW_BRIEFING,
      body,
    },
    lookup,
  };
}
