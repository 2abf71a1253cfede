// Files of other programs, read in place: they come in with the counts of the index, and go round without loss.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExcerpts } from '@shared/bundle/contents';
import type { BundleContents } from '@shared/bundle/contents';
import { writeBundle } from '@shared/bundle';
import { writeQdc, writeQdpx } from '@shared/interchange/refi';
import { SCHEMAS } from '@shared/model/tables';
import { RECORD_TABLES } from '@shared/bundle/names';
import { testFile } from '../../text/realDocument';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { lost, read, refusalOf } from './make';

const nvivo = testFile('refi-qda/nvivo15mac_qc-project.qdpx');
const atlas = testFile('refi-qda/atlasti8mac_Project.qde');
const codebook = testFile('refi-qda/atlasti234win_codebook_with-set.qdc');
const maxqda = testFile('refi-qda/foreign/maxqda_test.mex');
const testData = process.env['COLLATE_TESTDATA'] ?? path.resolve(import.meta.dirname, '../../../../../shared/testdata');
const testFiles = (folder: string): string[] =>
  readdirSync(path.join(testData, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${folder}/${entry.name}`);
const hostile = (name: string) => testFile(`hostile/qdpx/selfmade_${name}`);

const inOrder = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** All that a round must keep, without ids. */
function essence(contents: BundleContents) {
  const { documents = [], excerpts = [], tags = [], links = [], analysts = [] } = contents.rows;
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const pathOf = (id: string | null): string => {
    const tag = id === null ? undefined : tagById.get(id);
    return tag ? `${pathOf(tag.parentId)}/${tag.name}` : '';
  };
  const titles = new Map(documents.map((document) => [document.id, document.title]));
  const texts = new Map(contents.texts.map(({ id, text }) => [id, text]));
  const places = new Map(
    excerpts.map((one) => [one.id, `${titles.get(one.documentId)} ${one.start}-${one.end} ${one.quote}`]),
  );
  return {
    name: contents.case.name,
    description: contents.case.description,
    tags: inOrder(tags.map((tag) => [pathOf(tag.id), tag.hue, tag.kind, tag.aliases, tag.description])),
    documents: inOrder(documents.map((one) => [one.title, one.note, one.marking, texts.get(one.versions[0]!.textId)])),
    excerpts: inOrder(excerpts.map((one) => [places.get(one.id), one.note, one.tags.map(pathOf).sort()])),
    links: inOrder(links.map((one) => [places.get(one.fromId), one.type, places.get(one.toId), one.note])),
    analysts: inOrder(analysts.map((one) => [one.name, one.initials])),
  };
}

/** Fails where a row is not as the store wants it, or a bundle of the case cannot be written. */
async function expectSound(contents: BundleContents): Promise<void> {
  SCHEMAS.cases.parse(contents.case);
  for (const table of RECORD_TABLES) for (const row of contents.rows[table] ?? []) SCHEMAS[table].parse(row);
  expect(checkExcerpts(contents).ok).toBe(true);
  expect((await writeBundle(contents, bundleTools)).length).toBeGreaterThan(0);
}

async function expectRound(contents: BundleContents): Promise<void> {
  const written = await writeQdpx(contents, bundleTools);
  const back = await read(written.bytes);
  expect(essence(back.contents)).toEqual(essence(contents));
  const again = await writeQdpx(contents, bundleTools);
  expect(Buffer.from(again.bytes).equals(Buffer.from(written.bytes))).toBe(true);
}

describe.skipIf(!nvivo)('a project of NVivo (skipped where COLLATE_TESTDATA has no refi-qda)', () => {
  it('comes in with its counts and goes round', async () => {
    const { contents, report } = await read(nvivo!, 'nvivo15mac_qc-project.qdpx');
    expect(contents.case.name).toBe('qc project');
    expect(report.counts).toEqual({ tags: 262, documents: 2, analysts: 2 });
    expect(report.losses).toEqual([]);
    const depths = new Map<string, number>();
    const byId = new Map(contents.rows.tags!.map((tag) => [tag.id, tag]));
    for (const tag of contents.rows.tags!) {
      let depth = 1;
      for (let at = tag; at.parentId !== null; at = byId.get(at.parentId)!) depth += 1;
      depths.set(tag.id, depth);
    }
    expect(Math.max(...depths.values())).toBe(7);
    expect(contents.originals.map((original) => original.ext)).toEqual(['docx']);
    await expectSound(contents);
    await expectRound(contents);
  });
});

describe.skipIf(!atlas)('a bare project of ATLAS.ti (skipped where COLLATE_TESTDATA has no refi-qda)', () => {
  it('comes in with its counts, what cannot come over counted, and goes round', async () => {
    const { contents, report } = await read(atlas!, 'atlasti8mac_Project.qde');
    expect(report.counts).toMatchObject({ tags: 14, analysts: 3, notes: 2 });
    // Six texts, two PDFs, and two notes that nothing refers to.
    expect(report.counts['documents']).toBe(10);
    expect(
      lost(report, 'picture has no text') + lost(report, 'sound recording') + lost(report, 'film has no text'),
    ).toBe(4);
    // Eight passages of text, and one area of a page that has words and is no passage of the text.
    expect(report.counts['excerpts']).toBe(9);
    const placed = report.counts['codings']!;
    const unplaced = lost(report, 'coding of a picture') + lost(report, 'coding of an area');
    expect(placed + unplaced + lost(report, 'coded twice')).toBe(16);
    expect(placed).toBe(10);
    expect(report.counts['sets']! + lost(report, 'set without members')).toBe(16);
    expect(lost(report, 'link was left out')).toBe(1);
    expect(lost(report, 'graph')).toBe(1);
    expect(lost(report, 'was not in the file; the names')).toBe(8);
    await expectSound(contents);
    await expectRound(contents);
  });
});

describe.skipIf(!codebook)('a codebook of ATLAS.ti (skipped where COLLATE_TESTDATA has no refi-qda)', () => {
  it('comes in with its code and its set, and goes round', async () => {
    const { contents, report } = await read(codebook!, 'group.qdc');
    expect(report.counts).toEqual({ tags: 1, sets: 1 });
    expect(contents.case.name).toBe('group');
    expect(contents.rows.tags![0]!.description).toBe('description\n\nSet: code group 1');
    await expectSound(contents);
    const back = await read((await writeQdc(contents, bundleTools)).bytes, 'group.qdc');
    expect(essence(back.contents).tags).toEqual(essence(contents).tags);
    expect(back.report.counts).toEqual({ tags: 1, sets: 1 });
  });
});

describe.skipIf(!maxqda)('other formats (skipped where COLLATE_TESTDATA has no refi-qda)', () => {
  it('are refused by name', async () => {
    expect(await refusalOf(maxqda!, 'maxqda_test.mex')).toBe('other-format');
  });
});

describe.skipIf(!testFile('hostile/zip/jszip_encrypted.zip'))(
  'hostile zips and XML (skipped where COLLATE_TESTDATA has no hostile)',
  () => {
    it('are all refused with a reason', async () => {
      const names = ['zip', 'xml'].flatMap((kind) => testFiles(`hostile/${kind}`));
      expect(names.length).toBeGreaterThan(40);
      const refused = new Map<string, string | null>();
      for (const name of names) refused.set(name, await refusalOf(testFile(name)!, name));
      expect([...refused].filter(([, reason]) => reason === null)).toEqual([]);
      expect(refused.get('hostile/zip/jszip_encrypted.zip')).toBe('zip-unusual');
    });
  },
);

describe.skipIf(!hostile('xxe.qdpx'))('hostile projects (skipped where COLLATE_TESTDATA has no hostile/qdpx)', () => {
  it('are refused, or read with their harm reported', async () => {
    expect(await refusalOf(hostile('xxe.qdpx')!)).toBe('xml-doctype');
    expect(await refusalOf(hostile('no-project.qdpx')!)).toBe('project-missing');
    expect(await refusalOf(hostile('deep-codes.qdc')!, 'deep.qdc')).toBe('xml-deep');
    const traversal = await read(hostile('path-traversal.qdpx')!);
    expect(lost(traversal.report, 'was not in the file; the names')).toBe(1);
    expect(traversal.contents.texts.map(({ text }) => text).join('')).not.toContain('root:');
    const beyond = await read(hostile('offsets-out-of-range.qdpx')!);
    expect(lost(beyond.report, 'after the end of its text') + lost(beyond.report, 'outside the words')).toBe(1);
    const dangling = await read(hostile('dangling-coderef.qdpx')!);
    expect(dangling.report.counts['excerpts']).toBe(1);
    expect(lost(dangling.report, 'a code that is not in the file')).toBe(1);
    const two = await read(hostile('two-qde.qdpx')!);
    expect(two.report.notices.join(' ')).toContain('more than one project');
    const active = await read(hostile('xss-names.qdpx')!);
    expect(active.report.counts).toMatchObject({ tags: 1, documents: 1, excerpts: 1, codings: 1 });
    for (const { contents } of [traversal, beyond, dangling, two, active]) await expectSound(contents);
  });
});
