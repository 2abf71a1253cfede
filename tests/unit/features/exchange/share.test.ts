// Everything since the last bundle: what goes, what is noted of it, and that whoever takes all of them in is equal.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBundle, writeBundle } from '@shared/bundle';
import type { BundleContents } from '@shared/bundle';
import { NEW_RECIPIENT } from '@shared/bundle/share/recipient';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { makeClock } from '@shared/merge/clock';
import { createRow, deleteRow, editRow } from '@shared/merge/edit';
import { mergeContents } from '@shared/merge/mergeContents';
import { no, yes } from '@shared/model/result';
import type { CommandContext } from '../../../../renderer/app/commands/handler';
import { bundleTools } from '../../../../renderer/features/exchange/bundleTools';
import { shareCase } from '../../../../renderer/features/exchange/share';
import { allRecipients, keepRecipient } from '../../../../renderer/features/exchange/share/recipients';
import { firstWishes } from '../../../../renderer/features/exchange/share/wishes';
import type { ShareWishes } from '../../../../renderer/features/exchange/share/wishes';
import { readContents, storeCase } from '../../../../renderer/store/contents';
import type { CaseContents } from '../../../../renderer/store/contents';
import { mergeIntoCase } from '../../../../renderer/store/mergeCase';
import { openCase } from '../../../../renderer/store/openCase';
import type { OpenCase } from '../../../../renderer/store/openCase';
import { dropCase, registry } from '../../../../renderer/store/registry';
import { held } from '../../../fixtures/bundles/held';
import { idOf, sha256, smallCase } from '../../../fixtures/bundles/make';

// Workers, dialogs and keys need a page: what they do is done here.
vi.mock('../../../../renderer/features/exchange/bundleClient', () => ({
  prepareBundles: () => undefined,
  packBundle: async (contents: BundleContents, { signal }: { signal?: AbortSignal }) => {
    signal?.throwIfAborted();
    return new Blob([(await writeBundle(contents, bundleTools)) as Uint8Array<ArrayBuffer>]);
  },
  redactBundle: (contents: BundleContents, wishes: RedactionWishes) => redactContents(contents, wishes, bundleTools),
  refusalOfFailure: () => null,
}));
vi.mock('../../../../renderer/features/exchange/share/ShareDialog', () => ({ ShareDialog: () => null }));
vi.mock('../../../../renderer/features/exchange/importBundle', () => ({ BUNDLE_FILTER: { name: '', extensions: [] } }));
vi.mock('../../../../renderer/app/signingKey', () => ({ ownFingerprint: async () => null, signerFor: () => null }));

const WHO = idOf(900);
let wall = Date.UTC(2026, 5, 1);
const now = (): number => (wall += 1_000);
let theCase: OpenCase;
/** What the platform does with the file. */
let saving: 'saved' | 'cancelled' | 'no-space' | 'breaks';
let out: BundleContents[] = [];
let sizes: number[] = [];
/** What the dialog was given to show, the last time. */
let offered: { has: object } | undefined;

const original = new Uint8Array(Buffer.from('The original of the small case.'));
function start(): BundleContents {
  const small = smallCase();
  const documents = small.rows.documents!.map((one, i) =>
    i > 0 ? one : { ...one, versions: one.versions.map((version) => ({ ...version, originalId: sha256(original) })) },
  );
  const originals = [{ id: sha256(original), ext: 'txt', bytes: original }];
  return { ...small, rows: { ...small.rows, documents }, originals };
}

beforeEach(async () => {
  [saving, out, sizes, offered] = ['saved', [], [], undefined];
  await registry.settings.clear();
  await keepRecipient({ ...NEW_RECIPIENT, id: WHO, name: 'Board' });
  const contents = start();
  await storeCase(contents as CaseContents, { caseId: contents.case.id, name: 'Case', now: '2026-06-01' });
  theCase = await openCase(contents.case.id, { actor: 'actor00001', window: 'aaa', now });
});
afterEach(async () => {
  theCase.close();
  await dropCase(theCase.id);
});

interface Shown {
  readonly props: { readonly known: readonly { id: string; has: object }[] };
}

