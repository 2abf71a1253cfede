/** Reads and writes other programs' formats beside the page; one conversion, one worker. */
import './bundleJitless';
import type { BundleContents } from '@shared/bundle';
import { arrivingAs } from '@shared/interchange/arriving';
import type { ArrivalWishes } from '@shared/interchange/arriving';
import { FORMATS } from '@shared/interchange/formats';
import type { FormatRead, Written } from '@shared/interchange/formats';
import { uuidv7 } from 'uuidv7';
import { bundleTools } from './bundleTools';

export type FormatAsk =
  | {
      readonly ask: 'read';
      readonly format: string;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly actor: string;
      readonly wishes: ArrivalWishes;
    }
  | { readonly ask: 'write'; readonly format: string; readonly contents: BundleContents };

export type FormatAnswer = { readonly read: FormatRead } | { readonly written: Written } | { readonly failure: string };

async function answerTo(ask: FormatAsk): Promise<FormatAnswer> {
  const format = FORMATS.find(({ id }) => id === ask.format)!;
  if (ask.ask === 'write') return { written: await format.write!(ask.contents, bundleTools) };
  const { actor, wishes } = ask;
  const tools = { ...bundleTools, newId: uuidv7, now: () => Date.now(), actor, marking: wishes.marking };
  const read = await format.read!(ask.bytes, ask.fileName, tools);
  return { read: read.ok ? { ok: true, value: arrivingAs(read.value, wishes, tools) } : read };
}

self.addEventListener('message', ({ data }: MessageEvent<FormatAsk>) => {
  void answerTo(data)
    .catch((error: unknown): FormatAnswer => ({
      failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }))
    .then((answer) => self.postMessage(answer));
});
