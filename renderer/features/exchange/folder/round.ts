/**
 * One round of exchange with a folder: take in what others wrote, each file all or nothing, then write what is new
 * here, then clear away own files that a newer one stands for. What was done is noted after each file, so that a round
 * that is cut off is gone on with by the next one.
 */
import { bundleRefusalSentence } from '@shared/bundle';
import type { BundleContents, BundleRefusal } from '@shared/bundle';
import {
  FOLDER_SUFFIX,
  SEALED_SUFFIX,
  folderName,
  isKnown,
  newBook,
  nextSeq,
  noteCleared,
  noteQuiet,
  noteSeen,
  noteWritten,
  readFolderName,
  toClear,
  toTakeIn,
  toWrite,
} from '@shared/bundle/folder';
import type { Book, FolderFile, Seen } from '@shared/bundle/folder';
import { signerWords } from '@shared/bundle/seal/signerWords';
import type { SignerStanding } from '@shared/bundle/seal/signerWords';
import type { ActorId } from '@shared/merge/clock';
import { no, yes } from '@shared/model/result';
import type { Result } from '@shared/model/result';
import { sizeOf } from '@shared/bundle/source';
import type { FileContent, FileRefusal, Folders } from '@shared/platform';
import { journalEnds, readChangesSince } from '../../../store/changesSince';
import { readContents } from '../../../store/contents';
import type { CaseContents } from '../../../store/contents';
import { readBook, writeBook } from '../../../store/exchangeBook';
import { mergeIntoCase } from '../../../store/mergeCase';
import type { MergeReport } from '../../../store/mergeCase';
import type { OpenCase } from '../../../store/openCase';
import { fileSentence, LOCKED, REDACTED, reportWords } from './words';

/** Why an encrypted bundle does not open. */
export type Unlocking = 'no-passphrase' | 'wrong-passphrase' | 'sealed-broken';

export interface RoundTools {
  readonly open: OpenCase;
  readonly folders: Folders;
  /** A bundle, signed and encrypted as the folder is to have it. */
  readonly pack: (contents: BundleContents) => Promise<FileContent>;
  /** What is packed is encrypted. */
  readonly isLocked: boolean;
  /** The bundle in what may be an age file. */
  readonly unlock: (bytes: FileContent) => Promise<Result<FileContent, Unlocking>>;
  /** What is known of whoever signed a bundle. */
  readonly standing: (bytes: FileContent) => Promise<SignerStanding>;
  readonly unpack: (bytes: FileContent) => Promise<Result<BundleContents, BundleRefusal>>;
  /** Hex. */
  readonly sha256: (bytes: FileContent) => Promise<string>;
  readonly now: () => Date;
}

export interface Round {
  readonly taken: readonly { readonly by: ActorId | null; readonly report: MergeReport }[];
  readonly wrote: 'whole' | 'changes' | null;
}

/**
 * Exchanges once.
 * @param again looks at broken files once more, though they look as before
 * @returns what came and what went, or why the folder could not be used; what was taken in before that stays
 * @throws StoreFailure, and what packing throws
 */
export async function exchangeOnce(
  tools: RoundTools,
  handle: string,
  again = false,
): Promise<Result<Round, FileRefusal>> {
  const { open, folders } = tools;
  const listed = await listBundles(folders, handle);
  if (!listed.ok) return listed;
  const kept = await readBook(open);
  let book = kept?.folder === handle ? kept : newBook(handle);
  if (again) book = { ...book, seen: book.seen.filter(({ outcome }) => !isOpen(outcome)) };
  const stillThere = new Set(listed.value.map(({ name }) => name));
  // A broken file that is gone troubles nobody any more.
  book = { ...book, seen: book.seen.filter(({ name, outcome }) => !isOpen(outcome) || stillThere.has(name)) };
  const taken: { by: ActorId | null; report: MergeReport }[] = [];
  for (const file of toTakeIn(book, listed.value, open.id)) {
    const step = await takeIn(tools, book, file);
    book = step.book;
    if (step.report) taken.push({ by: readFolderName(file.name)?.actor ?? null, report: step.report });
    await writeBook(open, book);
  }
  const written = await write(tools, book, listed.value);
  if (!written.ok) return written;
  await clear(tools, written.value.book);
  return yes({ taken, wrote: written.value.wrote });
}

/** Nothing is settled of it: it is looked at again. */
const isOpen = (outcome: Seen['outcome']): boolean => outcome === 'broken' || outcome === 'waiting';

/** The bundles of the folder, encrypted ones among them. */
async function listBundles(folders: Folders, handle: string): Promise<Result<readonly FolderFile[], FileRefusal>> {
  const plain = await folders.list({ handle, suffix: FOLDER_SUFFIX });
  if (!plain.ok) return plain;
  const sealed = await folders.list({ handle, suffix: SEALED_SUFFIX });
  if (!sealed.ok) return no(sealed.reason);
  const ours = sealed.value.filter(({ name }) => name.toLowerCase().endsWith(`${FOLDER_SUFFIX}${SEALED_SUFFIX}`));
  return yes([...plain.value, ...ours]);
}

