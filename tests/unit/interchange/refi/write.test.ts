// What is written: valid against the public schemas, the same bytes each time, and the same words when it comes back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { BundleContents } from '@shared/bundle/contents';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { colourOf, hueOf } from '@shared/interchange/refi/colours';
import { writeQdc, writeQdpx } from '@shared/interchange/refi';
import { makeCase } from '@shared/interchange/making';
import { readBundle, writeBundle } from '@shared/bundle';
import { actorOf, makeClock, timeOf } from '@shared/merge/clock';
import { createRow, editRow } from '@shared/merge/edit';
import { planAnchor } from '@shared/model/excerpt';
import { isAlive } from '@shared/model/record';
import type { Tag } from '@shared/model/tag';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { idOf, smallCase } from '../../../fixtures/bundles/make';
import { testFile } from '../../text/realDocument';
import { makeTools, read } from './make';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const schemaOf = (name: string): string | null => {
  const bytes = testFile(`refi-qda/schema/${name}.xsd`);
  return bytes && decode(bytes);
};
const projectSchemas = [schemaOf('Project'), schemaOf('Project-mrt2019')].filter((one) => one !== null);
const codebookSchemas = [schemaOf('Codebook'), schemaOf('Codebook-mrt2019')].filter((one) => one !== null);

async function fileIn(zip: Uint8Array, name: string): Promise<string> {
  const directory = await readZipDirectory(zip);
  if (!directory.ok) throw new Error(directory.reason);
  const content = await readZipEntry(zip, directory.value.get(name)!, bundleTools);
  if (!content.ok) throw new Error(content.reason);
  return decode(content.value);
}

const tagFields = (name: string, more: Partial<Tag> = {}) => ({
  name,
  kind: 'topic' as const,
  parentId: null,
  aliases: [],
  hue: 0,
  description: '',
  withhold: false,
  ...more,
});

/** A case with one of everything that a project can hold. */
async function fullCase(): Promise<BundleContents> {
  const tools = makeTools();
  const making = makeCase('Harbour & <basin>', tools, 'What left the basin?\nAnd when?');
  const text = '😀 Three tankers left 🚢 at dawn.\n\n"Fuel" was seen on the quay; 三 men loaded it.\n';
  const textId = await making.addText(text);
  const pdf = await making.addOriginal(new TextEncoder().encode('%PDF-1.7 not really'), 'pdf');
  const noteTextId = await making.addText('Ask the harbour master again.');
  making.add('analysts', { actor: 'importer00', name: 'Ana Lyst', initials: 'AL' });
  const folder = making.add(
    'tags',
    tagFields('Things', { hue: 5, description: 'All things\n\nFolder: not used for coding' }),
  );
  const ship = making.add(
    'tags',
    tagFields('tanker', {
      parentId: folder,
      kind: 'equipment',
      aliases: ['oil ship'],
      description: 'Set: Floating',
      hue: 9,
    }),
  );
  const fuel = making.add('tags', tagFields('fuel "F"', { description: 'Two\n\nparagraphs' }));
  const document = (title: string, of: string, originalId: string | null, extractor: string, note = '') =>
    making.add('documents', {
      title,
      csl: { type: 'document', title },
      sourceId: null,
      originId: null,
      language: '',
      marking: 'TLP:GREEN',
      state: 'excerpted',
      note,
      versions: [
        {
          textId: of,
          importedAt: '2026-11-26T09:00:00.000Z',
          fileName: title,
          mediaType: 'text/plain',
          originalId,
          extractor,
        },
      ],
    });
  const plain = document('Port report', textId, null, 'plain/1', 'Seen twice.\n\nSet: Ports');
  const paged = document('Port report.pdf', textId, pdf, 'pdf/1');
  document('To do', noteTextId, null, 'refi-note/1');
  const excerpt = (documentId: string, words: string, tags: string[], note: string) => {
    const start = text.indexOf(words);
    const anchor = planAnchor(text, textId, start, start + words.length);
    if (!anchor.ok) throw new Error(anchor.reason);
    const rest = { credibility: 2 as const, eventDate: null, marking: 'TLP:RED' as const, sourceId: null, figures: [] };
    return making.add('excerpts', { ...anchor.value, documentId, note, tags, ...rest });
  };
  const first = excerpt(plain, 'Three tankers left 🚢', [ship, fuel], 'Note with <tags> & "quotes"\nand lines');
  const second = excerpt(plain, '三 men', [fuel], '');
  excerpt(paged, '"Fuel" was seen', [], 'From the PDF');
  making.add('links', {
    fromTable: 'excerpts',
    fromId: first,
    toTable: 'excerpts',
    toId: second,
    type: 'contradicts',
    note: 'Not the same day',
  });
  return making.contents();
}

