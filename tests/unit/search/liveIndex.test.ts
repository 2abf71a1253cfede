// The index over the real store: built, restored, following the journal of any window.
import { afterEach, describe, expect, test } from 'vitest';
import { yes } from '@shared/model/result';
import { DEFAULT_SORT } from '@shared/query/filter';
import type { IndexState } from '../../../renderer/search/protocol';
import { LiveIndex } from '../../../renderer/search/liveIndex';
import { hitsOf } from '../../../renderer/search/searchHits';
import { openCase } from '../../../renderer/store/openCase';
import type { OpenCase } from '../../../renderer/store/openCase';
import { openCaseForReading } from '../../../renderer/store/reader';
import type { CaseReader } from '../../../renderer/store/reader';
import { keepText } from '../../../renderer/store/texts';
import { document, documentId, excerpt, excerptId, tag, tagId } from './rows';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

let wall = 1_700_000_000_000;
let cases = 0;
const TEXT = 'Officials in Seoul spoke of ten thousand soldiers near Kursk.';

async function started(caseId: string) {
  const reader: CaseReader = await openCaseForReading(caseId);
  const states: IndexState[] = [];
  const waiting: (() => void)[] = [];
  const live = new LiveIndex(reader, {
    onState: (state) => states.push(state),
    onChange: () => waiting.splice(0).forEach((go) => go()),
  });
  const stop = await live.start();
  closing.push(() => reader.close(), stop);
  return { live, reader, states, changed: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

async function newCase(): Promise<OpenCase> {
  cases += 1;
  const open = await openCase(`case-${cases}`, { actor: 'actor00001', window: 'aaa', now: () => (wall += 10) });
  closing.push(() => open.close());
  const text = await keepText(open, TEXT);
  await open.transact('Fill', (tx) => {
    const { id: _d, created: _c, clocks: _l, seen: _s, deleted: _x, ...fields } = document(0);
    tx.create('documents', documentId(0), { ...fields, versions: [{ ...fields.versions[0]!, textId: text }] });
    return yes(null);
  });
  return open;
}

const addExcerpt = (open: OpenCase, n: number, quote: string) =>
  open.transact('Excerpt', (tx) => {
    const { id: _d, created: _c, clocks: _l, seen: _s, deleted: _x, ...fields } = excerpt(n, { quote });
    tx.create('excerpts', excerptId(n), fields);
    return yes(null);
  });

const found = ({ live }: { live: LiveIndex }, text: string): readonly string[] =>
  live.index.query({ text }, DEFAULT_SORT, { from: 0, count: 10 }).ids;

describe('LiveIndex', () => {
  test('is built from the rows and follows the journal', async () => {
    const open = await newCase();
    await addExcerpt(open, 1, 'elite troops');
    const index = await started(open.id);
    expect(found(index, 'elite ')).toEqual([excerptId(1)]);
    expect(index.states.at(-1)).toMatchObject({ phase: 'current' });

    let next = index.changed();
    await addExcerpt(open, 2, 'elite units');
    await next;
    expect(found(index, 'elite ')).toEqual([excerptId(2), excerptId(1)]);

    next = index.changed();
    await open.transact('Delete', async (tx) => {
      await tx.get('excerpts', excerptId(1));
      tx.remove('excerpts', excerptId(1));
      return yes(null);
    });
    await next;
    expect(found(index, 'elite ')).toEqual([excerptId(2)]);

    next = index.changed();
    await open.undo();
    await next;
    expect(found(index, 'elite ')).toHaveLength(2);
  });

  test('is restored from its snapshot and catches up', async () => {
    const open = await newCase();
    await addExcerpt(open, 1, 'elite troops');
    const first = await started(open.id);
    await expect.poll(() => first.reader.loadSnapshot('index')).toBeDefined();
    closing
      .splice(1)
      .reverse()
      .forEach((close) => close());
    await addExcerpt(open, 2, 'more elite troops');
    const second = await started(open.id);
    expect(second.states.some(({ phase }) => phase === 'building')).toBe(false);
    expect(found(second, 'elite ')).toEqual([excerptId(2), excerptId(1)]);
    expect(second.live.index.search('soldiers', 5)).toHaveLength(1);
  });

  test('a damaged snapshot only costs building anew', async () => {
    const open = await newCase();
    await addExcerpt(open, 1, 'elite troops');
    await open.db.snapshots.put({ name: 'index', bytes: new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]).buffer });
    expect(found(await started(open.id), 'elite ')).toEqual([excerptId(1)]);
  });

  test('an edit of a document leaves the words of its text findable', async () => {
    const open = await newCase();
    const index = await started(open.id);
    const next = index.changed();
    await open.transact('Rename', async (tx) => {
      await tx.get('documents', documentId(0));
      tx.update('documents', documentId(0), { title: 'Seoul briefing' });
      return yes(null);
    });
    await next;
    expect(index.live.index.search('kursk soldiers ', 5).map(({ id }) => id)).toEqual([documentId(0)]);
    expect(index.live.index.search('briefing', 5).map(({ id }) => id)).toEqual([documentId(0)]);
  });

  test('results show the words in their context', async () => {
    const open = await newCase();
    await addExcerpt(open, 1, 'ten thousand soldiers');
    await open.transact('Tag', (tx) => {
      const { id: _d, created: _c, clocks: _l, seen: _s, deleted: _x, ...fields } = tag(0, null, { name: 'Soldiers' });
      tx.create('tags', tagId(0), fields);
      return yes(null);
    });
    const { live, reader } = await started(open.id);
    const hits = await hitsOf(reader, live.index.search('soldeirs', 5), 'soldeirs', () => 'Document 0');
    expect(new Set(hits.map(({ table }) => table))).toEqual(new Set(['excerpts', 'documents', 'tags']));
    for (const { table, passage, title, titleRanges } of hits) {
      const [text, ranges] = table === 'tags' ? [title, titleRanges] : [passage!.text, passage!.ranges];
      expect(ranges.map(({ start, end }) => text.slice(start, end).toLowerCase())).toEqual(['soldiers']);
    }
    const inText = hits.find(({ table }) => table === 'documents')!;
    expect(TEXT.slice(inText.passage!.start)).toContain('soldiers');
  });
});
