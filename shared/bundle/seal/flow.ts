/** Chunks as the streams every host has (the Streams Standard), which is what the encryption takes and gives. */
import { chunksOf } from '../source';
import type { Bytes } from '../source';

export interface Flow {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
    cancel(): Promise<void>;
  };
}

/** There in every host, and in no library that this code is compiled with. */
declare const ReadableStream: new (source: {
  pull(controller: { enqueue(chunk: Uint8Array): void; close(): void }): Promise<void>;
  cancel(): Promise<void>;
}) => Flow;

export function flowOf(bytes: Bytes): Flow {
  const chunks = chunksOf(bytes);
  return new ReadableStream({
    async pull(controller) {
      const step = await chunks.next();
      if (step.done) controller.close();
      else controller.enqueue(step.value);
    },
    cancel: async () => void (await chunks.return()),
  });
}

export async function* fromFlow(flow: Flow): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = flow.getReader();
  let isDone = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isDone = done;
      if (done) return;
      if (value) yield value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}
