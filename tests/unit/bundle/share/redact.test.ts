// What goes to somebody who may see so much and no more. Secrets are planted in every field of every kind of record,
// and looked for in every byte of what leaves, however it is written.
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { readZipEntry } from '@shared/bundle/zipEntry';
import { readZipDirectory } from '@shared/bundle/zipRead';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { citedAs } from '@shared/briefing/citedAs';
import { makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow } from '@shared/merge/edit';
import { mergeContents } from '@shared/merge/mergeContents';
import { analystRecordId } from '@shared/model/analyst';
import { NEW_BRIEFING } from '@shared/model/briefing';
import type { BodyNode } from '@shared/model/briefing';
import { NEW_CASE } from '@shared/model/case';
import { planAnchor } from '@shared/model/excerpt';
import { layoutIdOf } from '@shared/model/layout';
import { MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { FieldsOf } from '@shared/model/record';
import type { AnyRow, RowOf, TableName } from '@shared/model/tables';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { idOf, sha256, smallCase } from '../../../fixtures/bundles/make';

/** Goes to nobody under a ceiling, whatever it is. */
const NEVER = MARKINGS.length;

interface Planted {
  readonly contents: BundleContents;
  /** Each secret and the ceiling it needs: a place in MARKINGS, or NEVER. */
  readonly secrets: ReadonlyMap<string, number>;
}

const DOCUMENTS_EACH = 6;

/** A case with a secret in every field of words, on every level; the case itself is marked as given. */
function plant(caseMarking: Marking): Planted {
  const actor = 'planter000';
  let wall = Date.UTC(2025, 0, 1);
  const clock = makeClock(actor, '000', () => (wall += 1000));
  const secrets = new Map<string, number>();
  let count = 0;
  const secret = (level: number): string => {
    const word = `q${sha256(`secret ${(count += 1)}`).slice(0, 20)}`;
    secrets.set(word, level);
    return word;
  };
  const unlabelled = MARKINGS.indexOf(caseMarking);
  let ids = 100;
  const made = new Map<TableName, AnyRow[]>();
  const make = <Table extends TableName>(table: Table, fields: FieldsOf<RowOf<Table>>, id = idOf((ids += 1))) => {
    const row = createRow(table, id, fields, clock.tick());
    made.set(table, [...(made.get(table) ?? []), row as AnyRow]);
    return row;
  };
  const texts: { id: string; text: string }[] = [];
  const originals: { id: string; ext: string; bytes: Uint8Array }[] = [];
  const keepText = (text: string): string => {
    texts.push({ id: sha256(text), text });
    return sha256(text);
  };
  const keepOriginal = (words: string): string => {
    const bytes = bundleTools.encode(words);
    originals.push({ id: sha256(bytes), ext: 'txt', bytes });
    return sha256(bytes);
  };
  make('analysts', { actor, name: 'Ann Planter', initials: 'AP' }, analystRecordId(actor));
  const excerptOf = (document: RowOf<'documents'>, text: string, words: string, more: Partial<RowOf<'excerpts'>>) => {
    const start = text.indexOf(words);
    const anchor = planAnchor(text, sha256(text), start, start + words.length);
    if (!anchor.ok) throw new Error(anchor.reason);
    const plain = {
      note: '',
      tags: [],
      credibility: null,
      eventDate: null,
      marking: null,
      sourceId: null,
      figures: [],
    };
    return make('excerpts', { documentId: document.id, ...anchor.value, ...plain, ...more } as FieldsOf<
      RowOf<'excerpts'>
    >);
  };
  const documentOf = (level: number, text: string, more: Partial<RowOf<'documents'>> = {}) =>
    make('documents', {
      title: more.title ?? secret(level),
      csl: {
        type: 'report',
        title: secret(level),
        author: [{ family: secret(level), given: secret(level) }],
        'container-title': secret(level),
        publisher: secret(level),
        'publisher-place': secret(level),
        genre: secret(level),
        number: secret(level),
        URL: `https://example.org/${secret(level)}`,
      },
      sourceId: make('sources', {
        name: secret(level),
        kind: 'agency',
        aliases: [secret(Math.max(level, unlabelled))],
        description: secret(Math.max(level, unlabelled)),
        originId: null,
        gradings: [
          {
            id: idOf((ids += 1)),
            reliability: 'B',
            reason: secret(Math.max(level, unlabelled)),
            by: actor,
            at: '2025-01-01T00:00:00.000Z',
          },
        ],
      }).id,
      originId: null,
      language: 'en',
      marking: MARKINGS[level]!,
      state: 'reading',
      note: more.note ?? secret(level),
      versions: [
        {
          textId: keepText(text),
          importedAt: '2025-01-01T00:00:00.000Z',
          fileName: `${secret(level)}.txt`,
          mediaType: 'text/plain',
          originalId: keepOriginal(secret(level)),
          extractor: 'plain/1',
        },
      ],
      ...more,
    });
  /** Page labels are the only words of a layout; they are shorter than other secrets. */
  const layOut = (level: number, text: string): void => {
    const [word, textId] = [secret(level), sha256(text)];
    const label = word.slice(0, 20);
    secrets.delete(word);
    secrets.set(label, level);
    make('layouts', { textId, blocks: [['paragraph', 0, text.length, 0]], pages: [[label, 3]] }, layoutIdOf(textId));
  };
  const figureOf = (level: number): RowOf<'excerpts'>['figures'] => [
    {
      id: idOf((ids += 1)),
      value: 3,
      high: null,
      unit: secret(level),
      counted: secret(level),
      asOf: '',
      hedge: secret(level),
    },
  ];
  const cite = (excerpt: RowOf<'excerpts'>): BodyNode => ({
    type: 'citation',
    attrs: {
      excerptId: excerpt.id,
      ...citedAs(excerpt, {
        document: (id) => made.get('documents')!.find((one) => one.id === id) as RowOf<'documents'>,
        source: () => undefined,
      }),
    },
  });
  const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
  const word = (text: string): BodyNode => ({ type: 'text', text });
  const lines: BodyNode[] = [];

  for (const [level, marking] of MARKINGS.entries()) {
    for (let i = 0; i < DOCUMENTS_EACH; i += 1) {
      const inText = secret(level);
      const text = `Title line\n\nFirst ${inText} words.\n\nSecond ${secret(level)} words with an end.\n`;
      const document = documentOf(level, text);
      layOut(level, text);
      const tag = make('tags', {
        name: secret(level),
        kind: 'topic',
        parentId: null,
        aliases: [secret(Math.max(level, unlabelled))],
        hue: 1,
        description: secret(Math.max(level, unlabelled)),
        withhold: false,
      });
      const excerpt = excerptOf(document, text, `First ${inText} words`, {
        note: secret(level),
        tags: [tag.id],
        figures: figureOf(level),
      });
      const other = excerptOf(document, text, 'with an end', {});
      make('links', {
        fromTable: 'excerpts',
        fromId: excerpt.id,
        toTable: 'excerpts',
        toId: other.id,
        type: 'updates',
        note: secret(Math.max(level, unlabelled)),
      });
      lines.push(paragraph(word(`Claim ${secret(level)} `), cite(excerpt), word('.')));
      // Deleted, and a tag nobody uses any more: their words are still in the records.
      const gone = excerptOf(document, text, 'Title line', { note: secret(NEVER) });
      made.set(
        'excerpts',
        made.get('excerpts')!.map((row) => (row.id === gone.id ? deleteRow(row, clock.tick()) : row)),
      );
      make('tags', {
        name: secret(NEVER),
        kind: 'person',
        parentId: null,
        aliases: [secret(NEVER)],
        hue: 1,
        description: secret(NEVER),
        withhold: false,
      });
    }
    // A free document with one stricter passage, and one excerpt that reaches into it.
    const strict = `Nobody outside may read ${secret(level)} here`;
    const text = `A free beginning, then. ${strict} and a free end.\n\nAgain: free.\n`;
    const free = documentOf(0, text, { title: `Free, but ${strict}`, note: '' });
    const passage = excerptOf(free, text, strict, { marking, note: secret(level) });
    const overlapping = excerptOf(free, text, `${strict.slice(-20)} and a free end`, {});
    lines.push(paragraph(word(`Of the passage ${secret(level)}`), cite(passage)));
    lines.push({ type: 'quotation', attrs: { ...cite(overlapping).attrs, text: overlapping.quote } });
    const judgementId = idOf((ids += 1));
    const briefing = make('briefings', {
      ...NEW_BRIEFING,
      title: secret(level),
      state: 'draft',
      marking,
      issued: '',
      cutoff: '',
      requester: secret(level),
      author: secret(level),
      template: 'blank',
      accepted: [
        {
          id: 'uncited-1',
          rule: 'uncited',
          words: secret(NEVER),
          reason: secret(NEVER),
          by: actor,
          at: '2025-01-01T00:00:00.000Z',
        },
      ],
      body: {
        type: 'doc',
        content: [
          paragraph(word(secret(level))),
          {
            type: 'judgement',
            attrs: { judgementId },
            content: [paragraph(word(`Held ${secret(level)} `), cite(passage))],
          },
        ],
      },
    });
    make(
      'judgements',
      {
        briefingId: briefing.id,
        statement: secret(level),
        scale: 'icd203-1',
        likelihood: null,
        confidence: null,
        confidenceReason: secret(level),
        basis: [passage.id],
        assumptions: secret(level),
        wouldChange: secret(level),
        reviewDate: '',
        earlierId: null,
        outcome: 'open',
        outcomeDate: '',
        outcomeNote: secret(level),
      },
      judgementId,
    );
    make('comments', {
      briefingId: briefing.id,
      threadId: null,
      passage: secret(NEVER),
      text: secret(NEVER),
      resolved: false,
    });
    make('briefingVersions', {
      briefingId: briefing.id,
      name: secret(NEVER),
      automatic: false,
      title: secret(NEVER),
      body: { type: 'doc', content: [paragraph(word(secret(NEVER)))] },
    });
    make('conflicts', {
      table: 'excerpts',
      recordId: passage.id,
      field: 'note',
      value: secret(NEVER),
      lostStamp: clock.tick(),
      settled: false,
    });
    make('hypotheses', { code: `H${level}`, statement: secret(unlabelled), note: secret(unlabelled) });
  }
  make('briefings', {
    ...NEW_BRIEFING,
    title: 'All of it',
    state: 'draft',
    marking: 'TLP:CLEAR',
    issued: '',
    cutoff: '',
    requester: '',
    author: '',
    template: 'blank',
    body: { type: 'doc', content: lines },
  });
  const { cases: _cases, ...rows } = Object.fromEntries(
    [...made].map(([table, some]) => [table, some.toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  ) as Record<string, AnyRow[]>;
  const record = createRow(
    'cases',
    idOf(1),
    { name: secret(unlabelled), description: secret(unlabelled), marking: caseMarking, language: 'en', ...NEW_CASE },
    clock.tick(),
  );
  return { contents: { case: record, rows: rows as BundleContents['rows'], texts, originals }, secrets };
}

/** Every byte of a bundle, unpacked. */
async function bytesOf(bundle: Uint8Array): Promise<Buffer> {
  const directory = await readZipDirectory(bundle);
  if (!directory.ok) throw new Error(directory.reason);
  const all: Uint8Array[] = [];
  for (const [name, entry] of directory.value) {
    const content = await readZipEntry(bundle, entry, bundleTools);
    if (!content.ok) throw new Error(content.reason);
    all.push(Buffer.from(`\n${name}\n`), content.value);
  }
  return Buffer.concat(all);
}

/** The word in plain letters, in UTF-16 of both kinds, and inside base64 wherever it begins. */
function waysToWrite(word: string): Buffer[] {
  const little = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.from(`${' '.repeat(shift)}${word}`)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return [Buffer.from(word), little, Buffer.from(little).swap16(), ...base64.map((one) => Buffer.from(one))];
}

const foundIn = (bytes: Buffer, word: string): boolean => waysToWrite(word).some((way) => bytes.includes(way));

const wishesFor = (ceiling: Marking, more: Partial<RedactionWishes> = {}): RedactionWishes => ({
  ceiling,
  pseudonyms: false,
  privateNotes: true,
  originals: true,
  ...more,
});

describe('the search for secrets', () => {
  it('finds all of them in the whole case, more than five hundred, and in every way of writing', async () => {
    const { contents, secrets } = plant('TLP:CLEAR');
    expect(secrets.size).toBeGreaterThan(500);
    const bytes = await bytesOf(await writeBundle(contents, bundleTools));
    expect([...secrets.keys()].filter((word) => !foundIn(bytes, word))).toEqual([]);
    const word = 'q0123456789abcdef0123';
    for (const way of [
      word,
      ...['a', 'ab', 'abc'].map((before) => Buffer.from(`${before}${word}xyz`).toString('base64')),
    ])
      expect(foundIn(Buffer.from(`... ${way} ...`), word)).toBe(true);
    expect(foundIn(Buffer.from(`..${word}..`, 'utf16le'), word)).toBe(true);
    expect(foundIn(Buffer.from(`..${word}..`, 'utf16le').swap16(), word)).toBe(true);
  });
});

describe.each(MARKINGS)('for %s', (ceiling) => {
  it.each(['TLP:CLEAR', 'TLP:RED'] as const)('not one stricter secret leaves a case marked %s', async (caseMarking) => {
    const { contents, secrets } = plant(caseMarking);
    const level = MARKINGS.indexOf(ceiling);
    const redacted = await redactContents(contents, wishesFor(ceiling), bundleTools);
    const bundle = await writeBundle(redacted, bundleTools);
    const bytes = await bytesOf(bundle);
    expect([...secrets].filter(([word, needs]) => needs > level && foundIn(bytes, word))).toEqual([]);
    const open = [...secrets].filter(([, needs]) => needs <= level).map(([word]) => word);
    const kept = open.filter((word) => foundIn(bytes, word));
    expect(kept.length / open.length, 'what may be seen is still there').toBeGreaterThan(0.9);
    const read = await readBundle(bundle, bundleTools);
    expect(read.ok ? read.value.withheld : read).toEqual(redacted.withheld);
    expect(Object.keys(redacted.withheld!).length).toBeGreaterThan(0);
  });

  it('without notes and originals none of those leaves', async () => {
    const { contents } = plant('TLP:CLEAR');
    const redacted = await redactContents(
      contents,
      wishesFor(ceiling, { privateNotes: false, originals: false }),
      bundleTools,
    );
    expect(redacted.originals).toEqual([]);
    for (const { note } of [...redacted.rows.excerpts!, ...redacted.rows.documents!]) expect(note).toBe('');
    expect((await readBundle(await writeBundle(redacted, bundleTools), bundleTools)).ok).toBe(true);
  });
});

describe('a passage stricter than its document', () => {
  it('is blacked out in the text, and everything else stays where it was', async () => {
    const small = smallCase();
    const redacted = await redactContents(small, wishesFor('TLP:GREEN'), bundleTools);
    expect(redacted.texts[0]!.text).toBe(
      small.texts[0]!.text.replace('the basin. A fourth & last one followed <slowly>', (words) =>
        '█'.repeat(words.length),
      ),
    );
    const [first] = redacted.rows.excerpts!;
    expect(redacted.rows.excerpts).toHaveLength(1);
    expect(first!.quote).toBe('three tankers left █████████');
    expect(first).toMatchObject({ start: small.rows.excerpts![0]!.start, textId: redacted.texts[0]!.id });
    expect(redacted.originals).toEqual([]);
    expect(redacted.rows.documents![0]!.versions[0]!.originalId).toBeNull();
    expect(redacted.withheld).toMatchObject({ excerpts: 1, links: 1, passages: 1, originals: 1 });
  });

  it('leaves what cites it in a briefing as a word that it was withheld', async () => {
    const small = smallCase();
    const second = small.rows.excerpts![1]!;
    const body: BodyNode = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Open words.' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Closed words ' },
            { type: 'citation', attrs: { excerptId: second.id } },
          ],
        },
      ],
    };
    const briefings = small.rows.briefings!.map((one) => ({ ...one, marking: 'TLP:GREEN' as const, body }));
    const redacted = await redactContents(
      { ...small, rows: { ...small.rows, briefings } },
      wishesFor('TLP:GREEN'),
      bundleTools,
    );
    const said = JSON.stringify(redacted.rows.briefings![0]!.body);
    expect(said).toContain('Open words.');
    expect(said).toContain('[withheld: TLP:AMBER]');
    expect(said).not.toContain('Closed words');
    expect(said).not.toContain(second.id);
  });
});

