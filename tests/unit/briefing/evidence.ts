/** A small case for the briefing tests: documents, sources and excerpts with numbers for names. */
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { BodyNode } from '@shared/model/briefing';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import type { Marking } from '@shared/model/marking';
import type { Source } from '@shared/model/source';
import { NOT_KEPT } from '@shared/briefing/bodyMarks';
import type { BriefingContent } from '@shared/briefing/model';
import type { EvidenceLookup } from '@shared/briefing/references';

export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const base = (number: number) => ({
  id: idOf(number),
  created: '00000000000001-aaaaaaaaaa',
  clocks: {},
  seen: {},
  deleted: null,
});

const source = (number: number, name: string, reliability: 'A' | 'B' | 'C'): Source => ({
  ...base(number),
  name,
  kind: 'outlet',
  aliases: [],
  description: '',
  originId: null,
  gradings: [{ id: idOf(900 + number), reliability, reason: 'record', by: 'aaaaaaaaaa', at: '2024-11-01T00:00:00Z' }],
});

const document = (number: number, title: string, sourceId: number, marking: Marking): Document => ({
  ...base(number),
  title,
  csl: {
    type: 'report',
    title,
    issued: { 'date-parts': [[2024, 11, number % 28 || 1]] },
    URL: `https://example.org/${number}`,
    accessed: { 'date-parts': [[2024, 12, 1]] },
  },
  sourceId: idOf(sourceId),
  originId: null,
  language: 'en',
  marking,
  state: 'excerpted',
  note: '',
  versions: [],
});

export const excerpt = (number: number, documentId: number, quote: string, more: Partial<Excerpt> = {}): Excerpt => ({
  ...base(number),
  documentId: idOf(documentId),
  textId: 'a'.repeat(64),
  start: number * 10,
  end: number * 10 + quote.length,
  quote,
  prefix: '',
  suffix: '',
  note: '',
  tags: [],
  credibility: 2,
  eventDate: null,
  marking: null,
  sourceId: null,
  figures: [],
  ...more,
});

const SOURCES = [source(1, 'Harbour Gazette', 'B'), source(2, 'Coast Guard', 'A'), source(3, 'A dockworker', 'C')];
const DOCUMENTS = [
  document(11, 'Ships at the north pier', 1, 'TLP:CLEAR'),
  document(12, 'Patrol log', 2, 'TLP:GREEN'),
  document(13, 'Notes of a talk', 3, 'TLP:AMBER'),
];
const EXCERPTS = [
  excerpt(21, 11, 'Two freighters lay at the pier.'),
  excerpt(22, 11, 'A third came at dusk.', { credibility: 3, sourceId: idOf(3) }),
  excerpt(23, 12, 'No lights were seen.'),
  excerpt(24, 13, 'They unloaded by night.', { marking: 'TLP:RED' }),
];

export const placeOf = (number: number) => ({ short: `¶${number}`, long: `paragraph ${number}` });

export function lookupOf(
  excerpts: readonly Excerpt[] = EXCERPTS,
  documents: readonly Document[] = DOCUMENTS,
): EvidenceLookup {
  const find = <Row extends { id: string }>(rows: readonly Row[], id: string) => rows.find((row) => row.id === id);
  return {
    excerpt: (id) => find(excerpts, id),
    document: (id) => find(documents, id),
    source: (id) => find(SOURCES, id),
    placeOf: (one) => placeOf(Number(one.id.slice(-2)) - 20),
  };
}

export const text = (words: string, ...marks: string[]): BodyNode =>
  marks.length > 0
    ? { type: 'text', text: words, marks: marks.map((type) => ({ type })) }
    : { type: 'text', text: words };
export const cite = (number: number): BodyNode => ({
  type: 'citation',
  attrs: { excerptId: idOf(number), ...NOT_KEPT },
});
export const quote = (number: number, words: string): BodyNode => ({
  type: 'quotation',
  attrs: { excerptId: idOf(number), text: words, ...NOT_KEPT },
});
export const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
export const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content });

export const briefing = (body: BodyNode, more: Partial<BriefingContent> = {}): BriefingContent => ({
  title: 'Night traffic at the pier',
  marking: null,
  ...NEW_BRIEFING,
  issued: '2024-12-03',
  cutoff: '2024-12-01',
  requester: 'Harbour office',
  author: 'A. Analyst',
  body,
  ...more,
});
