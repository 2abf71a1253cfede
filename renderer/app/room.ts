/** Is there room for what is about to be brought in? Asked before the first byte is written. */
import type { Platform } from '@shared/platform';

/**
 * What a file of one byte takes in the end: its text, its original, both again in the second copy, and the index; and
 * a bundle is compressed.
 */
const TIMES = 8;

/** The share of the disk that the browser still gives to this program, in bytes; null where it does not tell. */
async function quotaLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined ? null : quota - (usage ?? 0);
}

/** False where files of this many bytes surely do not fit. Where nobody can tell, they are believed to. */
export async function hasRoomFor({ secondCopy }: Platform, bytes: number): Promise<boolean> {
  const left = await Promise.all(
    [quotaLeft(), secondCopy?.freeSpace() ?? null].map((ask) => Promise.resolve(ask).catch(() => null)),
  );
  return left.every((free) => free === null || free >= bytes * TIMES);
}
