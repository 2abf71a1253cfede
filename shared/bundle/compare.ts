/** Files of a bundle that nobody reads here: they have to be what its manifest says all the same. */
import { no, yes } from '../model/result';
import type { GivenBundle, Read } from './openBag';
import { readAhead, sourceOf } from './source';
import type { BundleTools, StopSignal } from './tools';
import { readZipEntry } from './zipEntry';
import type { ZipEntry } from './zipRead';

/** A file, and its SHA-256 by the manifest. */
export interface ListedFile {
  readonly entry: ZipEntry;
  readonly sum: string;
}

/** Bytes whose checksums may be underway at a time: a file of a text is small, and waiting for each takes longer than it. */
const UNDERWAY = 1 << 20;

export interface Comparing {
  /** Takes a file's content in. The name of a file that is another than the manifest says, as soon as one is known. */
  take(file: ListedFile, content: Uint8Array): Promise<string | null>;
  /** The same, when all that were taken in are compared. */
  settle(): Promise<string | null>;
}

/** Compares checksums, which hosts make beside this thread. */
export function comparing({ sha256 }: Pick<BundleTools, 'sha256'>): Comparing {
  let open: Promise<string | null>[] = [];
  let size = 0;
  const settle = async (): Promise<string | null> => {
    const answers = await Promise.all(open);
    open = [];
    size = 0;
    return answers.find((name) => name !== null) ?? null;
  };
  return {
    settle,
    async take({ entry, sum }, content) {
      open.push(sha256(content).then((hash) => (hash === sum ? null : entry.name)));
      size += content.length;
      return size < UNDERWAY ? null : settle();
    },
  };
}

/** Unpacks each and compares its checksum; nothing is kept. */
export async function compareFiles(
  given: GivenBundle,
  files: readonly ListedFile[],
  tools: Pick<BundleTools, 'inflate' | 'sha256'>,
  signal?: StopSignal,
): Read<null> {
  const near = readAhead(sourceOf(given));
  const sums = comparing(tools);
  for (const file of files) {
    if (signal?.aborted) return no('cancelled');
    const content = await readZipEntry(near, file.entry, tools, false);
    if (!content.ok) return content;
    const wrong = await sums.take(file, content.value);
    if (wrong !== null) return no('checksum-wrong', wrong);
  }
  const wrong = await sums.settle();
  return wrong === null ? yes(null) : no('checksum-wrong', wrong);
}
