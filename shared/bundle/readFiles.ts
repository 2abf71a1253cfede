/** Goes through the files of an open bag: each is compared with its checksum before anything is believed of it. */
import { no, yes } from '../model/result';
import type { Result } from '../model/result';
import { comparing } from './compare';
import type { ListedFile } from './compare';
import type { Place } from './names';
import { load } from './openBag';
import type { OpenBag, Read } from './openBag';
import type { BundleRefusal } from './refusals';
import type { OnProgress, StopSignal } from './tools';
import { EntryBroken, entryStream } from './zipEntry';
import type { ZipEntry } from './zipRead';

export type Listed = ListedFile & { readonly place: Place };

export const sizeOfAll = (files: readonly ListedFile[]): number =>
  files.reduce((sum, { entry }) => sum + entry.size, 0);

export interface Meter {
  /** Bytes of the file underway that are behind us. */
  readonly part: (bytes: number) => void;
  readonly done: (bytes: number) => void;
}

export function meterOf(files: readonly ListedFile[], onProgress: OnProgress | undefined): Meter {
  const all = Math.max(1, sizeOfAll(files));
  let before = 0;
  return {
    part: (bytes) => onProgress?.((before + bytes) / all),
    done: (bytes) => onProgress?.((before += bytes) / all),
  };
}

export interface ReadingFiles {
  readonly bag: OpenBag;
  readonly meter: Meter;
  readonly signal: StopSignal | undefined;
}

/** Reads files that are held in memory, one after the other. */
export async function readHeld(
  { bag, meter, signal }: ReadingFiles,
  files: readonly Listed[],
  take: (file: Listed, content: Uint8Array, onProgress: OnProgress) => Result<null, BundleRefusal>,
): Read<null> {
  const sums = comparing(bag.tools);
  let ahead: Read<Uint8Array> | null = null;
  for (const [i, file] of files.entries()) {
    if (signal?.aborted) return no('cancelled');
    const content = await (ahead ?? load(bag, file.entry.name));
    if (!content.ok) return content;
    // The bytes of the next file are fetched beside this thread while this one is parsed.
    const next = files[i + 1];
    ahead = next ? load(bag, next.entry.name) : null;
    // Hashing runs beside this thread, so the records are parsed meanwhile; its answer comes first.
    const summing = sums.take(file, content.value);
    const taken = take(file, content.value, (part) => meter.part(part * file.entry.size));
    const wrong = (await summing) ?? (taken.ok ? null : await sums.settle());
    if (wrong !== null) return no('checksum-wrong', wrong);
    if (!taken.ok) return taken;
    meter.done(file.entry.size);
  }
  const wrong = await sums.settle();
  return wrong === null ? yes(null) : no('checksum-wrong', wrong);
}

/**
 * Asked once for each original file; gets its bytes as they go by, before they are known to be right. Null: the file is
 * read again from the bundle when it is needed.
 */
export type Keep = (entry: ZipEntry) => ((chunk: Uint8Array) => Promise<void>) | null;

/** Lets a file go by: compares its checksum, and hands its chunks to whoever keeps it. */
export async function passBy(
  { bag: { source, tools }, meter, signal }: ReadingFiles,
  { entry, sum }: Listed,
  keep: Keep | undefined,
): Read<null> {
  const keeper = keep?.(entry) ?? null;
  const hash = tools.hasher(entry.size);
  let done = 0;
  if (signal?.aborted) return no('cancelled');
  try {
    for await (const chunk of entryStream(source, entry).chunks()) {
      if (signal?.aborted) return no('cancelled');
      hash.update(chunk);
      await keeper?.(chunk);
      done += chunk.length;
      meter.part(done);
    }
  } catch (error) {
    if (error instanceof EntryBroken) return no('zip-broken', entry.name);
    throw error;
  }
  if ((await hash.hex()) !== sum) return no('checksum-wrong', entry.name);
  meter.done(entry.size);
  return yes(null);
}
