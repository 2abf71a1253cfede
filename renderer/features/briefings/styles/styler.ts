/** The page's side of the worker that writes references. It is started by the first question and kept. */
import type { Processed } from '@shared/briefing/styles/processor';
import type { StyleAnswer, StyleQuestion } from './styleMessages';

/** What is needed of a Worker. */
export interface StyleWorkerLike {
  postMessage(message: StyleQuestion): void;
  onmessage: ((event: MessageEvent<StyleAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

const startWorker = (): StyleWorkerLike =>
  new Worker(new URL('./styleWorker.ts', import.meta.url), { type: 'module', name: 'styles' }) as StyleWorkerLike;

export type Styler = (question: Omit<StyleQuestion, 'number'>) => Promise<Processed | null>;

/** A way to ask; the answer is null where the style cannot be used. */
export function makeStyler(start: () => StyleWorkerLike = startWorker): Styler {
  let worker: StyleWorkerLike | null = null;
  let last = 0;
  const waiting = new Map<number, (processed: Processed | null) => void>();
  const settle = (number: number, processed: Processed | null): void => {
    waiting.get(number)?.(processed);
    waiting.delete(number);
  };
  const started = (): StyleWorkerLike => {
    worker = start();
    worker.onmessage = ({ data }) => settle(data.number, data.processed);
    worker.onerror = () => {
      // Nobody waits for ever; the next question starts another worker.
      worker?.terminate();
      worker = null;
      for (const number of waiting.keys()) settle(number, null);
    };
    return worker;
  };
  return (question) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      (worker ?? started()).postMessage({ ...question, number: last });
    });
}

export const askStyler = makeStyler();
