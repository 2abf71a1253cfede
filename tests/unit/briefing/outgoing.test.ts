import { Buffer } from 'node:buffer';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '@shared/briefing/docx';
import { briefingModel } from '@shared/briefing/model';
import type { BriefingContent } from '@shared/briefing/model';
import { nameFinder, pseudonymsOf, releaseOf } from '@shared/briefing/outgoing';
import type { Release, ReleaseEvidence, ReleaseWishes, Surroundings } from '@shared/briefing/outgoing';
import { contextWithin } from '@shared/briefing/outgoing/context';
import { letterOf } from '@shared/briefing/outgoing/pseudonyms';
import type { EvidenceLookup } from '@shared/briefing/references';
import { renderHtml } from '@shared/briefing/renderHtml';
import { renderMarkdown } from '@shared/briefing/renderMarkdown';
import { renderPlain } from '@shared/briefing/renderPlain';
import type { BodyNode } from '@shared/model/briefing';
import type { Excerpt } from '@shared/model/excerpt';
import type { Tag } from '@shared/model/tag';
import { briefingFileName } from '../../../renderer/features/briefings/exportBriefing';
import { briefing, cite, doc, excerpt, idOf, lookupOf, paragraph, quote, text } from './evidence';

const WISHES: ReleaseWishes = {
  ceiling: null,
  names: [],
  replaceNames: false,
  grades: true,
  portionMarks: true,
  likelihoodKey: false,
};

const around = (one: Excerpt, more: Partial<Surroundings> = {}): Surroundings => ({
  start: one.start,
  end: one.end,
  before: 'before it ',
  words: one.quote,
  after: ' after it',
  neighbours: [],
  ...more,
});

const evidenceOf = (lookup: EvidenceLookup, more: Partial<ReleaseEvidence> = {}): ReleaseEvidence => ({
  lookup,
  ofPicture: () => null,
  surroundings: (one) => around(one),
  ...more,
});

const release = (content: BriefingContent, evidence: ReleaseEvidence, wishes: Partial<ReleaseWishes>) =>
  releaseOf(content, evidence, { ...WISHES, ...wishes }, (one, lookup) => briefingModel(one, lookup));

/** Everything that leaves, in every format, as text. */
async function everyByte({ model, passages }: Release): Promise<Record<string, string>> {
  const docx = unzipSync(await renderDocx(model, { at: '2024-12-03T00:00:00Z' }));
  return {
    html: renderHtml(model, { passages }),
    print: renderHtml(model),
    markdown: renderMarkdown(model),
    plain: renderPlain(model),
    docx: Object.entries(docx)
      .map(([name, part]) => `${name}\n${strFromU8(part)}`)
      .join('\n'),
    fileName: briefingFileName(model.title, model.marking, 'docx'),
  };
}

const note = (...content: BodyNode[]): BodyNode => ({ type: 'footnote', content });
const cell = (...content: BodyNode[]): BodyNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(...content)],
});
const linked = (words: string, href: string): BodyNode => ({
  type: 'text',
  text: words,
  marks: [{ type: 'link', attrs: { href } }],
});

