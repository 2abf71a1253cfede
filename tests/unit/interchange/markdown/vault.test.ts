// Folders of Markdown notes: a case written and read again is the same case; notes of others come in letter for letter.
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { BundleContents } from '@shared/bundle/contents';
import { readVault, vaultRefusalSentence, writeVault } from '@shared/interchange/markdown';
import type { VaultFile } from '@shared/interchange/markdown';
import { makeCase } from '@shared/interchange/making';
import { isAlive } from '@shared/model/record';
import { addDocument, addExcerpt } from '@shared/interchange/textDocument';
import { smallCase } from '../../../fixtures/bundles/make';
import { sample } from '../sampleFiles';
import { bytesOf, expectSound, readBytes, readTools, testDataFolder } from '../reading';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const files = (notes: Readonly<Record<string, string>>): VaultFile[] =>
  Object.entries(notes).map(([path, text]) => ({ path, bytes: bytesOf(text) }));

async function read(vault: readonly VaultFile[]) {
  const result = await readVault(vault, 'Vault', readTools());
  if (!result.ok) throw new Error(vaultRefusalSentence(result.reason));
  expectSound(result.value.contents);
  return result.value;
}
const written = async (contents: BundleContents) => writeVault(contents, readTools());
const again = async (contents: BundleContents) =>
  read((await written(contents)).files.map(({ name, bytes }) => ({ path: name, bytes })));

/** What a case says, without the ids and stamps of its records. */
function said({ rows, texts, case: record }: BundleContents) {
  const text = new Map(texts.map((one) => [one.id, one.text]));
  const alive = <Row extends Parameters<typeof isAlive>[0]>(list: readonly Row[] | undefined) =>
    (list ?? []).filter(isAlive);
  const tags = new Map(alive(rows.tags).map((tag) => [tag.id, tag]));
  const tagPath = (id: string): string => {
    const tag = tags.get(id);
    return tag ? `${tag.parentId ? tagPath(tag.parentId) : ''}/${tag.name}` : '';
  };
  const sources = new Map(alive(rows.sources).map((row) => [row.id, row.name]));
  const name = (id: string | null): string => sources.get(id ?? '') ?? '';
  const ends = new Map<string, string>(alive(rows.hypotheses).map((row) => [row.id, row.statement]));
  for (const row of alive(rows.excerpts)) ends.set(row.id, `${row.start} ${row.quote}`);
  const sorted = <Value>(list: Value[]): Value[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    name: record.name,
    documents: sorted(
      alive(rows.documents).map(({ title, csl, language, marking, state, note, sourceId, versions }) => ({
        title,
        csl: { ...csl, title },
        language,
        marking,
        state,
        note,
        source: name(sourceId),
        text: text.get(versions.at(-1)!.textId),
        original: versions.at(-1)!.originalId,
      })),
    ),
    excerpts: sorted(
      alive(rows.excerpts).map(({ start, quote, note, tags: own, credibility, eventDate, marking, sourceId }) => ({
        start,
        quote,
        note,
        tags: own.map(tagPath).toSorted(),
        credibility,
        eventDate,
        marking,
        source: name(sourceId),
      })),
    ),
    tags: sorted(
      [...tags.values()].map(({ id, kind, hue, aliases, description }) => ({
        path: tagPath(id),
        kind,
        hue,
        aliases,
        description,
      })),
    ),
    links: sorted(
      alive(rows.links).map(({ fromId, toId, type, note }) => ({
        from: ends.get(fromId),
        to: ends.get(toId),
        type,
        note,
      })),
    ),
    hypotheses: sorted(alive(rows.hypotheses).map(({ code, statement, note }) => ({ code, statement, note }))),
    sources: sorted(
      alive(rows.sources).map((row) => ({
        name: row.name,
        kind: row.kind,
        origin: name(row.originId),
        grades: row.gradings.map((one) => [one.reliability, one.at, one.reason]),
      })),
    ),
  };
}

async function sampleContents(): Promise<BundleContents> {
  const { records, texts } = await sample();
  const { cases, ...rows } = records;
  return { case: cases[0]!, rows, texts, originals: [] };
}

