// A part of a case: whole enough to be read, small enough to hold nothing else, and harmless to a whole copy.
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { previewOf } from '@shared/bundle/share/preview';
import { NEW_RECIPIENT, readRecipients } from '@shared/bundle/share/recipient';
import { selectForSharing } from '@shared/bundle/share/select';
import type { ShareChoice } from '@shared/bundle/share/select';
import { citedExcerptIds } from '@shared/briefing/references';
import { deleteRow } from '@shared/merge/edit';
import { redactContents } from '@shared/bundle/share/redact';
import { mergeContents } from '@shared/merge/mergeContents';
import { withDescendants } from '@shared/model/tag';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { idOf, smallCase } from '../../../fixtures/bundles/make';
import { sample } from '../../interchange/sampleFiles';

let whole: BundleContents;

beforeAll(async () => {
  const { records, texts } = await sample();
  const { cases, ...rows } = records;
  // The sample of the tests bears stamps that no reader takes; those of another year do as well.
  const json = JSON.stringify(rows).replaceAll('m3x1a2b3c00001-sampleacto', '0m3x1a2b300001-sampleacto');
  const record = JSON.stringify(cases[0]).replaceAll('m3x1a2b3c00001-sampleacto', '0m3x1a2b300001-sampleacto');
  const parsed = JSON.parse(json) as Record<string, { id: string }[]>;
  for (const table in parsed) parsed[table]!.sort((a, b) => (a.id < b.id ? -1 : 1));
  whole = { case: JSON.parse(record), rows: parsed, texts, originals: [] } as unknown as BundleContents;
});

const choices = (): ShareChoice[] => [
  { what: 'documents', ids: [whole.rows.documents![0]!.id, whole.rows.documents![2]!.id] },
  { what: 'tag', id: whole.rows.tags!.find(({ parentId }) => parentId === null)!.id },
  { what: 'briefing', id: whole.rows.briefings![0]!.id },
  { what: 'excerpts', ids: whole.rows.excerpts!.slice(3, 6).map(({ id }) => id) },
  { what: 'excerpts', ids: [] },
  { what: 'briefing', id: 'none' },
];

describe('a part', () => {
  it('can be read by itself and changes nothing in a whole copy', async () => {
    for (const choice of choices()) {
      const part = selectForSharing(whole, choice, true);
      const read = await readBundle(await writeBundle(part, bundleTools), bundleTools);
      expect([choice.what, read.ok]).toEqual([choice.what, true]);
      const merged = mergeContents(whole, part);
      if (!merged.ok) throw new Error(merged.reason);
      expect(merged.value.conflicts).toBe(0);
      expect(merged.value.contents.rows.excerpts).toEqual(whole.rows.excerpts);
      expect(merged.value.contents.rows.tags).toEqual(whole.rows.tags);
    }
  });

  it('takes a deleted document along where a living excerpt stands in it', async () => {
    const [excerpt] = whole.rows.excerpts!;
    const documents = whole.rows.documents!.map((one) =>
      one.id === excerpt!.documentId ? deleteRow(one, one.created) : one,
    );
    const contents = { ...whole, rows: { ...whole.rows, documents } };
    const part = selectForSharing(contents, { what: 'excerpts', ids: [excerpt!.id] }, true);
    const read = await readBundle(await writeBundle(part, bundleTools), bundleTools);
    expect(read.ok && read.value.rows.documents!.map(({ id }) => id)).toEqual([excerpt!.documentId]);
  });

  it('of a redacted case still says what was withheld', async () => {
    const ceiling = { ceiling: 'TLP:CLEAR', pseudonyms: false, privateNotes: true, originals: true } as const;
    const redacted = await redactContents(whole, ceiling, bundleTools);
    expect(Object.keys(redacted.withheld ?? {}).length).toBeGreaterThan(0);
    const part = selectForSharing(redacted, { what: 'briefing', id: whole.rows.briefings![0]!.id }, true);
    const read = await readBundle(await writeBundle(part, bundleTools), bundleTools);
    expect(read.ok && read.value.withheld).toEqual(redacted.withheld);
  });

  it('of documents has their excerpts and no others', () => {
    const ids = [whole.rows.documents![0]!.id];
    const part = selectForSharing(whole, { what: 'documents', ids }, true);
    expect(part.rows.documents!.map(({ id }) => id)).toEqual(ids);
    expect(part.rows.excerpts).toEqual(whole.rows.excerpts!.filter(({ documentId }) => documentId === ids[0]));
    expect(part.texts).toHaveLength(1);
    expect(part.rows.briefings).toEqual([]);
  });

  it('of a tag has all under it, and the tags it stands under', () => {
    const child = whole.rows.tags!.find(({ parentId }) => parentId !== null)!;
    const part = selectForSharing(whole, { what: 'tag', id: child.id }, true);
    const below = withDescendants(child.id, whole.rows.tags!);
    for (const { tags } of part.rows.excerpts!) expect(tags.some((id) => below.has(id))).toBe(true);
    expect(part.rows.tags!.map(({ id }) => id)).toEqual(expect.arrayContaining([child.id, child.parentId]));
  });

  it('of a briefing has exactly what it cites', () => {
    const briefing = whole.rows.briefings![0]!;
    const part = selectForSharing(whole, { what: 'briefing', id: briefing.id }, true);
    expect(part.rows.excerpts!.map(({ id }) => id).sort()).toEqual([...new Set(citedExcerptIds(briefing.body))].sort());
    expect(part.rows.briefings).toEqual([briefing]);
    const sources = new Set(part.rows.sources!.map(({ id }) => id));
    for (const { sourceId } of [...part.rows.documents!, ...part.rows.excerpts!])
      if (sourceId) expect(sources.has(sourceId)).toBe(true);
  });

  it('goes without originals where they are not wanted, and names them all the same', () => {
    const small = smallCase();
    const part = selectForSharing(small, { what: 'case' }, false);
    expect(part.originals).toEqual([]);
    expect(part.rows).toEqual(small.rows);
    expect(selectForSharing(small, { what: 'case' }, true)).toEqual(small);
  });
});

describe('the preview', () => {
  it('counts living records by table and by label', () => {
    const preview = previewOf(smallCase());
    expect(preview.marking).toBe('TLP:AMBER');
    expect(preview.counts.slice(0, 3)).toEqual([
      { table: 'documents', count: 1 },
      { table: 'excerpts', count: 2 },
      { table: 'tags', count: 1 },
    ]);
    expect(preview.markings).toEqual([
      { marking: 'TLP:AMBER', documents: 0, excerpts: 1 },
      { marking: 'TLP:GREEN', documents: 1, excerpts: 1 },
    ]);
    expect(preview.documents).toMatchObject([{ excerpts: 2, marking: 'TLP:GREEN' }]);
  });
});

describe('recipients', () => {
  it('that are not as recipients are are left out', () => {
    expect(readRecipients(undefined)).toEqual([]);
    expect(readRecipients([{ name: 'x' }, null])).toEqual([]);
  });

  it('kept before the page had languages read it in English', () => {
    const { language: _, ...before } = { ...NEW_RECIPIENT, id: idOf(77), name: 'Harbour board' };
    expect(readRecipients([before])).toEqual([{ ...before, language: 'en' }]);
    expect(readRecipients([{ ...before, language: 'uk' }])).toEqual([{ ...before, language: 'uk' }]);
    expect(readRecipients([{ ...before, language: 'xx' }])).toEqual([]);
  });
});