/** Shares as the dialog would answer. */
async function share(part: ShareWishes['part'], more: Partial<ShareWishes> = {}, whileAsked?: () => Promise<unknown>) {
  const context = {
    theCase,
    analyst: null,
    now: () => new Date(wall),
    newId: () => idOf(901),
    toast: () => undefined,
    progress: (_: string, stop: () => void) => {
      if (saving === 'breaks') stop();
      return { update: () => undefined, done: () => undefined };
    },
    ask: async (dialog: (close: () => void) => Shown) => {
      const recipient = dialog(() => undefined).props.known.find(({ id }) => id === WHO);
      offered = recipient;
      await whileAsked?.();
      return { wishes: { ...firstWishes(part), sign: false, recipientId: WHO, ...more }, recipient };
    },
    platform: {
      saveFile: async ({ bytes }: { bytes: Blob }) => {
        if (saving !== 'saved') return no(saving);
        const packed = new Uint8Array(await bytes.arrayBuffer());
        const read = await held(await readBundle(packed, bundleTools));
        if (!read.ok) throw new Error(read.reason);
        out.push(read.value);
        sizes.push(packed.length);
        return yes({ name: 'case.collate' });
      },
    },
  };
  return shareCase(context as unknown as CommandContext);
}

const edit = (id: string, note: string) =>
  theCase.transact('Note', async (tx) => {
    await tx.get('excerpts', id);
    tx.update('excerpts', id, { note });
    return yes(null);
  });
const noted = async (): Promise<number | undefined> =>
  (await allRecipients()).find(({ id }) => id === WHO)?.has[theCase.id]?.seq;
const here = async (): Promise<BundleContents> => (await readContents(theCase, { originals: true })) as BundleContents;
const together = (first: BundleContents, ...others: BundleContents[]): BundleContents =>
  others.reduce((all, one) => {
    const merged = mergeContents(all, one);
    if (!merged.ok) throw new Error(merged.reason);
    return merged.value.contents;
  }, first);
/** Records as one reads them, in a fixed order. */
const rowsOf = ({ case: record, rows }: BundleContents): unknown => ({
  record,
  rows: Object.fromEntries(Object.entries(rows).filter(([, list]) => list.length > 0)),
});
const idsIn = (contents: BundleContents, table: 'excerpts' | 'documents' | 'tags'): string[] =>
  (contents.rows[table] ?? []).map(({ id }) => id);