/** The small case with two hypotheses, and what supports one of them. */
function arguedCase(): BundleContents {
  const small = smallCase();
  const clock = makeClock('secondmake', '000', () => Date.UTC(2025, 2, 1));
  const hypothesis = (n: number, code: string, statement: string, note: string) =>
    createRow('hypotheses', idOf(n), { code, statement, note }, clock.tick());
  const ends = { fromTable: 'excerpts', toTable: 'hypotheses' } as const;
  const fromId = small.rows.excerpts!.find((one) => isAlive(one))!.id;
  const link = { ...ends, fromId, toId: idOf(881), type: 'supports', note: 'Counted twice.' } as const;
  return {
    ...small,
    rows: {
      ...small.rows,
      hypotheses: [
        hypothesis(881, 'H1', 'They left.', 'First line.\n\nSecond.'),
        hypothesis(882, 'H2', 'They stayed.', ''),
      ],
      links: [...small.rows.links!, createRow('links', idOf(883), link, clock.tick())],
    },
  };
}

const valid = async (xml: string, schema: string): Promise<string[]> => {
  const result = await validateXML({ xml: [{ fileName: 'it.xml', contents: xml }], schema: [schema] });
  return result.errors.map((error) => error.message);
};

describe('a project', () => {
  it('brings back what it was written from', async () => {
    const contents = await fullCase();
    const { bytes, report } = await writeQdpx(contents, bundleTools);
    expect(report.counts).toMatchObject({
      tags: 3,
      documents: 3,
      excerpts: 3,
      codings: 3,
      links: 1,
      sets: 2,
      analysts: 1,
    });
    const { contents: back } = await read(bytes);
    const plain = ({ rows }: BundleContents) => ({
      tags: rows.tags!.map(({ name, kind, aliases, hue, description }) => ({ name, kind, aliases, hue, description })),
      excerpts: rows.excerpts!.map(({ quote, start, note, marking, credibility, tags }) => ({
        quote,
        start,
        note,
        marking,
        credibility,
        tags: tags.map((id) => rows.tags!.find((tag) => tag.id === id)!.name).sort(),
      })),
      documents: rows.documents!.map(({ title, note, marking }) => ({ title, note, marking })),
      links: rows.links!.map(({ type, note }) => ({ type, note })),
      analysts: rows.analysts!.map(({ actor, name, initials }) => ({ actor, name, initials })),
    });
    expect(plain(back)).toEqual(plain(contents));
    expect(back.case).toMatchObject({ name: contents.case.name, description: contents.case.description });
    expect(back.texts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(contents.texts);
    expect(back.originals).toEqual(contents.originals);
    const tree = back.rows.tags!.find((tag) => tag.name === 'tanker')!;
    expect(back.rows.tags!.find((tag) => tag.id === tree.parentId)!.name).toBe('Things');
  });

  it('counts code points, and names no folder of a machine', async () => {
    const { bytes } = await writeQdpx(await fullCase(), bundleTools);
    const xml = await fileIn(bytes, 'project.qde');
    expect(xml).toContain('startPosition="2" endPosition="22"');
    expect(xml).not.toMatch(/basePath|currentPath/);
    expect(xml).toContain('name="Things" isCodable="false"');
    expect(xml).toContain('name="tanker" isCodable="true"');
  });

  it('is the same bytes each time, whatever the order of the rows', async () => {
    const contents = await fullCase();
    const turned: BundleContents = {
      ...contents,
      rows: Object.fromEntries(
        Object.entries(contents.rows).map(([table, rows]) => [table, (rows as readonly unknown[]).toReversed()]),
      ),
    };
    const [one, two] = [await writeQdpx(contents, bundleTools), await writeQdpx(turned, bundleTools)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });

  it('keeps who made passages, codings and notes, and when, and says so again', async () => {
    const xml = (name: string): Promise<string> =>
      writeQdpx(made, bundleTools).then(({ bytes }) => fileIn(bytes, name));
    const contents = await fullCase();
    // Another analyst codes and notes what the first had marked.
    const [excerpt, ...rest] = contents.rows.excerpts!;
    const at = (iso: string, actor: string): string => makeClock(actor, '000', () => Date.parse(iso)).tick();
    const created = at('2024-05-01T10:00:00Z', 'firstmaker');
    const [tag] = excerpt!.tags;
    const whole = { ...excerpt!, created, seen: { firstmaker: created }, tags: [], note: '', clocks: {} };
    const coded = editRow('excerpts', whole, { tags: [tag] }, at('2024-05-02T10:00:00Z', 'secondmake'));
    const noted = editRow('excerpts', coded, { note: 'Seen.' }, at('2024-05-03T10:00:00Z', 'firstmaker'));
    const made = { ...contents, rows: { ...contents.rows, excerpts: [noted, ...rest] } };
    const one = await xml('project.qde');
    expect(one).toMatch(/<Coding [^>]*creatingUser="[^"]+" creationDateTime="2024-05-02T10:00:00Z"/);
    const { contents: back, report } = await read((await writeQdpx(made, bundleTools)).bytes);
    const found = back.rows.excerpts!.find(({ note }) => note === 'Seen.')!;
    expect([actorOf(found.created), timeOf(found.created)]).toEqual(['firstmaker', Date.parse('2024-05-01T10:00:00Z')]);
    expect(actorOf(found.clocks[`tags/${found.tags[0]}`]!)).toBe('secondmake');
    expect(timeOf(found.clocks['note']!)).toBe(Date.parse('2024-05-03T10:00:00Z'));
    expect(report.notices.join(' ')).toContain('Who made passages, codings and notes, and when');
    // And once more round, nothing of it changes.
    const again = await read((await writeQdpx(back, bundleTools)).bytes);
    const stamps = (all: BundleContents) =>
      new Map(
        all.rows.excerpts!.map(({ created: first, quote, clocks }) => [quote, [first, new Set(Object.values(clocks))]]),
      );
    expect(stamps(again.contents)).toEqual(stamps(back));
    // What came back can be bundled and read.
    expect((await readBundle(await writeBundle(back, bundleTools), bundleTools)).ok).toBe(true);
  });

  it('brings hypotheses back as what they were, with the links to them, and briefings as notes, said', async () => {
    const small = arguedCase();
    const { bytes, report } = await writeQdpx(small, bundleTools);
    expect(report.losses.map(({ what }) => what).join(' ')).toContain('comes back as a document, not as a briefing');
    const { contents: back } = await read(bytes);
    const said = ({ rows }: BundleContents) =>
      (rows.hypotheses ?? [])
        .filter(isAlive)
        .map(({ code, statement, note, created }) => [code, statement, note, actorOf(created)]);
    expect(said(small).length).toBeGreaterThan(0);
    expect(said(back)).toEqual(said(small));
    const ends = ({ rows }: BundleContents) =>
      new Set(
        (rows.links ?? [])
          .filter(isAlive)
          .map(({ fromTable, toTable, type, note }) => `${fromTable} ${toTable} ${type} ${note}`),
      );
    expect(ends(back)).toEqual(ends(small));
    const [briefing] = small.rows.briefings!.filter(isAlive);
    const note = back.rows.documents!.find(({ title }) => title === briefing!.title)!;
    // Its own label, not the one that everything else came in under.
    expect(note.marking).toBe('TLP:GREEN');
    expect(back.rows.briefings).toEqual([]);
    for (const { title } of back.rows.documents!) expect(title).not.toMatch(/^Hypothesis /);
  });

  it('of another program has notes in such a set as documents', async () => {
    const { bytes } = await writeQdpx(arguedCase(), bundleTools);
    const xml = (await fileIn(bytes, 'project.qde')).replace(/ origin="Collate [^"]*"/, ' origin="Another 1"');
    const { contents: back } = await read(new TextEncoder().encode(xml), 'other.qde');
    expect(back.rows.hypotheses ?? []).toEqual([]);
    expect(back.rows.documents!.some(({ title }) => title.startsWith('Hypothesis '))).toBe(true);
  });

  it('says what has no place in it', async () => {
    const { report } = await writeQdpx(smallCase(), bundleTools);
    const losses = report.losses.map(({ what }) => what).join(' ');
    expect(losses).toContain('A briefing is written as a note');
    expect(losses).toContain('Bibliographic data');
    expect(losses).toContain('neither PDF nor DOCX');
    expect(report.counts['excerpts']).toBe(2);
  });

  it('opens a ring of tags once and takes deep trees', async () => {
    const making = makeCase('Rings', makeTools());
    const one = making.add('tags', tagFields('one'));
    making.add('tags', tagFields('two', { parentId: one }));
    let parentId: string | null = null;
    for (let depth = 0; depth < 3000; depth += 1)
      parentId = making.add('tags', tagFields(`deep ${depth}`, { parentId }));
    const made = making.contents();
    const [first, second] = made.rows.tags!;
    const ring = editRow('tags', first!, { parentId: second!.id }, '0zzzzzzzz00000-importer00');
    const contents = { ...made, rows: { ...made.rows, tags: [ring, ...made.rows.tags!.slice(1)] } };
    const back = await read((await writeQdc(contents, bundleTools)).bytes, 'rings.qdc');
    expect(back.report.counts).toEqual({ tags: 3002 });
  });
});

describe.skipIf(projectSchemas.length === 0)(
  'the schemas (skipped where COLLATE_TESTDATA has no refi-qda/schema)',
  () => {
    it('take the projects', async () => {
      for (const contents of [await fullCase(), smallCase(), makeCase('Empty', makeTools()).contents()]) {
        const xml = await fileIn((await writeQdpx(contents, bundleTools)).bytes, 'project.qde');
        for (const schema of projectSchemas) expect(await valid(xml, schema)).toEqual([]);
      }
      // The schema does refuse: nothing may stand before the users.
      const xml = await fileIn((await writeQdpx(await fullCase(), bundleTools)).bytes, 'project.qde');
      expect(await valid(xml.replace('<Users>', '<Sets/><Users>'), projectSchemas[0]!)).not.toEqual([]);
    });

    it('take the codebooks', async () => {
      for (const contents of [await fullCase(), smallCase()]) {
        const xml = decode((await writeQdc(contents, bundleTools)).bytes);
        for (const schema of codebookSchemas) expect(await valid(xml, schema)).toEqual([]);
      }
    });

    it('take projects that came from other programs', async () => {
      const atlas = testFile('refi-qda/atlasti8mac_Project.qde')!;
      const { contents } = await read(atlas, 'atlas.qde');
      const xml = await fileIn((await writeQdpx(contents, bundleTools)).bytes, 'project.qde');
      expect(await valid(xml, projectSchemas[0]!)).toEqual([]);
    });
  },
);

describe('any text and any excerpts', () => {
  it('come back as the same quotes at the same places', async () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'a',
        'B',
        ' ',
        '\n',
        '\t',
        '😀',
        '🚢',
        '👩‍🚀',
        'é',
        'e\u0301',
        '三',
        '\u0001',
        '\ufeff',
        '<',
        '&',
        '"',
        '𝒳',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    const drawn = fc.record({
      parts: fc.array(unit, { minLength: 1, maxLength: 80 }),
      cuts: fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 12 }),
      note: fc.string({ unit: 'grapheme', maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async ({ parts, cuts, note }) => {
        const text = parts
          .join('')
          .replace(/\r\n?/g, '\n')
          .replace(/\p{Surrogate}/gu, '\ufffd');
        const making = makeCase('Random', makeTools());
        const textId = await making.addText(text);
        const documentId = making.add('documents', {
          title: 'Random',
          csl: { type: 'document', title: 'Random' },
          sourceId: null,
          originId: null,
          language: '',
          marking: 'TLP:CLEAR',
          state: 'unread',
          note: '',
          versions: [
            { textId, importedAt: '', fileName: '', mediaType: 'text/plain', originalId: null, extractor: 'plain/1' },
          ],
        });
        for (const [from, to] of cuts) {
          const anchor = planAnchor(text, textId, from, to);
          if (!anchor.ok) continue;
          const rest = { tags: [], credibility: null, eventDate: null, marking: null, sourceId: null, figures: [] };
          making.add('excerpts', {
            ...anchor.value,
            documentId,
            note: note.replaceAll(/[\r\p{C}]/gu, '').trim(),
            ...rest,
          });
        }
        const contents = making.contents();
        const back = await read((await writeQdpx(contents, bundleTools)).bytes);
        const places = ({ rows, texts }: BundleContents) =>
          rows.excerpts!.map((one) => [
            one.start,
            one.end,
            one.quote,
            texts[0]!.text.slice(one.start, one.end),
            one.note,
          ]);
        expect(back.contents.texts).toEqual(contents.texts);
        expect(places(back.contents)).toEqual(places(contents));
      }),
      { numRuns: 150 },
    );
  });
});

describe('colours', () => {
  it('are those of the twelve hues, and others become the nearest', () => {
    for (let hue = 0; hue < 12; hue += 1) expect(hueOf(colourOf(hue))).toBe(hue);
    expect(new Set(Array.from({ length: 12 }, (_, hue) => colourOf(hue))).size).toBe(12);
    expect(hueOf('#f00')).toBe(hueOf('#ff0000'));
    expect(hueOf('#f00')).toBe(0);
    expect(hueOf('#0000FF')).toBe(8);
    for (const grey of ['#808080', '#000', '#fff', 'red', '', '#12']) expect(hueOf(grey)).toBe(null);
  });
});
