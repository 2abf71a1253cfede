/**
 * What one replica knows of an exchange folder, and what follows from it: which files to take in, whether to write its
 * own changes, which of its own files to clear away. Pure, so that any order, any loss and any rename can be tried.
 */
import type { ActorId } from '../../merge/clock';
import type { SignerStanding } from '../seal/signerWords';
import { readFolderName } from './names';

export interface FolderFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the folder says; only whether it differs matters. */
  readonly modified: number;
}

/** A file of somebody else that was looked at. */
export interface Seen extends FolderFile {
  /** Of its bytes, hex; null where they could not be read. */
  readonly sha256: string | null;
  /** `waiting`: signed with a key that nobody here has accepted yet. */
  readonly outcome: 'taken' | 'broken' | 'other-case' | 'waiting';
  /** For a broken or waiting one: the sentence. For one that was taken in: what came. */
  readonly words: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** What its signature says, as far as it was read. */
  readonly signed?: SignerStanding;
}

/** A file that this replica wrote. */
export interface Written {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly seq: number;
  readonly kind: 'whole' | 'changes';
  /** ISO 8601 instant. */
  readonly at: string;
}

export interface Book {
  /** The folder's handle: another folder begins another book. */
  readonly folder: string;
  readonly seen: readonly Seen[];
  /** Own files that should stand in the folder, the oldest first. */
  readonly written: readonly Written[];
  /** Own files that a newer one stands for, to be cleared away. */
  readonly outdated: readonly Written[];
  /** The journal entry up to which changes were written; null before the first bundle. */
  readonly upTo: number | null;
  /** Journal entries after `upTo` that took in from this folder: everybody has that from where it came. */
  readonly tookIn: readonly number[];
}

/** After so many bundles of changes one of the whole case replaces them. */
export const MOST_CHANGES = 20;
/** So many files are remembered; older memories are of files that are gone. */
const MOST_SEEN = 20_000;

export const newBook = (folder: string): Book => ({
  folder,
  seen: [],
  written: [],
  outdated: [],
  upTo: null,
  tookIn: [],
});

const isSame = (a: FolderFile, b: FolderFile): boolean =>
  a.name === b.name && a.size === b.size && a.modified === b.modified;

/**
 * The files to look at now, in the order of their names: those never seen and those that changed since. Left out are
 * the own ones this replica remembers, and those whose name says another case. One with no name of ours is looked at:
 * somebody may have renamed it.
 */
export function toTakeIn(book: Book, files: readonly FolderFile[], caseId: string): FolderFile[] {
  const seen = new Map(book.seen.map((one) => [one.name, one]));
  const own = new Map([...book.written, ...book.outdated].map((one) => [one.name, one]));
  return files
    .filter((file) => {
      const named = readFolderName(file.name);
      if (named && named.caseId !== caseId) return false;
      if (own.get(file.name)?.size === file.size) return false;
      const before = seen.get(file.name);
      return !before || !isSame(before, file);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether these bytes were taken in already, under whatever name, or are this replica's own. */
export const isKnown = (book: Book, sha256: string): boolean =>
  book.seen.some((one) => one.outcome === 'taken' && one.sha256 === sha256) ||
  [...book.written, ...book.outdated].some((one) => one.sha256 === sha256);

/** The book with a file noted. */
export function noteSeen(book: Book, file: Seen, journalSeqs: readonly number[] = []): Book {
  const others = book.seen.filter((one) => one.name !== file.name);
  return { ...book, seen: [...others, file].slice(-MOST_SEEN), tookIn: [...book.tookIn, ...journalSeqs] };
}

/**
 * What to write next. `whole` at first, where own files have gone from the folder, where the journal no longer reaches
 * back, and where many small bundles have gathered; else `changes`, or `nothing` where the case is as it was.
 * @param journal the sequence numbers of the newest entry and of the newest one that was thinned away
 */
export function toWrite(
  book: Book,
  files: readonly FolderFile[],
  journal: { readonly last: number; readonly thinnedTo: number },
): 'whole' | 'changes' | 'nothing' {
  if (book.upTo === null || book.written.length === 0) return 'whole';
  const there = new Map(files.map((file) => [file.name, file.size]));
  if (book.written.some(({ name, size }) => there.get(name) !== size)) return 'whole';
  if (journal.last <= book.upTo) return 'nothing';
  if (journal.thinnedTo > book.upTo || book.written.length > MOST_CHANGES) return 'whole';
  return 'changes';
}

/** The number of the next own file: above every one remembered, and above what stands in the folder under this actor. */
export function nextSeq(book: Book, files: readonly FolderFile[], actor: ActorId): number {
  const numbers = [...book.written, ...book.outdated].map(({ seq }) => seq);
  for (const { name } of files) {
    const named = readFolderName(name);
    if (named?.actor === actor) numbers.push(named.seq);
  }
  return numbers.reduce((highest, one) => Math.max(highest, one), 0) + 1;
}

/** The book with an own file noted that holds everything up to a journal entry. */
export function noteWritten(book: Book, file: Written, upTo: number): Book {
  const whole = file.kind === 'whole';
  return {
    ...book,
    written: whole ? [file] : [...book.written, file],
    outdated: whole ? [...book.outdated, ...book.written] : book.outdated,
    upTo,
    tookIn: book.tookIn.filter((seq) => seq > upTo),
  };
}

/** The book with nothing written, because nothing but what came from the folder happened up to an entry. */
export const noteQuiet = (book: Book, upTo: number): Book => ({
  ...book,
  upTo,
  tookIn: book.tookIn.filter((seq) => seq > upTo),
});

/**
 * Names of own files that may be cleared away now: a newer bundle that stands in the folder holds all they hold.
 * Only what this replica wrote itself, and as it wrote it.
 */
export function toClear(book: Book, files: readonly FolderFile[]): string[] {
  const there = new Map(files.map((file) => [file.name, file.size]));
  if (book.written.length === 0 || book.written.some(({ name, size }) => there.get(name) !== size)) return [];
  return book.outdated.filter(({ name, size }) => there.get(name) === size).map(({ name }) => name);
}

/** The book after names were cleared away, or found to be gone. */
export const noteCleared = (book: Book, names: readonly string[]): Book => ({
  ...book,
  outdated: book.outdated.filter(({ name }) => !names.includes(name)),
});