/** A case whose strict parts hold `SECRET` in every field; what may leave holds `OPEN`. */
function planted() {
  const base = lookupOf();
  const open = base.document(idOf(11))!;
  const strict = base.document(idOf(13))!;
  const secretDocument = {
    ...strict,
    title: 'SECRET-title',
    note: 'SECRET-documentnote',
    csl: {
      ...strict.csl,
      title: 'SECRET-title',
      URL: 'https://SECRET-address.example/page',
      publisher: 'SECRET-publisher',
      author: [{ family: 'SECRET-author' }],
      page: 'SECRET-page',
    },
    versions: [
      {
        textId: 'b'.repeat(64),
        importedAt: '2024-12-01T00:00:00Z',
        fileName: 'SECRET-file.pdf',
        mediaType: 'application/pdf',
        originalId: 'd'.repeat(64),
        extractor: 'pdf/1',
      },
    ],
  };
  const secretSource = { ...base.source(idOf(3))!, name: 'SECRET-source', description: 'SECRET-description' };
  const rows = [
    excerpt(21, 11, 'OPEN words of the paper.'),
    excerpt(22, 11, 'SECRET-own words, marked by themselves.', { marking: 'TLP:RED' }),
    excerpt(24, 13, 'SECRET-quote', { note: 'SECRET-note', prefix: 'SECRET-prefix', suffix: 'SECRET-suffix' }),
  ];
  const lookup: EvidenceLookup = {
    ...base,
    excerpt: (id) => rows.find((one) => one.id === id),
    document: (id) => (id === idOf(13) ? secretDocument : id === idOf(11) ? open : undefined),
    source: (id) => (id === idOf(3) ? secretSource : base.source(id)),
  };
  const body = doc(
    { type: 'heading', attrs: { level: 1 }, content: [text('SECRET-heading'), cite(24)] },
    { type: 'heading', attrs: { level: 1 }, content: [text('OPEN heading')] },
    paragraph(text('SECRET-paragraph '), cite(24), text(' SECRET-tail', 'bold')),
    paragraph(text('OPEN paragraph'), cite(21), note(text('SECRET-footnote'), cite(22)), text('.')),
    paragraph(text('SECRET-both '), cite(21), cite(22)),
    quote(24, 'SECRET-quoted'),
    quote(99, 'SECRET-gone'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('SECRET-item'), cite(22))] }] },
    {
      type: 'taskList',
      content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('SECRET-task'), cite(22))] }],
    },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell(text('OPEN cell')), cell(text('SECRET-cell'), cite(24))] }],
    },
    {
      type: 'judgement',
      attrs: { judgementId: idOf(701) },
      content: [paragraph(text('SECRET-judgement'), cite(24)), paragraph(text('SECRET-second'))],
    },
    {
      type: 'figure',
      attrs: { originalId: 'e'.repeat(64), mediaType: 'image/png', alt: 'SECRET-alt' },
      content: [text('SECRET-caption'), cite(24)],
    },
    {
      type: 'figure',
      attrs: { originalId: 'd'.repeat(64), mediaType: 'image/png', alt: 'SECRET-picture' },
      content: [text('SECRET-shown')],
    },
    { type: 'blockquote', content: [paragraph(text('SECRET-block'), cite(24))] },
    paragraph(
      linked('OPEN link', 'https://SECRET-address.example/page'),
      linked(' OPEN way', `collate:documents/${idOf(13)}`),
    ),
  );
  const evidence = evidenceOf(lookup, {
    ofPicture: (id) => (id === 'd'.repeat(64) ? 'TLP:AMBER' : null),
    surroundings: (one) =>
      around(one, {
        before: one.documentId === idOf(13) ? 'SECRET-before ' : 'SECRET-neighbour OPEN before ',
        after: one.documentId === idOf(13) ? ' SECRET-after' : ' OPEN after',
        neighbours:
          one.id === idOf(21) ? [{ start: one.start - 29, end: one.start - 13, marking: 'TLP:RED' as const }] : [],
      }),
  });
  return { content: briefing(body, { marking: 'TLP:AMBER' }), evidence };
}

