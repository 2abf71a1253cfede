/** The worker that holds the index of the open case. Questions wait until the index stands; a cancelled one is dropped. */
import { openCaseForReading } from '../store/reader';
import { answering } from './answering';
import { LiveIndex } from './liveIndex';
import type { FromWorker, ToWorker } from './protocol';

const post = (message: FromWorker): void => self.postMessage(message);
const answers = answering(post);

async function open(caseId: string): Promise<void> {
  try {
    const reader = await openCaseForReading(caseId);
    const live = new LiveIndex(reader, {
      onState: (state) => post({ kind: 'state', state }),
      onChange: (change) => post({ kind: 'changed', change }),
    });
    await live.start();
    answers.ready(live, reader);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    post({ kind: 'state', state: { phase: 'failed', reason } });
    answers.failed(reason);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') void open(data.caseId);
  else answers.take(data);
});
