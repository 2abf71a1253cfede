/** Short hands for the tests of the check: a body in a few words, a small case, and the check of one rule. */
import { createHash } from 'node:crypto';
import { checkBriefing } from '@shared/briefing/checks';
import type { CheckInput } from '@shared/briefing/checks';
import type { Finding, RuleId } from '@shared/briefing/checks/finding';
import type { BodyNode } from '@shared/model/briefing';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import type { Hypothesis } from '@shared/model/hypothesis';
import type { LinkFields, LinkType } from '@shared/model/link';
import type { Source } from '@shared/model/source';
import type { Tag, TagKind } from '@shared/model/tag';

export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const base = (number: number) => ({
  id: idOf(number),
  created: '00000000000001-aaaaaaaaaa',
  clocks: {},
  seen: {},
  deleted: null,
});

type Letter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

export const source = (number: number, name: string, letter: Letter | null, more: Partial<Source> = {}): Source => ({
  ...base(number),
  name,
  kind: 'outlet',
  aliases: [],
  description: '',
  originId: null,
  gradings: letter
    ? [{ id: idOf(9000 + number), reliability: letter, reason: 'record', by: 'aaaaaaaaaa', at: '2024-01-01T00:00:00Z' }]
    : [],
  ...more,
});

export const document = (number: number, sourceNumber: number | null, more: Partial<Document> = {}): Document => ({
  ...base(number),
  title: `Report ${number}`,
  csl: {
    type: 'report',
    title: `Report ${number}`,
    publisher: 'Harbour office',
    issued: { 'date-parts': [[2024, 11, 20]] },
  },
  sourceId: sourceNumber === null ? null : idOf(sourceNumber),
  originId: null,
  language: 'en',
  marking: 'TLP:CLEAR',
  state: 'excerpted',
  note: '',
  versions: [],
  ...more,
});

export const excerpt = (
  number: number,
  documentNumber: number,
  quote: string,
  more: Partial<Excerpt> = {},
): Excerpt => ({
  ...base(number),
  documentId: idOf(documentNumber),
  textId: 'a'.repeat(64),
  start: 0,
  end: quote.length,
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

export const tag = (number: number, name: string, kind: TagKind, more: Partial<Tag> = {}): Tag =>
  ({
    ...base(number),
    name,
    kind,
    parentId: null,
    aliases: [],
    hue: 0,
    description: '',
    withhold: false,
    ...more,
  }) as Tag;

export const hypothesis = (number: number, code: string, statement: string): Hypothesis => ({
  ...base(number),
  code,
  statement,
  note: '',
});

export const link = (
  from: number,
  type: LinkType,
  to: number,
  toTable: 'excerpts' | 'hypotheses' = 'excerpts',
): LinkFields => ({
  fromTable: 'excerpts',
  fromId: idOf(from),
  toTable,
  toId: idOf(to),
  type,
  note: '',
});

const PIECES = /\*\*(?<bold>[^*]+)\*\*|\[@(?<key>\d+)\]|\^\[(?<note>[^\]]*)\]/gu;

/** Words with `[@21]` for citations, `**bold**`, and `^[words]` for footnotes. */
export function inline(words: string): BodyNode[] {
  const nodes: BodyNode[] = [];
  const text = (part: string, marks?: BodyNode['marks']) => {
    if (part !== '') nodes.push(marks ? { type: 'text', text: part, marks } : { type: 'text', text: part });
  };
  let from = 0;
  for (const piece of words.matchAll(PIECES)) {
    text(words.slice(from, piece.index));
    const { bold, key, note } = piece.groups!;
    if (bold) text(bold, [{ type: 'bold' }]);
    else if (key) nodes.push({ type: 'citation', attrs: { excerptId: idOf(Number(key)) } });
    else nodes.push({ type: 'footnote', content: [{ type: 'text', text: note! }] });
    from = piece.index + piece[0].length;
  }
  text(words.slice(from));
  return nodes;
}

export const p = (words: string): BodyNode => ({ type: 'paragraph', content: inline(words) });
export const h = (words: string, level = 1): BodyNode => ({
  type: 'heading',
  attrs: { level },
  content: inline(words),
});
export const ol = (...items: string[]): BodyNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map((words) => ({ type: 'listItem', content: [p(words)] })),
});
export const judgement = (number: number, ...words: string[]): BodyNode => ({
  type: 'judgement',
  attrs: { judgementId: idOf(number) },
  content: words.map(p),
});
export const quotation = (number: number, text: string, more: Record<string, unknown> = {}): BodyNode => ({
  type: 'quotation',
  attrs: { excerptId: idOf(number), text, words: '', grade: '', marking: '', ...more },
});
export const table = (...rows: string[][]): BodyNode => ({
  type: 'table',
  content: rows.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((words) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: [p(words)],
    })),
  })),
});
export const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content });
/** The named section with one paragraph or more. */
export const section = (heading: string, ...words: string[]): BodyNode => doc(h(heading), ...words.map(p));

export interface SmallCase {
  sources?: readonly Source[];
  documents?: readonly Document[];
  excerpts?: readonly Excerpt[];
}

/** A harbour, three origins, and a few excerpts that most tests can do with. */
export const HARBOUR = {
  sources: [
    source(1, 'Harbour Gazette', 'B'),
    source(2, 'Coast Guard', 'A'),
    source(3, 'Pier Watch', 'C'),
    source(4, 'Gazette Weekend', 'B', { originId: idOf(1) }),
  ],
  documents: [document(11, 1), document(12, 2), document(13, 3), document(14, 4)],
  excerpts: [
    excerpt(21, 11, 'Two freighters lay at the north pier on 18 November, about 300 tons of grain on board.'),
    excerpt(22, 12, 'The patrol counted 12 trucks and saw no lights.'),
    excerpt(23, 13, 'A third ship came at dusk.', { credibility: 3 }),
    excerpt(24, 14, 'The freighters, as this paper reported, lay there for two nights.'),
  ],
} satisfies SmallCase;

export function lookupOf({ sources = [], documents = [], excerpts = [] }: SmallCase): CheckInput['lookup'] {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
  const [s, d, e] = [byId(sources), byId(documents), byId(excerpts)];
  return { source: (id) => s.get(id), document: (id) => d.get(id), excerpt: (id) => e.get(id), placeOf: () => null };
}

export type InputMore = Partial<Omit<CheckInput, 'briefing' | 'lookup' | 'tags'>> & {
  briefing?: Partial<CheckInput['briefing']>;
  case?: SmallCase;
  tags?: readonly Tag[];
};

export function inputOf(body: BodyNode, more: InputMore = {}): CheckInput {
  const { briefing, case: small, tags = [], ...rest } = more;
  return {
    language: 'en',
    scale: 'icd203-1',
    horizonDays: 0,
    links: [],
    hypotheses: [],
    judgements: [],
    ...rest,
    briefing: { title: 'Night traffic', marking: null, issued: '2024-12-03', cutoff: '2024-12-01', ...briefing, body },
    lookup: lookupOf(small ?? HARBOUR),
    tags: new Map(tags.map((one) => [one.id, one])),
  };
}

/** The findings of one rule. */
export const findingsOf = (rule: RuleId, body: BodyNode, more: InputMore = {}): Finding[] =>
  checkBriefing(inputOf(body, more)).filter((finding) => finding.rule === rule);

/** The marked words of each finding of one rule. */
export const wordsFound = (rule: RuleId, body: BodyNode, more: InputMore = {}): string[] =>
  findingsOf(rule, body, more).map((finding) => finding.words);