describe('a case written as a folder of notes', () => {
  it('comes back with the same documents, quotes, tags, links, hypotheses and sources', async () => {
    for (const contents of [smallCase(), await sampleContents()]) {
      const back = await again(contents);
      expect(said(back.contents)).toEqual(said(contents));
    }
  });

  it('does so for any words in any field', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const line = fc.constantFrom(
      '## Excerpts',
      '%% collate: end of text %%',
      '> quoted',
      '^0193',
      '---',
      '- Note: x',
      '#tag [[a]]',
      '',
    );
    const text = fc
      .array(fc.oneof(word, line), { minLength: 1, maxLength: 12 })
      .map((lines) => `x${lines.join('\n')}`.replace(/\r/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: word, text, note: text, tag: word, from: fc.nat(20) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (specs) => {
          const tools = readTools();
          const making = makeCase('Trial', tools);
          for (const { title, text: words, note, tag, from } of specs) {
            const document = await addDocument(making, tools, {
              title: title.trim() || 'a',
              text: words,
              fileName: '',
              mediaType: 'text/plain',
              extractor: 'plain/1',
              marking: 'TLP:GREEN',
              note,
            });
            const id = making.add('tags', {
              name: tag.trim() || 'a',
              kind: 'place',
              parentId: null,
              aliases: [],
              hue: 1,
              description: note,
              withhold: false,
            });
            if (document)
              addExcerpt(making, document, Math.min(from, document.text.length - 1), document.text.length, {
                note,
                tags: [id],
              });
          }
          const back = await again(making.contents());
          expect(said(back.contents)).toEqual(said(making.contents()));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same bytes for the same case, under names that every system takes, each once', async () => {
    const contents = smallCase();
    const documents = ['CON', 'a/b', 'A:B', 'a?b', '..', 'straße', 'STRASSE', `${'x'.repeat(300)}`].map((title, i) => ({
      ...contents.rows.documents![0]!,
      id: `0193b4a0-0000-7000-8000-0000000000f${i}`,
      title,
    }));
    const many = { ...contents, rows: { ...contents.rows, documents: [...contents.rows.documents!, ...documents] } };
    const { files: one } = await written(many);
    expect((await written(many)).files).toEqual(one);
    const folded = one.map((file) => file.name.normalize('NFKC').toUpperCase());
    expect(new Set(folded).size).toBe(one.length);
    for (const { name } of one) {
      expect(name).not.toMatch(/["*:<>?\\|#^[\]]|\/\/|[. ](?:\/|$)|(?:^|\/)(?:con|\.)/i);
      expect(Math.max(...name.split('/').map((part) => bytesOf(part).length))).toBeLessThan(256);
    }
    expect(said((await again(many)).contents).documents).toHaveLength(9);
  });

  it('has properties that are plain YAML, block ids, wikilinks that lead somewhere, and footnotes', async () => {
    const { files: out, report } = await written(await sampleContents());
    const names = new Set(out.map((file) => file.name));
    for (const { name, bytes } of out) {
      const text = decode(bytes);
      const head = parse(/^---\n([^]*?)\n---\n/.exec(text)![1]!) as Record<string, unknown>;
      for (const value of Object.values(head)) expect(Array.isArray(value) || typeof value !== 'object').toBe(true);
      if (name.startsWith('Documents/')) continue;
      for (const [, path, block] of text.matchAll(/\[\[([^\]|#]+)(?:#\^([^\]|]+))?\|/g)) {
        expect(names).toContain(`${path}.md`);
        if (block) expect(decode(out.find((file) => file.name === `${path}.md`)!.bytes)).toContain(`\n^${block}\n`);
      }
    }
    const briefing = out.find((file) => file.name.startsWith('Briefings/'))!;
    expect(decode(briefing.bytes)).toMatch(/\[\^1\]: /);
    expect(report.counts).toMatchObject({
      documents: expect.any(Number),
      links: (await sampleContents()).rows.links!.length,
    });
  });

  it('comes back as edited: a changed text keeps the excerpts it still has, an added tag is there', async () => {
    const { files: out } = await written(smallCase());
    const changed = out.map(({ name, bytes }) => ({
      path: name,
      bytes: name.startsWith('Documents/')
        ? bytesOf(decode(bytes).replace('At dawn', 'At noon and').replace('tags:\n', 'tags:\n  - new/one\n'))
        : bytes,
    }));
    const { contents, report } = await read(changed);
    expect(contents.texts[0]!.text).toContain('At noon and three tankers');
    expect(contents.rows.excerpts!.map((row) => row.quote)).toContain('three tankers left the basin');
    expect(contents.rows.tags!.map((tag) => tag.name)).toEqual(expect.arrayContaining(['new', 'one']));
    expect(report.notices.join()).toContain('edited');
  });
});

describe('a folder of anybody’s notes', () => {
  it('brings text letter for letter, properties, tags outside code, and links', async () => {
    const body =
      '\nIntro  #ships/tankers\r\n\n```\n#code [[B]]\n```\n`#span` and #42 and x#y\nSee [[B#Part two|it]] and [m](sub/B.md) [[Gone]]\n';
    const { contents, report } = await read(
      files({
        'A.md': `---\ntitle: The A\nauthor: Roe, Jo\npublished: 2024-11-03\nsource: https://example.org/a\ntags: [alpha, "beta/gamma"]\nrating: 7\n---\n${body}`,
        'sub/B.md': '# B\n\n## Part two\nWords.\n',
        '.obsidian/app.json': '{}',
        'pic.png': 'x',
      }),
    );
    const a = contents.rows.documents!.find((row) => row.title === 'The A')!;
    expect(contents.texts.find((text) => text.id === a.versions[0]!.textId)!.text).toBe(body.replace('\r', ''));
    expect(a.csl).toMatchObject({
      type: 'webpage',
      URL: 'https://example.org/a',
      author: [{ family: 'Roe', given: 'Jo' }],
      issued: { 'date-parts': [[2024, 11, 3]] },
    });
    expect(a.note).toContain('rating: 7');
    expect(contents.rows.tags!.map((tag) => tag.name).toSorted()).toEqual([
      'alpha',
      'beta',
      'gamma',
      'ships',
      'tankers',
    ]);
    const ends = new Map(contents.rows.excerpts!.map((row) => [row.id, row.quote]));
    expect(new Set(contents.rows.links!.map((link) => ends.get(link.toId)))).toEqual(new Set(['# B', '## Part two']));
    expect(contents.rows.links).toHaveLength(2);
    expect(report.losses.map((loss) => loss.what).join()).toMatch(/not in the folder.*hidden.*not notes/);
  });

  it('is not led outside, nor into prototypes, by names and properties', async () => {
    const hostile = `---\ncollate: document\n__proto__: {polluted: 1}\noriginal: "[[../../etc/passwd]]"\ntext-length: 1e309\n---\nWords.\n`;
    const { contents } = await read(
      files({ '../../x.md': hostile, 'C:\\y.md': 'Words', '__proto__.md': '[[constructor]] #__proto__' }),
    );
    expect(contents.rows.documents).toHaveLength(3);
    expect(contents.originals).toHaveLength(0);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('keeps properties that cannot be read in the text, and refuses an empty folder', async () => {
    const bomb = `a: &a [1,1,1,1]\n${Array.from({ length: 12 }, (_, i) => `b${i}: &b${i} [${Array.from({ length: 9 }, () => `*${i ? `b${i - 1}` : 'a'}`).join(',')}]`).join('\n')}`;
    const { contents, report } = await read(
      files({ 'a.md': `---\n${bomb}\n---\nWords`, 'b.md': `---\n${'['.repeat(50_000)}\n---\nWords` }),
    );
    expect(contents.rows.documents).toHaveLength(2);
    expect(report.losses.find((loss) => loss.what.startsWith('Properties'))!.count).toBe(2);
    expect(await readVault(files({ 'a.txt': 'x' }), 'V', readTools())).toEqual({ ok: false, reason: 'empty' });
  });

  it('never throws, whatever the notes say', async () => {
    const part = fc.constantFrom(
      '---\n',
      'collate: document\n',
      'collate: tag\ntag: a/b\n',
      'tags: #x\n',
      '%% collate: end of text %%\n',
      '> q\n',
      '\n^id\n',
      '- Supports: [[a#^id]]\n',
      '`',
      '```\n',
      '#a/',
      '[[a]]',
      '\ud800',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(part, { maxLength: 20 }), { minLength: 1, maxLength: 3 }), async (notes) => {
        const result = await readVault(
          files(Object.fromEntries(notes.map((parts, i) => [`${'abc'[i]}.md`, parts.join('')]))),
          'V',
          readTools(),
        );
        expect(result.ok).toBe(true);
        if (result.ok) expectSound(result.value.contents);
      }),
      { numRuns: 100 },
    );
  });

  const folder = testDataFolder('notes/obsidian');
  it.skipIf(folder === null)('comes in from vaults in use with every note', async () => {
    for (const [name, notes, wanted] of [
      ['kepano-vault.zip', null, 'journal'],
      ['jimmy-sample-vault.zip', 2, 'inline-tag-obsidian'],
    ] as const) {
      const vault = Object.entries(unzipSync(readBytes(folder!, name)))
        .filter(([path]) => !path.endsWith('/'))
        .map(([path, bytes]) => ({ path, bytes }));
      const count = notes ?? vault.filter(({ path, bytes }) => path.endsWith('.md') && bytes.length > 0).length;
      const { contents, report } = await read(vault);
      expect(report.counts['documents']).toBe(count);
      expect(contents.rows.tags!.map((tag) => tag.name)).toContain(wanted);
      expect(report.counts['links']).toBeGreaterThan(0);
    }
  });
});