describe('names', () => {
  it('that are to be withheld become pseudonyms in texts, quotes, notes, tags and briefings, and offsets follow', async () => {
    const small = smallCase();
    const text = 'General Ivan Petrov spoke. Petrov, I. said that ten ships left; Ivan Petrov denied it later.\n';
    const textId = sha256(text);
    const clock = makeClock('maker00000', '000', () => Date.UTC(2025, 0, 2));
    const person = createRow(
      'tags',
      idOf(40),
      {
        name: 'Ivan Petrov',
        kind: 'person',
        parentId: null,
        aliases: ['Petrov, I.', 'Petrov'],
        hue: 2,
        description: 'Ivan Petrov’s file',
        withhold: true,
      },
      clock.tick(),
    );
    const start = text.indexOf('said that');
    const anchor = planAnchor(text, textId, start, text.indexOf(' denied'));
    if (!anchor.ok) throw new Error(anchor.reason);
    const document = editRow(
      'documents',
      small.rows.documents![0]!,
      { title: 'Petrov speaks', versions: [{ ...small.rows.documents![0]!.versions[0]!, textId, originalId: null }] },
      clock.tick(),
    );
    const excerpt = editRow(
      'excerpts',
      small.rows.excerpts![0]!,
      { ...anchor.value, note: 'Ask Petrov.', tags: [person.id] },
      clock.tick(),
    );
    const contents: BundleContents = {
      ...small,
      rows: { ...small.rows, documents: [document], tags: [...small.rows.tags!, person], excerpts: [excerpt] },
      texts: [{ id: textId, text }],
      originals: [],
    };
    const redacted = await redactContents(contents, wishesFor('TLP:RED', { pseudonyms: true }), bundleTools);
    const bundle = await writeBundle(redacted, bundleTools);
    expect(foundIn(await bytesOf(bundle), 'Petrov')).toBe(false);
    expect(foundIn(await bytesOf(bundle), 'Ann Maker')).toBe(false);
    const read = await readBundle(bundle, bundleTools);
    if (!read.ok) throw new Error(`${read.reason} ${read.detail}`);
    const [quoted] = read.value.rows.excerpts!;
    expect(quoted!.quote).toBe('said that ten ships left; Person A');
    expect(quoted!.note).toBe('Ask Person A.');
    expect(read.value.rows.tags!.find(({ id }) => id === person.id)).toMatchObject({
      name: 'Person A',
      aliases: [],
      description: '',
    });
    expect(read.value.rows.analysts![0]).toMatchObject({ name: 'Analyst A', initials: 'A' });
  });
});

