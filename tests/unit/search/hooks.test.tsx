// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TableName } from '@shared/model/tables';
import { DEFAULT_SORT } from '@shared/query/filter';
import type { AskOptions, IndexClient } from '../../../renderer/search/client';
import { CaseIndex } from '../../../renderer/search/engine/caseIndex';
import { IndexContext, useCounts, useDocumentExcerptIds } from '../../../renderer/search/hooks';
import { useExcerptIds } from '../../../renderer/search/useExcerptIds';
import type { ExcerptIds } from '../../../renderer/search/useExcerptIds';
import { documentId, excerpt, excerptId } from './rows';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function clientOf(index: CaseIndex) {
  const listeners = new Set<(change: { seq: number; tables: readonly TableName[] }) => void>();
  const asked: string[] = [];
  const soon =
    (name: 'query' | 'idsOf' | 'counts' | 'excerptsOfDocument') =>
    async (...args: unknown[]) => {
      asked.push(name);
      await Promise.resolve();
      if ((args.at(-1) as AskOptions | undefined)?.signal?.aborted) throw new DOMException('', 'AbortError');
      return (index[name] as (...all: unknown[]) => unknown).apply(index, args);
    };
  const client = {
    state: { phase: 'current', seq: 0 },
    query: soon('query'),
    idsOf: soon('idsOf'),
    counts: soon('counts'),
    excerptsOfDocument: soon('excerptsOfDocument'),
    onState: () => () => undefined,
    onChanged(listener: (change: { seq: number; tables: readonly TableName[] }) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as IndexClient;
  const change = (...tables: TableName[]): void => listeners.forEach((listener) => listener({ seq: 1, tables }));
  return { client, change, asked, listeners };
}

let index: CaseIndex;
let root: ReturnType<typeof createRoot>;

const add = (n: number, quote = 'words'): void => {
  index.put('excerpts', excerpt(n, { quote }));
  index.seal();
};

beforeEach(() => {
  index = new CaseIndex();
  for (let n = 0; n < 600; n += 1) index.put('excerpts', excerpt(n));
  index.seal();
  root = createRoot(window.document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

async function show(client: IndexClient, View: () => null): Promise<void> {
  await act(async () =>
    root.render(
      <IndexContext value={client}>
        <View />
      </IndexContext>,
    ),
  );
}

describe('hooks', () => {
  test('a list gives ids by place and fetches what comes into view', async () => {
    const { client, change } = clientOf(index);
    let list!: ExcerptIds;
    await show(client, () => {
      list = useExcerptIds({}, DEFAULT_SORT);
      return null;
    });
    expect([list.ready, list.total, list.idAt(0)]).toEqual([true, 600, excerptId(599)]);
    expect(list.idAt(300)).toBeUndefined();
    await act(async () => list.show(290, 310));
    expect(list.idAt(300)).toBe(excerptId(299));

    add(600);
    await act(async () => change('excerpts'));
    expect([list.total, list.idAt(300)]).toEqual([601, excerptId(300)]);
  });

  test('a new filter keeps the old list until the new one is here', async () => {
    const { client } = clientOf(index);
    add(601, 'elite');
    const seen: (readonly [number, boolean])[] = [];
    let text = '';
    const View = (): null => {
      const list = useExcerptIds({ text }, DEFAULT_SORT);
      seen.push([list.total, list.stale]);
      return null;
    };
    await show(client, View);
    text = 'elite ';
    seen.length = 0;
    await show(client, View);
    expect(seen[0]).toEqual([601, true]);
    expect(seen.at(-1)).toEqual([1, false]);
    expect(new Set(seen.map(([total]) => total))).toEqual(new Set([601, 1]));
  });

  test('only changes of tables that matter ask again, and unmounting stops listening', async () => {
    const { client, change, asked, listeners } = clientOf(index);
    let ids: readonly string[] | undefined;
    let total: number | undefined;
    await show(client, () => {
      ids = useDocumentExcerptIds(documentId(0));
      total = useCounts()?.tables.excerpts;
      return null;
    });
    expect([ids?.length, ids?.[0], total]).toEqual([600, excerptId(0), 600]);
    asked.length = 0;
    await act(async () => change('links'));
    expect(asked).toEqual(['counts']);
    await act(async () => change('analysts'));
    expect(asked).toEqual(['counts']);
    act(() => root.unmount());
    expect(listeners.size).toBe(0);
  });
});