async function takeIn(
  { open, folders, unlock, unpack, standing, sha256, now }: RoundTools,
  book: Book,
  file: FolderFile,
): Promise<{ book: Book; report: MergeReport | null }> {
  let signed: SignerStanding | undefined;
  const seen = (outcome: Seen['outcome'], words: string, hash: string | null, seqs: readonly number[] = []): Book =>
    noteSeen(
      book,
      { ...file, sha256: hash, outcome, words, at: now().toISOString(), ...(signed ? { signed } : {}) },
      seqs,
    );
  const read = await folders.read({ handle: book.folder, name: file.name });
  if (!read.ok) {
    const state = seen('broken', fileSentence(read.reason), null);
    if (read.reason === 'too-large') return { book: state, report: null };
    // Whatever stood in the way may go without the file changing: it differs from every state, so it is tried again.
    return {
      book: { ...state, seen: state.seen.map((one) => (one.name === file.name ? { ...one, size: -1 } : one)) },
      report: null,
    };
  }
  const hash = await sha256(read.value);
  // A copy under another name: what it holds is here.
  if (isKnown(book, hash)) return { book: seen('taken', 'a copy of a bundle that is here', hash), report: null };
  const plain = await unlock(read.value);
  if (!plain.ok) return { book: seen('broken', LOCKED[plain.reason], hash), report: null };
  const contents = await unpack(plain.value);
  if (!contents.ok) {
    const sentence = bundleRefusalSentence(contents.reason, contents.detail);
    return { book: seen('broken', sentence, hash), report: null };
  }
  if (contents.value.case.id !== open.id) return { book: seen('other-case', '', hash), report: null };
  // Never written by an exchange: its words may differ from what the same stamps stand for here.
  if (contents.value.withheld) return { book: seen('broken', REDACTED, hash), report: null };
  signed = await standing(plain.value);
  // Whose a new key is must be asked, which nobody is there for while it goes by itself.
  if (signed.kind === 'new' || signed.kind === 'other-key')
    return { book: seen('waiting', signerWords(signed).words, hash), report: null };
  const seqs: number[] = [];
  const stop = open.onCommitted(({ entry }) => {
    if (entry.kind === 'merge' && entry.seq !== undefined) seqs.push(entry.seq);
  });
  try {
    const report = await mergeIntoCase(open, contents.value as CaseContents);
    return { book: seen('taken', reportWords(report), hash, seqs), report };
  } finally {
    stop();
  }
}

async function write(
  { open, folders, pack, isLocked, sha256, now }: RoundTools,
  book: Book,
  files: readonly FolderFile[],
): Promise<Result<{ book: Book; wrote: Round['wrote'] }, FileRefusal>> {
  // Asked before the rows are read: what is written meanwhile goes with the next bundle once more.
  const ends = await journalEnds(open);
  const kind = toWrite(book, files, ends);
  const contents =
    kind === 'whole'
      ? await readContents(open, { originals: true })
      : kind === 'changes'
        ? await readChangesSince(open, book.upTo!, new Set(book.tookIn))
        : null;
  if (kind === 'nothing' || !contents) {
    const quiet = kind === 'nothing' ? book : noteQuiet(book, ends.last);
    await writeBook(open, quiet);
    return yes({ book: quiet, wrote: null });
  }
  const bytes = await pack(contents as BundleContents);
  const hash = await sha256(bytes);
  const seq = nextSeq(book, files, open.actor);
  const bare = folderName({ caseId: open.id, actor: open.actor, seq }, hash);
  const name = isLocked ? `${bare}${SEALED_SUFFIX}` : bare;
  const sent = await folders.write({ handle: book.folder, name, bytes });
  if (!sent.ok) return sent;
  const at = now().toISOString();
  const next = noteWritten(
    book,
    { name, size: sizeOf(bytes), sha256: hash, seq, kind: kind as 'whole', at },
    ends.last,
  );
  await writeBook(open, next);
  return yes({ book: next, wrote: kind as 'whole' });
}

async function clear({ open, folders }: RoundTools, book: Book): Promise<void> {
  if (book.outdated.length === 0) return;
  const listed = await listBundles(folders, book.folder);
  if (!listed.ok) return;
  const there = new Set(listed.value.map(({ name }) => name));
  const cleared = book.outdated.filter(({ name }) => !there.has(name)).map(({ name }) => name);
  for (const name of toClear(book, listed.value))
    if ((await folders.remove({ handle: book.folder, name })).ok) cleared.push(name);
  await writeBook(open, noteCleared(book, cleared));
}
