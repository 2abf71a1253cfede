import { describe, expect, test } from 'vitest';
import { DEFAULT_SORT } from '@shared/query/filter';
import { answering } from '../../../renderer/search/answering';
import { openIndex } from '../../../renderer/search/client';
import type { IndexClient, WorkerLike } from '../../../renderer/search/client';
import { CaseIndex } from '../../../renderer/search/engine/caseIndex';
import type { LiveIndex } from '../../../renderer/search/liveIndex';
import type { FromWorker } from '../../../renderer/search/protocol';
import { excerpt, excerptId } from './rows';

const WINDOW = { from: 0, count: 10 };
const reader = { getMany: async () => [], texts: async () => [] };

function connected() {
  const index = new CaseIndex();
  for (let n = 0; n < 5; n += 1) index.put('excerpts', excerpt(n));
  index.seal();
  const asked: string[] = [];
  const watched = new Proxy(index, {
    get(target, name) {
      asked.push(String(name));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  let worker!: WorkerLike;
  const post = (message: FromWorker): void =>
    worker.onmessage?.({ data: structuredClone(message) } as MessageEvent<FromWorker>);
  const answers = answering(post);
  const client: IndexClient = openIndex('a case', () => {
    worker = {
      onmessage: null,
      onerror: null,
      postMessage: (message) => {
        if (message.kind !== 'open') answers.take(structuredClone(message));
      },
      terminate: () => undefined,
    };
    return worker;
  });
  return { client, answers, asked, post, live: { index: watched } as unknown as LiveIndex };
}

describe('the index as the page sees it', () => {
  test('questions wait until the index stands', async () => {
    const { client, answers, live } = connected();
    const answer = client.query({}, DEFAULT_SORT, WINDOW);
    answers.ready(live, reader);
    expect((await answer).total).toBe(5);
    expect(await client.idsOf((await answer).handle, 0, 2)).toEqual([4, 3].map(excerptId));
    expect((await client.counts()).tables.excerpts).toBe(5);
  });

  test('a question no longer wanted is never worked on', async () => {
    const { client, answers, asked, live } = connected();
    const stop = new AbortController();
    const dropped = client.facets(1, { signal: stop.signal });
    const kept = client.linksOf(excerptId(1));
    stop.abort();
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    answers.ready(live, reader);
    expect(await kept).toEqual([]);
    expect(asked).toEqual(['linksOf']);
  });

  test('a failure is told to whoever asks', async () => {
    const { client, answers, post } = connected();
    const waiting = client.counts();
    post({ kind: 'state', state: { phase: 'failed', reason: 'closed' } });
    answers.failed('closed');
    await expect(waiting).rejects.toThrow('closed');
    await expect(client.counts()).rejects.toThrow('closed');
    expect(client.state).toEqual({ phase: 'failed', reason: 'closed' });
  });

  test('closing ends what waits', async () => {
    const { client } = connected();
    const waiting = client.counts();
    client.close();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(client.counts()).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('states and changes are heard until one stops listening', () => {
    const { client, post } = connected();
    const heard: string[] = [];
    const stopState = client.onState(() => heard.push(client.state.phase));
    const stopChange = client.onChanged(({ tables }) => heard.push(...tables));
    post({ kind: 'state', state: { phase: 'building', rows: 3 } });
    post({ kind: 'changed', change: { seq: 1, tables: ['tags'] } });
    stopState();
    stopChange();
    post({ kind: 'changed', change: { seq: 2, tables: ['links'] } });
    expect(heard).toEqual(['building', 'tags']);
  });
});
