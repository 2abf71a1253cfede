/** Bundles made and read in a worker: the page goes on meanwhile, and either can be stopped. */
import type { BundleContents, BundleHeader, BundleRefusal } from '@shared/bundle';
import type { PageLanguage } from '@shared/bundle/pageWords';
import type { Key, Lock, SealRefusal } from '@shared/bundle/seal/age';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import type { FileContent } from '@shared/platform';
import { blobOf } from '../../platform/browserFiles';
import { noteSpool } from '../../platform/spool';
import type { Spooled } from '../../platform/spool';
import { turn } from '../../platform/turn';
import type { Known } from '../../store/known';
import { joinPieces, pieces } from './bundlePieces';
import type { Piece } from './bundlePieces';
import type { BundleAnswer, BundleAsk, ReadFacts } from './bundleWorker';

export interface BundleOptions {
  /** Fraction done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** The file, with the place it lies in noted: whoever is done with it lets go of it. */
function fileOf({ blob, file }: Spooled): Blob {
  noteSpool(blob, file);
  return blob;
}

/** What failed in the worker for a reason that the analyst can do something about; null for any other. */
export function refusalOfFailure(error: unknown): 'bundle-too-large' | 'no-space' | 'unreadable' | null {
  const words = String(error);
  if (words.includes('BundleTooLarge')) return 'bundle-too-large';
  if (/QuotaExceeded|NoSpool/.test(words)) return 'no-space';
  return /NotReadable|NotFoundError|SourceChanged/.test(words) ? 'unreadable' : null;
}

export interface PackOptions extends BundleOptions {
  /** Of the page to read; English where not given. */
  readonly language?: PageLanguage;
}

/**
 * A bundle of these contents; the same contents and language give the same bytes.
 * @throws the signal's reason, or an Error that says why the contents cannot be a bundle
 */
export async function packBundle(contents: BundleContents, options: PackOptions = {}): Promise<Blob> {
  return inWorker(options, async (worker, answers) => {
    worker.postMessage({ ask: 'prepare' } satisfies BundleAsk);
    await give(worker, contents, options);
    worker.postMessage({ ask: 'write', language: options.language ?? 'en' } satisfies BundleAsk);
    return fileOf(await answers((answer) => ('written' in answer ? answer.written : undefined)));
  });
}

export interface UnpackOptions extends BundleOptions {
  /** Of the case that is here: it is left out of the answer, which is then good for a merge alone. */
  readonly known?: Known | null;
  readonly onRead?: (facts: ReadFacts) => void;
}

/**
 * Everything the bundle holds, or why it was refused; `cancelled` after the signal. Nothing is stored by this: original
 * files are ranges of the bundle, or of a spooled file that the contents are let go of with.
 */
export async function unpackBundle(
  bundle: FileContent,
  options: UnpackOptions = {},
): Promise<Result<BundleContents, BundleRefusal>> {
  if (options.signal?.aborted) return no('cancelled');
  const parts: Piece[] = [];
  try {
    return await inWorker(options, async (worker, answers) => {
      worker.postMessage({ ask: 'read', bundle: blobOf(bundle), known: options.known ?? null } satisfies BundleAsk);
      const read = await answers((answer) => {
        if ('piece' in answer) parts.push(answer.piece);
        return 'read' in answer ? answer.read : undefined;
      });
      if (!read.ok) return read;
      const contents = joinPieces(parts);
      noteSpool(contents, read.value.file);
      options.onRead?.(read.value);
      return yes(contents);
    });
  } catch (error) {
    if (options.signal?.aborted) return no('cancelled');
    throw error;
  }
}

/** What may go of these contents. */
export async function redactBundle(
  contents: BundleContents,
  wishes: RedactionWishes,
  options: BundleOptions = {},
): Promise<BundleContents> {
  const parts: Piece[] = [];
  return inWorker(options, async (worker, answers) => {
    await give(worker, contents, options);
    worker.postMessage({ ask: 'redact', wishes } satisfies BundleAsk);
    await answers((answer) => {
      if ('piece' in answer) parts.push(answer.piece);
      return 'redacted' in answer ? true : undefined;
    });
    return joinPieces(parts);
  });
}

/** A bundle as an age file. */
export const sealBundle = (bundle: Blob, lock: Lock, options: BundleOptions = {}): Promise<Blob> =>
  inWorker(options, async (worker, answers) => {
    worker.postMessage({ ask: 'seal', bundle, lock } satisfies BundleAsk);
    return fileOf(await answers((answer) => ('sealed' in answer ? answer.sealed : undefined)));
  });

/** The bundle in an age file, or why it cannot be had. */
export const unsealBundle = (bundle: Blob, key: Key, options: BundleOptions = {}): Promise<Result<Blob, SealRefusal>> =>
  inWorker(options, async (worker, answers) => {
    worker.postMessage({ ask: 'unseal', bundle, key } satisfies BundleAsk);
    const opened = await answers((answer) => ('unsealed' in answer ? answer.unsealed : undefined));
    return opened.ok ? yes(fileOf(opened.value)) : opened;
  });

async function give(worker: Worker, contents: BundleContents, { signal }: BundleOptions): Promise<void> {
  for (const piece of pieces(contents)) {
    signal?.throwIfAborted();
    worker.postMessage({ ask: 'take', piece } satisfies BundleAsk);
    await turn();
  }
}

/** What the bundle says of itself, without reading its records. */
export async function inspectBundle(bundle: FileContent): Promise<Result<BundleHeader, BundleRefusal>> {
  return inWorker({}, async (worker, answers) => {
    worker.postMessage({ ask: 'inspect', bundle: blobOf(bundle) } satisfies BundleAsk);
    return answers((answer) => ('inspected' in answer ? answer.inspected : undefined));
  });
}

const startWorker = (): Worker =>
  new Worker(new URL('./bundleWorker.ts', import.meta.url), { type: 'module', name: 'bundle' });

let spare: Worker | null = null;

/** Loads a worker and its threads while a file is being chosen: for a small bundle that is half the time it takes. */
export function prepareBundles(): void {
  if (spare) return;
  spare = startWorker();
  spare.postMessage({ ask: 'prepare' } satisfies BundleAsk);
}

type Answers = <Value>(pick: (answer: BundleAnswer) => Value | undefined) => Promise<Value>;

async function inWorker<Value>(
  { onProgress, signal }: BundleOptions,
  work: (worker: Worker, answers: Answers) => Promise<Value>,
): Promise<Value> {
  signal?.throwIfAborted();
  const worker = spare ?? startWorker();
  spare = null;
  let stop = (): void => {};
  // Failures before anyone waits for an answer must not be lost.
  const failed = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', stop, { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the bundle worker did not start')));
    worker.addEventListener('message', ({ data }: MessageEvent<BundleAnswer>) => {
      if ('failure' in data) reject(new Error(data.failure));
      else if ('done' in data) onProgress?.(data.done);
    });
  });
  const answers: Answers = (pick) =>
    new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<BundleAnswer>) => {
        const value = pick(data);
        if (value !== undefined) resolve(value);
      });
    });
  try {
    return await Promise.race([failed, work(worker, answers)]);
  } finally {
    signal?.removeEventListener('abort', stop);
    worker.terminate();
  }
}
