/** What the command line may touch: files by name, three streams, the environment. Tests hand in their own. */
import { createHash, webcrypto } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { BundleTools } from '@shared/bundle';
import { LARGEST_BUNDLE, LARGEST_IN_MEMORY } from '@shared/bundle/limits';
import { armoredSize } from '@shared/bundle/seal/armor';
import { WindowSink } from '@shared/bundle/sink';
import type { ByteSink } from '@shared/bundle/sink';
import type { BlobLike } from '@shared/bundle/source';
import { startDeflater } from '@shared/bundle/zlib';
import { DiskFile } from '../diskFile';

export interface Io {
  out(line: string): void;
  err(line: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One sentence for the person, and the status to end with: 1 refused, 2 wrong use. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly status: 1 | 2;
  constructor(message: string, status: 1 | 2 = 1) {
    super(message);
    this.status = status;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** The bundle code's needs, met by Node. */
export const tools: BundleTools = {
  encode: (text) => encoder.encode(text),
  decode: (bytes) => utf8.decode(bytes),
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  hasher: () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), hex: async () => hash.digest('hex') };
  },
  startDeflater,
  inflate: async (bytes, maxSize) => new Uint8Array(inflateRawSync(bytes, { maxOutputLength: Math.max(1, maxSize) })),
  verify: async (publicKey, signature, message) => {
    try {
      const key = await webcrypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
      return await webcrypto.subtle.verify('Ed25519', key, signature, message);
    } catch {
      return false;
    }
  },
};

/** A file no larger than a bundle may be, what encryption and armour add included. It is read when bytes are asked for. */
export async function openFile(name: string): Promise<BlobLike> {
  const found = await stat(name).catch(() => null);
  if (!found?.isFile()) throw new Ended(`There is no file “${name}”. Nothing was done.`);
  if (found.size > armoredSize(LARGEST_BUNDLE * 1.01))
    throw new Ended(`“${name}” is larger than a bundle may be. Nothing was done.`);
  const handle = await open(name, 'r').catch(() => null);
  if (!handle) throw new Ended(`“${name}” may not be read. Nothing was done.`);
  await handle.close();
  return new DiskFile(name, found.size);
}

/** The bytes of a file that is read in memory as one. */
export async function readFile(name: string): Promise<Uint8Array> {
  const file = await openFile(name);
  if (file.size > LARGEST_IN_MEMORY)
    throw new Ended(`“${name}” is larger than what is read in memory as one. Nothing was done.`);
  return new Uint8Array(await file.arrayBuffer());
}

async function refuseTaken(name: string): Promise<void> {
  if (await stat(name).catch(() => null))
    throw new Ended(`“${name}” is there already and was kept. Choose another name, or say --force.`);
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed. A file that is there already is kept unless
 * `force` says otherwise.
 * @param write writes the bytes and returns how many they are
 * @param check looks at what was written; what it throws leaves nothing
 */
export async function writeTo(
  name: string,
  force: boolean,
  write: (sink: ByteSink) => Promise<number>,
  check?: (written: BlobLike) => Promise<void>,
): Promise<void> {
  if (!force) await refuseTaken(name);
  const beside = path.join(path.dirname(name), `.${path.basename(name)}.${process.pid}.part`);
  try {
    const handle = await open(beside, 'wx');
    try {
      const sink = new WindowSink({ write: async (at, bytes) => writeAll(handle, bytes, at) });
      const size = await write(sink);
      await sink.flush();
      await handle.truncate(size);
      await check?.(new DiskFile(beside, size));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, name);
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof Ended || isOurs(error)) throw error;
    throw new Ended(
      `“${name}” could not be written (${error instanceof Error ? error.message : 'unknown'}). Nothing was changed.`,
    );
  }
}

/** What has no code of the system is no fault of the disk. */
const isOurs = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === undefined;

async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;)
    done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}

/** Writes a file whole or not at all, as `writeTo` does. */
export const writeFile = (name: string, bytes: Uint8Array, force: boolean): Promise<void> =>
  writeTo(name, force, async (sink) => {
    await sink.write(0, bytes);
    return bytes.length;
  });

/** Writes some files, or none where one of them is there already and `force` does not say otherwise. */
export async function writeFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  force: boolean,
): Promise<void> {
  for (const { name } of files) if (!force) await refuseTaken(name);
  for (const { name, bytes } of files) await writeFile(name, bytes, force);
}
