// Layouts and figures in what goes to somebody who may see so much: they follow their text and their words.
import { describe, expect, it } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { previewOf } from '@shared/bundle/share/preview';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { selectForSharing } from '@shared/bundle/share/select';
import { createRow, editRow } from '@shared/merge/edit';
import { fitsText, layoutIdOf } from '@shared/model/layout';
import type { LayoutBlock } from '@shared/model/layout';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { idOf, sha256, smallCase } from '../../../fixtures/bundles/make';

const wishesFor = (ceiling: RedactionWishes['ceiling'], pseudonyms = false): RedactionWishes => ({
  ceiling,
  pseudonyms,
  privateNotes: true,
  originals: true,
});
const STAMP = '0m32sj9eg00000-maker00000';

/** The small case with another text, in blocks that begin where the words given begin. */
function withText(text: string, begins: readonly string[], withheld: string): BundleContents {
  const small = smallCase();
  const textId = sha256(text);
  const starts = begins.map((words) => text.indexOf(words));
  const blocks = starts.map((start, i): LayoutBlock => {
    const words = text.slice(start, starts[i + 1] ?? text.length).trimEnd();
    return ['paragraph', start, start + words.length, 0];
  });
  const pages = starts.map((start, i): [string, number] => [`${withheld} ${i}`, start]);
  const was = small.rows.documents![0]!;
  const versions = [{ ...was.versions[0]!, textId, originalId: null }];
  const person = { kind: 'person', parentId: null, aliases: [] as string[], hue: 2, description: '' } as const;
  return {
    ...small,
    rows: {
      ...small.rows,
      documents: [editRow('documents', was, { versions }, STAMP)],
      layouts: [createRow('layouts', layoutIdOf(textId), { textId, blocks, pages }, STAMP)],
      tags: [...small.rows.tags!, createRow('tags', idOf(40), { name: withheld, ...person, withhold: true }, STAMP)],
      excerpts: [],
      links: [],
    },
    texts: [{ id: textId, text }],
    originals: [],
  };
}

describe('a layout', () => {
  it('goes with a text that was blacked out, under the id of the new text, block for block', async () => {
    const small = smallCase();
    const redacted = await redactContents(small, wishesFor('TLP:GREEN'), bundleTools);
    const [text] = redacted.texts;
    expect(text!.id).not.toBe(small.texts[0]!.id);
    const [was] = small.rows.layouts!;
    expect(redacted.rows.layouts).toMatchObject([
      { id: layoutIdOf(text!.id), textId: text!.id, blocks: was!.blocks, pages: was!.pages },
    ]);
    expect((await readBundle(await writeBundle(redacted, bundleTools), bundleTools)).ok).toBe(true);
  });

  it('does not go where its text does not', async () => {
    const small = smallCase();
    const redacted = await redactContents(small, wishesFor('TLP:CLEAR'), bundleTools);
    expect(redacted.texts).toEqual([]);
    expect(redacted.rows.layouts).toEqual([]);
    expect(Object.keys(redacted.withheld!)).not.toContain('layouts');
    const bare = { ...small, rows: { ...small.rows, documents: [], excerpts: [], links: [] } };
    const read = await readBundle(await writeBundle(bare, bundleTools), bundleTools);
    expect(read.ok && read.value.rows.layouts).toEqual([]);
    expect(selectForSharing(small, { what: 'documents', ids: [] }, true).rows.layouts).toEqual([]);
    const part = selectForSharing(small, { what: 'documents', ids: [small.rows.documents![0]!.id] }, true);
    expect(part.rows.layouts).toEqual(small.rows.layouts);
    expect(previewOf(part).counts.map(({ table }) => table)).not.toContain('layouts');
  });

  it('moves with the names that give way, also where one runs over the end of a block', async () => {
    const text = 'Said by Yunus-bek\n\nAbdullayev of the harbour.\n\nYunus-bek Abdullayev left. The end.\n';
    const contents = withText(text, ['Said', 'Abdullayev of', 'Yunus-bek Abdullayev left'], 'Yunus-bek Abdullayev');
    const redacted = await redactContents(contents, wishesFor('TLP:RED', true), bundleTools);
    const [made] = redacted.texts;
    const [layout] = redacted.rows.layouts!;
    expect(fitsText(layout!, made!.text.length)).toBe(true);
    const words = layout!.blocks.map(([, start, end]) => made!.text.slice(start, end));
    expect(words.at(-1)).toBe('Person A left. The end.');
    expect(words.join(' ')).toContain('of the harbour.');
    expect(layout!.pages.map(([label]) => label)).toEqual(['Person A 0', 'Person A 1', 'Person A 2']);
    expect(made!.text.slice(layout!.pages[2]![1])).toMatch(/^Person A left/);
    expect((await readBundle(await writeBundle(redacted, bundleTools), bundleTools)).ok).toBe(true);
  });
});

describe('figures', () => {
  it('go where no word of their excerpt was blacked out, with names replaced', async () => {
    const small = smallCase();
    const open = await redactContents(small, wishesFor('TLP:AMBER'), bundleTools);
    expect(open.rows.excerpts![0]!.figures).toEqual(small.rows.excerpts![0]!.figures);
    const cut = await redactContents(small, wishesFor('TLP:GREEN'), bundleTools);
    expect(cut.rows.excerpts).toMatchObject([{ quote: 'three tankers left █████████', figures: [] }]);
    const { tags } = small.rows;
    const named = { ...tags![0]!, withhold: true, name: 'tankers' };
    const hidden = await redactContents(
      { ...small, rows: { ...small.rows, tags: [named] } },
      wishesFor('TLP:AMBER', true),
      bundleTools,
    );
    expect(hidden.rows.excerpts![0]!.figures).toMatchObject([{ value: 3, asOf: '2024-11-03' }]);
    expect(JSON.stringify(hidden.rows.excerpts)).not.toContain('tankers');
  });
});

it('a document forgets the one it repeats where that does not go', async () => {
  const small = smallCase();
  const first = small.rows.documents![0]!;
  const copy = { ...first, id: idOf(5), originId: first.id };
  const strict = editRow('documents', first, { marking: 'TLP:RED' }, STAMP);
  const of = (documents: (typeof first)[]) =>
    redactContents({ ...small, rows: { ...small.rows, documents } }, wishesFor('TLP:GREEN'), bundleTools);
  expect((await of([first, copy])).rows.documents!.map(({ originId }) => originId)).toEqual([null, first.id]);
  expect((await of([strict, copy])).rows.documents!.map(({ originId }) => originId)).toEqual([null]);
});
