/** Reads and writes other programs' formats beside the page; one conversion, one worker. */
import './bundleJitless';
import type { BundleContents } from '@shared/bundle';
import { FORMATS } from '@shared/interchange/formats';
import type { FormatRead, Written } from '@shared/interchange/formats';
import type { Marking } from '@shared/model/marking';
import { uuidv7 } from 'uuidv7';
import { bundleTools } from './bundleTools';

export type FormatAsk =
  | {
      readonly ask: 'read';
      readonly format: string;
      readonly bytes: Uint8Array;
      readonly fileName: string;
      readonly actor: string;
      readonly marking: Marking;
    }
  | { readonly ask: 'write'; readonly format: string; readonly contents: BundleContents };

export type FormatAnswer = { readonly read: FormatRead } | { readonly written: Written } | { readonly failure: string };

async function answerTo(ask: FormatAsk): Promise<FormatAnswer> {
  const format = FORMATS.find(({ id }) => id === ask.format)!;
  if (ask.ask === 'write') return { written: await format.write!(ask.contents, bundleTools) };
  const { actor, marking } = ask;
  const tools = { ...bundleTools, newId: uuidv7, now: () => Date.now(), actor, marking };
  return { read: await format.read!(ask.bytes, ask.fileName, tools) };
}

self.addEventListener('message', ({ data }: MessageEvent<FormatAsk>) => {
  void answerTo(data)
    .catch((error: unknown): FormatAnswer => ({
      failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }))
    .then((answer) => self.postMessage(answer));
});