describe('a redacted copy', () => {
  it('is a case of its own: it is never merged over the words it hides', async () => {
    const small = smallCase();
    const redacted = await redactContents(small, wishesFor('TLP:GREEN'), bundleTools);
    expect(redacted.case.id).not.toBe(small.case.id);
    expect(mergeContents(small, redacted)).toMatchObject({ ok: false, reason: 'other-case' });
  });

  it('is the same for the same case, and a newer one takes the place of an older one', async () => {
    const small = smallCase();
    const once = await redactContents(small, wishesFor('TLP:GREEN'), bundleTools);
    expect(await redactContents(small, wishesFor('TLP:GREEN'), bundleTools)).toEqual(once);
    const later = makeClock('maker00000', '000', () => Date.UTC(2026, 0, 1)).tick();
    const [first, ...others] = small.rows.excerpts!;
    const stricter = {
      ...small,
      rows: { ...small.rows, excerpts: [editRow('excerpts', first!, { note: 'New.' }, later), ...others] },
    };
    const twice = await redactContents(stricter, wishesFor('TLP:GREEN'), bundleTools);
    const merged = mergeContents(once, twice);
    if (!merged.ok) throw new Error(merged.reason);
    expect(merged.value.contents.rows.excerpts![0]!.note).toBe('New.');
    expect((await readBundle(await writeBundle(merged.value.contents, bundleTools), bundleTools)).ok).toBe(true);
  });
});
