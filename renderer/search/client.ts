/** The page's side of the index: questions as promises, and word of every change. */
import type { IndexChange, IndexState, FromWorker, Question, Questions, ToWorker } from './protocol';
import { QUESTIONS } from './protocol';

export interface AskOptions {
  /** Aborting drops the question; its promise is rejected with an AbortError. */
  readonly signal?: AbortSignal | undefined;
}

type Asking = {
  readonly [Name in Question]: (
    ...args: [...Parameters<Questions[Name]>, options?: AskOptions]
  ) => Promise<ReturnType<Questions[Name]>>;
};

export interface IndexClient extends Asking {
  readonly state: IndexState;
  /** Hears of every new state. Returns the way to stop. */
  readonly onState: (listener: () => void) => () => void;
  /** Hears which tables the index took changes of. Returns the way to stop. */
  readonly onChanged: (listener: (change: IndexChange) => void) => () => void;
  close(): void;
}

/** What the client needs of a Worker. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./indexWorker.ts', import.meta.url), { type: 'module', name: 'index' }) as WorkerLike;

let spare: WorkerLike | null = null;

/** Loads a worker ahead of the case it will be for: its code is the slower part of opening a small one. */
export function prepareIndex(): void {
  spare ??= startWorker();
}

function takeWorker(): WorkerLike {
  const worker = spare ?? startWorker();
  spare = null;
  return worker;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

const ARITY: Readonly<Record<Question, number>> = {
  query: 3,
  idsOf: 3,
  indexOf: 2,
  facets: 1,
  search: 2,
  excerptsOfDocument: 1,
  linksOf: 1,
  linkCounts: 1,
  counts: 0,
};

/** Opens the index of a case. Questions may be asked at once; they wait until the index stands. */
export function openIndex(caseId: string, makeWorker: () => WorkerLike = takeWorker): IndexClient {
  const worker = makeWorker();
  const pending = new Map<number, Pending>();
  const stateListeners = new Set<() => void>();
  const changeListeners = new Set<(change: IndexChange) => void>();
  let state: IndexState = { phase: 'starting' };
  let last = 0;
  let closed = false;

  function become(next: IndexState): void {
    state = next;
    for (const listener of stateListeners) listener();
  }

  worker.onmessage = ({ data }) => {
    if (data.kind === 'state') become(data.state);
    else if (data.kind === 'changed') for (const listener of changeListeners) listener(data.change);
    else {
      const question = pending.get(data.number);
      pending.delete(data.number);
      if (data.kind === 'answer') question?.resolve(data.value);
      else question?.reject(new Error(data.reason));
    }
  };
  worker.onerror = (event) => {
    const reason = event.message || 'The index worker stopped.';
    become({ phase: 'failed', reason });
    for (const question of pending.values()) question.reject(new Error(reason));
    pending.clear();
  };
  worker.postMessage({ kind: 'open', caseId });

  function ask(question: Question, args: readonly unknown[], { signal }: AskOptions = {}): Promise<unknown> {
    const aborted = (): DOMException => new DOMException('No longer wanted.', 'AbortError');
    if (closed || signal?.aborted) return Promise.reject(aborted());
    last += 1;
    const number = last;
    return new Promise((resolve, reject) => {
      pending.set(number, { resolve, reject });
      signal?.addEventListener(
        'abort',
        () => {
          if (!pending.delete(number)) return;
          worker.postMessage({ kind: 'cancel', number });
          reject(aborted());
        },
        { once: true },
      );
      worker.postMessage({ kind: 'ask', number, question, args });
    });
  }

  const asking = Object.fromEntries(
    QUESTIONS.map((question) => [
      question,
      (...args: unknown[]) =>
        ask(question, args.slice(0, ARITY[question]), args[ARITY[question]] as AskOptions | undefined),
    ]),
  ) as unknown as Asking;

  return {
    ...asking,
    get state() {
      return state;
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onChanged(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    close() {
      closed = true;
      worker.terminate();
      for (const question of pending.values()) question.reject(new DOMException('The case was closed.', 'AbortError'));
      pending.clear();
    },
  };
}
