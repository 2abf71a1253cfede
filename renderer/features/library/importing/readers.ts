/** Workers that read files: a few at a time, each file in turn. One that hangs or breaks is replaced by a new one. */
import { no } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { ExtractRefusal } from '@shared/extract/extracted';
import type { ReadAnswer, ReadAsk } from './readWorker';
import type { ReadDocument } from './reading';

/** Milliseconds after which a file is given up: a broken one may be read for ever. */
const LONGEST_READING = 180_000;

export type ReadRefusal = ExtractRefusal | 'too-slow' | 'cancelled';

export interface Reading {
  readonly result: Result<ReadDocument, ReadRefusal>;
  /** The file's bytes, which were handed over; null where they were lost with the worker. */
  readonly bytes: Uint8Array | null;
}

export interface Readers {
  /** How many files are read at the same time. */
  readonly lanes: number;
  /** Hands `bytes` over: they are empty afterwards, and come back with the answer. */
  read(lane: number, ask: ReadAsk): Promise<Reading>;
  close(): void;
}

const startWorker = (): Worker =>
  new Worker(new URL('./readWorker.ts', import.meta.url), { type: 'module', name: 'document-reader' });

/** @param signal stops everything that is being read; the answers are then `cancelled` */
export function startReaders(lanes: number, signal: AbortSignal): Readers {
  const workers = new Map<number, Worker>();
  const drop = (lane: number): void => {
    workers.get(lane)?.terminate();
    workers.delete(lane);
  };
  return {
    lanes,
    read(lane, ask) {
      const worker = workers.get(lane) ?? startWorker();
      workers.set(lane, worker);
      return new Promise((resolve) => {
        const over = new AbortController();
        const answer = (reading: Reading): void => {
          clearTimeout(timer);
          over.abort();
          if (reading.bytes === null) drop(lane);
          resolve(reading);
        };
        const lost = (reason: ReadRefusal): void => answer({ result: no(reason), bytes: null });
        const timer = setTimeout(() => lost('too-slow'), LONGEST_READING);
        signal.addEventListener('abort', () => lost('cancelled'), { signal: over.signal });
        worker.addEventListener('error', () => lost('broken'), { signal: over.signal });
        worker.addEventListener('messageerror', () => lost('broken'), { signal: over.signal });
        worker.addEventListener(
          'message',
          ({ data }: MessageEvent<ReadAnswer>) =>
            // What an extractor did not foresee is the file's fault as far as the analyst is concerned.
            answer({ bytes: data.bytes, result: 'result' in data ? data.result : no('broken', data.failure) }),
          { signal: over.signal },
        );
        if (signal.aborted) lost('cancelled');
        else worker.postMessage(ask, { transfer: [ask.bytes.buffer] as ArrayBuffer[] });
      });
    },
    close() {
      for (const lane of workers.keys()) drop(lane);
    },
  };
}
