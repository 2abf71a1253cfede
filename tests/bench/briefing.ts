/** A long briefing in a seeded case: fifty pages, five hundred citations, a judgement and a footnote on each page. */
import { openCase } from '../../renderer/store/openCase';
import { walkRows } from '../../renderer/store/rows';
import { citedAs } from '../../shared/briefing/citedAs';
import { NEW_BRIEFING } from '../../shared/model/briefing';
import type { BodyNode } from '../../shared/model/briefing';
import type { RowOf } from '../../shared/model/tables';
import { yes } from '../../shared/model/result';
import { randomFrom, vocabulary } from './generate';

const PAGES = 50;
const CITATIONS = 500;
/** Paragraphs of about fifty words: nine make a page. */
const PARAGRAPHS = 9;
const WORDS = 50;

const ID = '018bcfe5-0000-7000-9000-000000000001';
const judgementId = (page: number): string => `018bcfe5-0000-7000-a000-${String(page).padStart(12, '0')}`;

type Excerpt = RowOf<'excerpts'>;

/** Writes the briefing into the case; returns its id. Where it is there already, it is made anew. */
export async function seedBriefing(caseId: string): Promise<string> {
  const open = await openCase(caseId, { actor: 'benchmark0', window: 'ben', now: () => Date.now() });
  const excerpts: Excerpt[] = [];
  const documents = new Map<string, RowOf<'documents'>>();
  const sources = new Map<string, RowOf<'sources'>>();
  await walkRows(open, 'excerpts', (rows) => void excerpts.push(...rows.slice(0, CITATIONS - excerpts.length)));
  await walkRows(open, 'documents', (rows) => rows.forEach((row) => documents.set(row.id, row)));
  await walkRows(open, 'sources', (rows) => rows.forEach((row) => sources.set(row.id, row)));
  const lookup = { document: (id: string) => documents.get(id), source: (id: string) => sources.get(id) };
  const cites = excerpts.map((one): BodyNode => ({
    type: 'citation',
    attrs: { excerptId: one.id, ...citedAs(one, lookup) },
  }));
  const fields = {
    ...NEW_BRIEFING,
    title: 'Fifty pages',
    state: 'draft' as const,
    marking: null,
    issued: '',
    cutoff: '',
    requester: '',
    author: 'Bench Mark',
    template: 'blank',
    body: bodyOf(cites),
  };
  await open.transact('Write the long briefing', async (tx) => {
    if (await tx.get('briefings', ID)) tx.update('briefings', ID, fields);
    else tx.create('briefings', ID, fields);
    return yes(null);
  });
  open.close();
  return ID;
}

function bodyOf(cites: readonly BodyNode[]): BodyNode {
  const random = randomFrom(11);
  const words = vocabulary();
  const said = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(random() * random() * 4_000)]).join(' ');
  const text = (count: number): BodyNode => ({ type: 'text', text: `${said(count)}. ` });
  const perPage = CITATIONS / PAGES;
  const content: BodyNode[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    content.push({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: said(4) }] });
    const here = cites.slice(page * perPage, (page + 1) * perPage);
    for (let i = 0; i < PARAGRAPHS; i += 1) {
      const line: BodyNode[] = [text(WORDS / 2), ...here.slice(i, i + 1), text(WORDS / 2)];
      if (i === PARAGRAPHS - 1) line.push(...here.slice(PARAGRAPHS));
      if (i === 1) line.push({ type: 'footnote', content: [text(8)] });
      const paragraph: BodyNode = { type: 'paragraph', content: line };
      const attrs = { judgementId: judgementId(page) };
      content.push(i === 0 ? { type: 'judgement', attrs, content: [paragraph] } : paragraph);
    }
  }
  return { type: 'doc', content };
}