describe('a note for people who may have less', () => {
  it('holds nothing of what is stricter, in any byte of any format', async () => {
    const { content, evidence } = planted();
    const out = await release(content, evidence, { ceiling: 'TLP:GREEN' });
    expect(out.model.marking).toBe('TLP:GREEN');
    for (const [format, bytes] of Object.entries(await everyByte(out))) {
      expect([format, bytes.match(/.{0,30}SECRET.{0,30}/gi)]).toEqual([format, null]);
      if (format !== 'fileName') expect([format, bytes.includes('OPEN')]).toEqual([format, true]);
    }
    const plain = renderPlain(out.model);
    for (const words of ['OPEN heading', 'OPEN paragraph', 'OPEN cell', 'OPEN link OPEN way']) {
      expect(plain).toContain(words);
    }
    expect(plain).toContain('[withheld: TLP:AMBER]');
    expect(plain).toContain('[withheld: TLP:RED]');
    expect(plain).toContain('Withheld: 13 passages above TLP:GREEN');
  });

  it('says what was withheld, where', async () => {
    const { content, evidence } = planted();
    const { withheld } = await release(content, evidence, { ceiling: 'TLP:GREEN' });
    expect(withheld.map((one) => one.kind)).toEqual([
      'heading',
      'paragraph',
      'footnote',
      'paragraph',
      'quotation',
      'quotation',
      'list item',
      'list item',
      'table cell',
      'key judgement',
      'figure',
      'figure',
      'paragraph',
    ]);
    expect(withheld[2]).toMatchObject({ marking: 'TLP:RED', under: 'OPEN heading' });
    // The words of an excerpt that is gone may go nowhere but to those who may have all.
    expect(withheld[5]).toMatchObject({ marking: 'TLP:RED', words: 'SECRET-gone' });
  });

  it('goes out whole where nothing is above the ceiling', async () => {
    const { content, evidence } = planted();
    const out = await release(content, evidence, { ceiling: 'TLP:RED' });
    expect(out.withheld).toEqual([]);
    expect(out.model.marking).toBe('TLP:RED');
    expect(out.model.header.map((row) => row.label)).not.toContain('Withheld');
  });

  it('has a label of at most the ceiling, its own label and a lowered one included', async () => {
    const { content, evidence } = planted();
    const lowered = { marking: 'TLP:AMBER' as const, passages: [idOf(24)], reason: 'r', by: 'aaaaaaaaaa', at: '' };
    for (const more of [{ marking: 'TLP:RED' as const }, { lowered }]) {
      const { model, withheld } = await release({ ...content, ...more }, evidence, { ceiling: 'TLP:GREEN' });
      expect(['TLP:CLEAR', 'TLP:GREEN']).toContain(model.marking);
      expect(withheld.length).toBeGreaterThan(5);
    }
  });

  it('says what the rest still tells of it', async () => {
    const { content, evidence } = planted();
    const body = doc(...content.body.content!, paragraph(text('The secret-source told us; see SECRET-title.')));
    const { leftovers } = await release({ ...content, body }, evidence, { ceiling: 'TLP:GREEN' });
    expect(leftovers).toEqual([
      { what: 'source', words: 'SECRET-source' },
      { what: 'title', words: 'SECRET-title' },
    ]);
  });

  it('leaves the grades out where that is wished', async () => {
    const { content, evidence } = planted();
    const out = await release(content, evidence, { grades: false });
    for (const bytes of Object.values(await everyByte(out))) expect(bytes).not.toMatch(/usually reliable|\bB2\b/);
  });
});

describe('the words around a passage', () => {
  const finder = nameFinder([]);
  const long = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');
  const one: Surroundings = {
    start: 1_000,
    end: 1_010,
    before: `${long(0, 60)} `,
    words: 'The quote.',
    after: ` ${long(60, 120)}`,
    neighbours: [],
  };

  it('are whole words, at most 200 signs each way', () => {
    const { before, after } = contextWithin(one, 'TLP:CLEAR', finder);
    expect(before).toMatch(/^word\d\d word/);
    expect(after).toMatch(/^ word60 .* word\d\d$/);
    expect(before.length).toBeLessThanOrEqual(200);
    expect(before.length).toBeGreaterThan(180);
    expect(after.length).toBeLessThanOrEqual(200);
  });

  it('end where a stricter passage begins', () => {
    const neighbours = [
      { start: 900, end: 960, marking: 'TLP:RED' as const },
      { start: 1_030, end: 1_400, marking: 'TLP:AMBER' as const },
      { start: 980, end: 990, marking: 'TLP:GREEN' as const },
    ];
    const shown = contextWithin({ ...one, neighbours }, 'TLP:GREEN', finder);
    expect(shown.before.length).toBeLessThanOrEqual(40);
    expect(shown.after.length).toBeLessThanOrEqual(20);
    expect([shown.strictBefore, shown.strictAfter]).toEqual(['TLP:RED', 'TLP:AMBER']);
    const over = contextWithin(
      { ...one, neighbours: [{ start: 950, end: 1_050, marking: 'TLP:RED' }] },
      'TLP:GREEN',
      finder,
    );
    expect([over.before, over.after]).toEqual(['', '']);
  });

  it('do not cut a name in two', () => {
    const names = nameFinder([{ tagId: '1', names: ['Jan Novak'], pseudonym: 'Person A' }]);
    const edge = { ...one, before: `${'x'.repeat(100)} Jan Novak ${'y '.repeat(96)}` };
    expect(contextWithin(edge, 'TLP:CLEAR', names).before).not.toMatch(/Jan|Novak/);
  });
});

const tag = (number: number, name: string, more: Partial<Tag> = {}): Tag => ({
  id: idOf(number),
  created: '00000000000001-aaaaaaaaaa',
  clocks: {},
  seen: {},
  deleted: null,
  name,
  kind: 'person',
  parentId: null,
  aliases: [],
  hue: 0,
  description: '',
  withhold: true,
  ...more,
});

