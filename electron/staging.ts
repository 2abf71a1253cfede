/**
 * What is too large for one message comes from the page in pieces, into a file of its own that the message then names.
 * A staged file is used once. Those that nobody used are cleared away at the next start.
 */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Answer, Ask, Reply } from '@shared/ipc';
import { no } from '@shared/model/result';
import type { FileContent } from '@shared/platform';
import { DiskFile } from './diskFile';
import { freeSpace, hasRoom, refusalOf } from './disk';
import { answer } from './ipc';

export interface Staging {
  begin(ask: Ask<'stage:begin'>): Promise<Reply<Answer<'stage:begin'>>>;
  append(ask: Ask<'stage:append'>): Promise<Reply<null>>;
  /** Does the work with the bytes of a message, or with the file it names, which is removed then. */
  use<T>(
    bytes: Uint8Array | { readonly staged: string },
    work: (content: FileContent) => Promise<Reply<T>>,
  ): Promise<Reply<T>>;
}

export function openStaging(root: string): Staging {
  const sizes = new Map<string, number>();
  const placeOf = (staged: string): string => path.join(root, staged);
  const cleared = rm(root, { recursive: true, force: true }).catch(() => undefined);
  return {
    async begin({ size }) {
      try {
        await cleared;
        await mkdir(root, { recursive: true });
        if (!(await hasRoom(root, size, freeSpace))) return no('no-space');
        const staged = randomUUID();
        sizes.set(staged, 0);
        return answer({ staged });
      } catch (error) {
        return refusalOf(error);
      }
    },
    async append({ staged, bytes }) {
      const size = sizes.get(staged);
      if (size === undefined) return no('handle-unknown');
      try {
        await appendFile(placeOf(staged), bytes, { mode: 0o600 });
        sizes.set(staged, size + bytes.length);
        return answer(null);
      } catch (error) {
        sizes.delete(staged);
        await rm(placeOf(staged), { force: true });
        return refusalOf(error);
      }
    },
    async use(bytes, work) {
      if (bytes instanceof Uint8Array) return work(bytes);
      const size = sizes.get(bytes.staged);
      if (size === undefined) return no('handle-unknown');
      sizes.delete(bytes.staged);
      try {
        return await work(new DiskFile(placeOf(bytes.staged), size));
      } finally {
        await rm(placeOf(bytes.staged), { force: true });
      }
    },
  };
}
