/**
 * The original files of a bundle that is read, each as something that can be stored: a range of the bundle where it
 * lies there as it is, a range of the spool where it is packed, and its bytes where it is small.
 */
import type { BundleContents, ReadOptions } from '@shared/bundle';
import { originalFile } from '@shared/bundle/names';
import { Spool } from '../../platform/spool';
import { SMALL_ORIGINAL } from '../../store/texts';

interface Place {
  readonly where: 'bundle' | 'spool' | 'memory';
  readonly from: number;
  readonly size: number;
}

export function keepOriginals(bundle: Blob) {
  const spool = new Spool();
  const places = new Map<string, Place>();
  const small = new Map<string, Uint8Array>();
  let spooled = 0;
  const keep: NonNullable<ReadOptions['keep']> = ({ name, method, from, size }) => {
    if (size <= SMALL_ORIGINAL) {
      const bytes = new Uint8Array(size);
      let done = 0;
      small.set(name, bytes);
      places.set(name, { where: 'memory', from: 0, size });
      return async (chunk) => {
        bytes.set(chunk, done);
        done += chunk.length;
      };
    }
    if (method === 0) {
      places.set(name, { where: 'bundle', from, size });
      return null;
    }
    let at = spooled;
    places.set(name, { where: 'spool', from: at, size });
    spooled += size;
    return async (chunk) => {
      await spool.write(at, chunk);
      at += chunk.length;
    };
  };
  return {
    keep,
    drop: () => spool.drop(),
    /** The contents with the originals where they are kept, and the file that some of them lie in. */
    async kept(contents: BundleContents): Promise<{ contents: BundleContents; file: string | null }> {
      const { blob, file } = await spool.done(spooled);
      const bytesOf = (name: string): Uint8Array | Blob => {
        const { where, from, size } = places.get(name)!;
        if (where === 'memory') return small.get(name)!;
        return (where === 'bundle' ? bundle : blob).slice(from, from + size);
      };
      const originals = contents.originals.map(({ id, ext }) => ({ id, ext, bytes: bytesOf(originalFile(id, ext)) }));
      return { contents: { ...contents, originals }, file };
    },
  };
}
