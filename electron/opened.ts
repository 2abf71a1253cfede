/**
 * Bundles opened from the system: as an argument of this process, of a second one that found us running, or by a
 * Mac's own event. They wait here until the page listens.
 */
import path from 'node:path';
import type { HandedFile } from '@shared/ipc';
import { handOut } from './files';

let deliver: ((file: HandedFile) => boolean) | null = null;
let queue: string[] = [];

/** Bundles among a command line's arguments, as absolute paths. Options and the program's own folder are not files. */
export const bundlesIn = (argv: readonly string[], folder: string): string[] =>
  argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && /\.collate(\.age)?$/i.test(argument))
    .map((argument) => path.resolve(folder, argument));

/** Takes files in, and hands them over at once if the page listens. */
export async function openFromSystem(files: readonly string[]): Promise<void> {
  queue.push(...files);
  await handOver();
}

/** The page listens; null when it no longer does (it is being loaded anew, or gone). */
export async function setReceiver(receiver: ((file: HandedFile) => boolean) | null): Promise<void> {
  deliver = receiver;
  await handOver();
}

async function handOver(): Promise<void> {
  if (deliver === null) return;
  const files = queue;
  queue = [];
  for (const file of files) {
    const handed = await handOut(file);
    if (handed !== null && deliver?.(handed) !== true) queue.push(file);
  }
}
