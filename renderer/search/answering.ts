/** The worker's counter: questions in a row, one at a time, with a breath between so that a cancelled one is never worked on. */
import { turn } from '../platform/turn';
import type { CaseReader } from '../store/reader';
import type { LiveIndex } from './liveIndex';
import type { FromWorker, Questions, ToWorker } from './protocol';
import { hitsOf } from './searchHits';

type Ask = Extract<ToWorker, { kind: 'ask' }>;
type Answers = { [Name in keyof Questions]: (...args: Parameters<Questions[Name]>) => unknown };

function answersOf(live: LiveIndex, reader: Pick<CaseReader, 'getMany' | 'texts'>): Answers {
  const titleOf = (id: string): string => {
    const { documents } = live.index.tables;
    return documents.names[documents.ids.find(id)] ?? '';
  };
  return {
    query: (...args) => live.index.query(...args),
    idsOf: (...args) => live.index.idsOf(...args),
    indexOf: (...args) => live.index.indexOf(...args),
    facets: (...args) => live.index.facets(...args),
    search: (text, limit) => hitsOf(reader, live.index.search(text, limit), text, titleOf),
    excerptsOfDocument: (...args) => live.index.excerptsOfDocument(...args),
    linksOf: (...args) => live.index.linksOf(...args),
    linkCounts: (...args) => live.index.linkCounts(...args),
    counts: () => live.index.counts(),
  };
}

export interface Answering {
  take(message: Exclude<ToWorker, { kind: 'open' }>): void;
  /** The index stands: what waits is answered. */
  ready(live: LiveIndex, reader: Pick<CaseReader, 'getMany' | 'texts'>): void;
  /** There will be no index: what waits, and all that comes, is refused. */
  failed(reason: string): void;
}

/** @param post sends to the page */
export function answering(post: (message: FromWorker) => void): Answering {
  let waiting: Ask[] = [];
  let answers: Answers | null = null;
  let broken: string | null = null;

  const refuse = (number: number, error: unknown): void =>
    post({ kind: 'failure', number, reason: error instanceof Error ? error.message : String(error) });

  async function answer({ number, question, args }: Ask): Promise<void> {
    try {
      const value = await (answers![question] as (...all: readonly unknown[]) => unknown)(...args);
      post({ kind: 'answer', number, value });
    } catch (error) {
      refuse(number, error);
    }
  }

  async function next(): Promise<void> {
    await turn();
    const ask = answers ? waiting.shift() : undefined;
    if (!ask) return;
    void answer(ask);
    if (waiting.length > 0) void next();
  }

  return {
    take(message) {
      if (message.kind === 'cancel') waiting = waiting.filter(({ number }) => number !== message.number);
      else if (broken !== null) refuse(message.number, broken);
      else {
        waiting.push(message);
        if (answers && waiting.length === 1) void next();
      }
    },
    ready(live, reader) {
      answers = answersOf(live, reader);
      void next();
    },
    failed(reason) {
      broken = reason;
      for (const { number } of waiting) refuse(number, reason);
      waiting = [];
    },
  };
}