describe('everything since the last bundle', () => {
  it('is what changed, twice over, and whoever takes all in has the same', async () => {
    const [first, second] = (await here()).rows.excerpts!.map(({ id }) => id) as [string, string];
    await share('case');
    await edit(first, 'one');
    await share('since');
    await edit(second, 'two');
    await share('since');
    expect(idsIn(out[1]!, 'excerpts')).toEqual([first]);
    expect(idsIn(out[2]!, 'excerpts')).toEqual([second]);
    expect(out[1]!.originals).toEqual([]);
    const now = rowsOf(await here());
    expect(rowsOf(together(out[0]!, out[1]!, out[2]!))).toEqual(now);
    // In whatever order they come.
    expect(rowsOf(together(out[0]!, out[2]!, out[1]!))).toEqual(now);
  });

  it('carries deletions, and what came and went between two bundles', async () => {
    const [gone] = (await here()).rows.excerpts!.map(({ id }) => id) as [string];
    await share('case');
    await theCase.transact('Delete', async (tx) => {
      await tx.get('excerpts', gone);
      tx.remove('excerpts', gone);
      return yes(null);
    });
    const tag = { name: 'Brief', kind: 'topic', parentId: null, aliases: [], hue: 0, description: '', withhold: false };
    await theCase.transact('Tag', (tx) => {
      tx.create('tags', idOf(777), tag as never);
      return yes(null);
    });
    await theCase.undo();
    await share('since');
    expect(out[1]!.rows.excerpts![0]).toMatchObject({ id: gone, deleted: expect.any(String) as string });
    expect(out[1]!.rows.tags!.find(({ id }) => id === idOf(777))).toMatchObject({
      deleted: expect.any(String) as string,
    });
    expect(rowsOf(together(out[0]!, out[1]!))).toEqual(rowsOf(await here()));
  });

  it.each(['cancelled', 'no-space', 'breaks'] as const)(
    'is nothing they have where the file was not written: %s',
    async (how) => {
      const [first] = (await here()).rows.excerpts!.map(({ id }) => id) as [string];
      saving = how;
      expect(await share('case')).toMatchObject({ ok: false });
      expect(await noted()).toBeUndefined();
      saving = 'saved';
      await share('case');
      const before = await noted();
      await edit(first, 'one');
      saving = how;
      expect(await share('since')).toMatchObject({ ok: false });
      expect(await noted()).toBe(before);
      saving = 'saved';
      await share('since');
      expect(idsIn(out[1]!, 'excerpts')).toEqual([first]);
    },
  );

  it('does not lose what is written while the dialog stands open', async () => {
    const [first] = (await here()).rows.excerpts!.map(({ id }) => id) as [string];
    await share('case', {}, () => edit(first, 'meanwhile'));
    await share('since');
    expect(rowsOf(together(out[0]!, out[1]!))).toEqual(rowsOf(await here()));
  });

  it('stays what it was after a redacted copy or a part, and goes on from there', async () => {
    const [first] = (await here()).rows.excerpts!.map(({ id }) => id) as [string];
    await share('case');
    const before = await noted();
    await edit(first, 'one');
    await share('case', { ceiling: 'TLP:GREEN' });
    expect(out[1]!.case.id).not.toBe(theCase.id);
    await share('documents', { documentIds: idsIn(out[0]!, 'documents') });
    expect(await noted()).toBe(before);
    await share('since');
    expect(idsIn(out[3]!, 'excerpts')).toEqual([first]);
    // A redacted copy is never "since", whatever they have.
    expect(await share('since', { ceiling: 'TLP:GREEN' })).toMatchObject({ ok: false });
    expect(out).toHaveLength(4);
  });

  it('is nothing where nothing was written', async () => {
    await share('case');
    expect(await share('since')).toMatchObject({ ok: false });
    expect(out).toHaveLength(1);
  });

  it('after their bundle was taken in brings both sides to the same', async () => {
    const [first, second] = (await here()).rows.excerpts!.map(({ id }) => id) as [string, string];
    await share('case');
    // They go on with it, and so do we.
    const theirs = makeClock('actor00002', 'bbb', now);
    const [got] = out as [BundleContents];
    const fields = {
      name: 'Theirs',
      kind: 'topic' as const,
      parentId: null,
      aliases: [],
      hue: 1,
      description: '',
      withhold: false,
    };
    const their: BundleContents = {
      ...got,
      rows: {
        ...got.rows,
        tags: [...got.rows.tags!, createRow('tags', idOf(778), fields, theirs.tick())],
        excerpts: got.rows.excerpts!.map((row) =>
          row.id === first
            ? editRow('excerpts', row, { note: 'their note' }, theirs.tick())
            : row.id === second
              ? deleteRow(row, theirs.tick())
              : row,
        ),
      },
    };
    await edit(first, 'our note');
    await mergeIntoCase(theCase, their as CaseContents);
    await share('since');
    const after = together(their, out[1]!);
    expect(rowsOf(after)).toEqual(rowsOf(await here()));
    // And what they send back changes nothing here.
    const before = rowsOf(await here());
    await mergeIntoCase(theCase, after as CaseContents);
    expect(rowsOf(await here())).toEqual(before);
  });

  it('is not offered for a case that was brought in again: its journal is another', async () => {
    await share('case');
    expect(await noted()).toBeDefined();
    const kept = await here();
    theCase.close();
    await dropCase(theCase.id);
    await storeCase(kept as CaseContents, { caseId: kept.case.id, name: 'Case', now: '2026-06-02' });
    theCase = await openCase(kept.case.id, { actor: 'actor00001', window: 'aaa', now });
    for (const row of kept.rows.excerpts!) await edit(row.id, 'again');
    await share('case');
    expect(offered!.has).toEqual({});
  });

  it('says whether the files went: without them it does not stand for the whole', async () => {
    await share('case', { originals: false });
    expect(out[0]!.originals).toEqual([]);
    await share('case');
    expect(out[1]!.originals).toHaveLength(1);
    const [who] = await allRecipients();
    expect(who!.has[theCase.id]).toMatchObject({ originals: true });
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
  });
});
