/**
 * Makes and reads bundles beside the page. Contents come and go in pieces, so that no single message stops the page
 * for as long as a whole case takes to copy. One bundle, one worker; who wants to stop it ends it.
 */
// First: zod compiles its schemas where they are made, which the page's policy forbids.
import './bundleJitless';
import { inspectBundle, readBundle, writeBundleTo } from '@shared/bundle';
import type { BundleHeader, BundleRefusal, ReadOptions } from '@shared/bundle';
import type { PageLanguage } from '@shared/bundle/pageWords';
import { LineBook } from '@shared/bundle/lineMarks';
import type { LineNotes } from '@shared/bundle/lineMarks';
import { loadZlib } from '@shared/bundle/zlib';
import { sealTo, unsealTo } from '@shared/bundle/seal/age';
import type { Key, Lock, SealRefusal } from '@shared/bundle/seal/age';
import { redactContents } from '@shared/bundle/share/redact';
import type { RedactionWishes } from '@shared/bundle/share/redact';
import { yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { Spool } from '../../platform/spool';
import type { Spooled } from '../../platform/spool';
import { joinPieces, pieces } from './bundlePieces';
import type { Piece } from './bundlePieces';
import type { Known } from '../../store/known';
import { bundleTools } from './bundleTools';
import { keepOriginals } from './keepOriginals';
import { startSideThreads } from './sideThreads';
import type { SideThreads } from './sideThreads';

export type BundleAsk =
  | { readonly ask: 'inspect'; readonly bundle: Blob } /** What is known is left out. */
  | { readonly ask: 'read'; readonly bundle: Blob; readonly known: Known | null }
  /** A bundle is to be read or written: the threads that help with it start meanwhile. */
  | { readonly ask: 'prepare' }
  | { readonly ask: 'take'; readonly piece: Piece }
  | { readonly ask: 'write'; readonly language: PageLanguage }
  | { readonly ask: 'redact'; readonly wishes: RedactionWishes }
  | { readonly ask: 'seal'; readonly bundle: Blob; readonly lock: Lock }
  | { readonly ask: 'unseal'; readonly bundle: Blob; readonly key: Key };

export interface ReadFacts {
  readonly file: string | null;
  /** Lines that were read, as they are noted. */
  readonly lines: LineNotes;
  /** How many were known and left out. */
  readonly skipped: number;
  /** True where nothing was left out. */
  readonly isWhole: boolean;
}

export type BundleAnswer =
  | { readonly done: number }
  | { readonly piece: Piece }
  | { readonly written: Spooled }
  /** `file` is where the originals among the pieces lie; null where that is the bundle itself, or memory. */
  | { readonly read: Result<ReadFacts, BundleRefusal> }
  | { readonly inspected: Result<BundleHeader, BundleRefusal> }
  | { readonly redacted: true }
  | { readonly sealed: Spooled }
  | { readonly unsealed: Result<Spooled, SealRefusal> }
  | { readonly failure: string };

const answer = (message: BundleAnswer): void => self.postMessage(message);

const REPORT_EVERY = 50;
let reported = 0;
function report(done: number): void {
  const now = performance.now();
  if (now - reported < REPORT_EVERY) return;
  reported = now;
  answer({ done });
}

const taken: Piece[] = [];
let threads: SideThreads | undefined;

/** The threads beside this one, when they run. */
async function sideThreads(): Promise<SideThreads> {
  threads ??= startSideThreads();
  await threads.ready;
  return threads;
}

async function handle(message: BundleAsk): Promise<void> {
  if (message.ask === 'prepare') await Promise.all([sideThreads(), loadZlib()]);
  else if (message.ask === 'take') taken.push(message.piece);
  else if (message.ask === 'write') {
    const { language } = message;
    const tools = { ...bundleTools, pack: (await sideThreads()).pack };
    answer({ written: await spooled((spool) => writeBundleTo(spool, joinPieces(taken), tools, report, language)) });
  } else if (message.ask === 'redact') {
    for (const piece of pieces(await redactContents(joinPieces(taken), message.wishes, bundleTools))) answer({ piece });
    answer({ redacted: true });
  } else if (message.ask === 'seal') {
    const { bundle, lock } = message;
    answer({ sealed: await spooled((spool) => sealTo(spool, bundle, lock)) });
  } else if (message.ask === 'unseal') answer({ unsealed: await unsealed(message.bundle, message.key) });
  else if (message.ask === 'inspect') answer({ inspected: await inspectBundle(message.bundle, bundleTools) });
  else answer({ read: await read(message.bundle, message.known) });
}

/** Below this many bytes threads take longer to start than they save. */
const WORTH_THREADS = 1 << 21;

async function read(bundle: Blob, known: Known | null): Promise<Result<ReadFacts, BundleRefusal>> {
  // First: threads do not start while this one works.
  const compare = await comparing(bundle);
  const originals = keepOriginals(bundle);
  const book = new LineBook(known?.lines, known?.touched, known?.files);
  const options = { onProgress: report, keep: originals.keep, book, ...compare };
  const contents = await readBundle(bundle, bundleTools, options);
  if (!contents.ok) {
    await originals.drop();
    return contents;
  }
  const kept = await originals.kept(contents.value);
  for (const piece of pieces(kept.contents)) answer({ piece });
  return yes({
    file: kept.file,
    lines: book.met,
    skipped: book.skipped,
    isWhole: book.skipped + book.filesSkipped === 0,
  });
}

async function comparing(bundle: Blob): Promise<Pick<ReadOptions, 'compare'>> {
  if (bundle.size < WORTH_THREADS) return {};
  const { compare } = await sideThreads();
  return { compare: (files) => compare(bundle, files) };
}

/** What the work writes; nothing is left where it fails. */
async function spooled(work: (spool: Spool) => Promise<number>): Promise<Spooled> {
  const spool = new Spool();
  try {
    return await spool.done(await work(spool));
  } catch (error) {
    await spool.drop();
    throw error;
  }
}

async function unsealed(bundle: Blob, key: Key): Promise<Result<Spooled, SealRefusal>> {
  const spool = new Spool();
  const size = await unsealTo(spool, bundle, key);
  if (size.ok) return yes(await spool.done(size.value));
  await spool.drop();
  return size;
}

self.addEventListener('message', (event: MessageEvent<BundleAsk>) => {
  handle(event.data).catch((error: unknown) =>
    answer({ failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  );
});