describe('names that must not leave', () => {
  const tags = [
    tag(2, 'Müller-Žák', { aliases: ['The Baker'] }),
    tag(1, 'Ivan Petrov'),
    tag(3, '김철수'),
    tag(4, 'Acme Shipping', { kind: 'organisation' }),
    tag(5, 'Anna', { withhold: false }),
  ];
  const names = pseudonymsOf(tags);
  const { rename, renameAddress } = nameFinder(names);

  it('have letters that do not depend on the note', () => {
    expect(names.map((one) => [one.names[0], one.pseudonym])).toEqual([
      ['Ivan Petrov', 'Person A'],
      ['Müller-Žák', 'Person B'],
      ['김철수', 'Person C'],
      ['Acme Shipping', 'Organisation A'],
    ]);
    expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it.each([
    ['Ivan Petrov’s boat', 'Person A’s boat'],
    ['IVAN  PETROV, ivan_petrov, Ivan\u00A0Petrov', 'Person A, Person A, Person A'],
    ['Mu\u0308ller\u2010Z\u030Ca\u0301k', 'Person B'],
    ['Mül\u00ADler Žák', 'Person B'],
    ['the baker told a baker', 'Person B told a baker'],
    ['김철수는 말했다', 'Person C는 말했다'],
    ['Divan Petrovich', 'Divan Petrovich'],
    ['Anna of Acme Shipping', 'Anna of Organisation A'],
  ])('%s', (words, renamed) => {
    expect(rename(words)).toBe(renamed);
  });

  it('are found in addresses, written out or encoded', () => {
    for (const address of [
      'https://x.org/ivan-petrov',
      'https://x.org/?q=Ivan%20Petrov',
      'https://x.org/%EA%B9%80%EC%B2%A0%EC%88%98',
    ]) {
      expect(renameAddress(address)).toBe('[address withheld]');
    }
    expect(renameAddress('https://x.org/other')).toBe('https://x.org/other');
  });

  it('leave no format, wherever they stand', async () => {
    const base = lookupOf([
      excerpt(21, 11, 'Ivan Petrov paid.', { eventDate: '2024-11-04' }),
      excerpt(22, 11, 'He was there.', { sourceId: idOf(3) }),
    ]);
    const lookup: EvidenceLookup = {
      ...base,
      document(id) {
        const found = base.document(id);
        return (
          found && {
            ...found,
            title: 'Ivan Petrov at sea',
            csl: {
              ...found.csl,
              title: 'Ivan Petrov at sea',
              URL: 'https://x.org/ivan-petrov',
              author: [{ family: 'Petrov', given: 'Ivan', literal: 'Ivan Petrov' }],
            },
          }
        );
      },
      source(id) {
        const found = base.source(id);
        return found && { ...found, name: `Ivan Petrov’s ${id.slice(-1)}` };
      },
    };
    const content = briefing(
      doc(
        { type: 'heading', attrs: { level: 1 }, content: [text('On Ivan Petrov')] },
        { type: 'heading', attrs: { level: 1 }, content: [text('More')] },
        paragraph(text('So '), text('Ivan', 'bold'), text(' Petrov', 'italic'), text(' went'), cite(21), cite(22)),
        quote(21, 'Ivan Petrov paid.'),
        paragraph(linked('a page', 'https://x.org/ivan%20petrov'), note(text('Ivan Petrov again'))),
        {
          type: 'figure',
          attrs: { originalId: 'e'.repeat(64), mediaType: 'image/png', alt: 'Ivan Petrov on deck' },
          content: [text('Ivan Petrov')],
        },
      ),
      { title: 'Ivan Petrov', author: 'Ivan Petrov', requester: 'Ivan Petrov' },
    );
    const evidence = evidenceOf(lookup, { surroundings: (one) => around(one, { before: 'Then Ivan Petrov said ' }) });
    const flagged = await release(content, evidence, { names });
    expect([...flagged.named].map(([one, count]) => [one.pseudonym, count > 10])).toEqual([['Person A', true]]);
    const out = await release(content, evidence, { names, replaceNames: true });
    for (const [format, bytes] of Object.entries(await everyByte(out))) {
      expect([format, bytes.match(/.{0,20}(ivan|petrov).{0,20}/gi)]).toEqual([format, null]);
      expect([format, Buffer.from(bytes).includes('Person')]).toEqual([format, true]);
    }
    expect(renderPlain(out.model)).toContain('Names: Some are replaced by letters');
    expect(renderPlain(out.model)).toContain('So Person A went');
    expect(renderMarkdown(out.model)).toContain('So **Person A** went');
  });
});
