/** The page's side of the check: asks, keeps only the answer to the newest question, and stops when nobody listens. */
import type { BodyNode } from '@shared/model/briefing';
import type { CheckAnswer, CheckGround, CheckQuestion } from './checkMessages';

export interface Checker {
  /** Puts a question; an answer to a former one that is still under way will not be told. */
  ask(ground: CheckGround, body: BodyNode): void;
  close(): void;
}

/** What the checker needs of a Worker. */
export interface CheckWorkerLike {
  postMessage(message: CheckQuestion): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  terminate(): void;
}

const startWorker = (): CheckWorkerLike =>
  new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module', name: 'check' }) as CheckWorkerLike;

export function makeChecker(
  onAnswer: (answer: CheckAnswer) => void,
  make: () => CheckWorkerLike = startWorker,
): Checker {
  const worker = make();
  let last = 0;
  let sent: CheckGround | null = null;
  worker.onmessage = ({ data }) => {
    if (data.number === last) onAnswer(data);
  };
  return {
    ask(ground, body) {
      last += 1;
      const { tags, ...rest } = ground;
      const isNew = ground !== sent;
      worker.postMessage({
        number: last,
        body,
        ...(isNew ? { ground: rest } : {}),
        ...(isNew && tags !== sent?.tags ? { tags } : {}),
      });
      sent = ground;
    },
    close() {
      worker.onmessage = null;
      worker.terminate();
    },
  };
}
