/**
 * What the page may ask of the machine. Two hosts answer: the desktop (through the preload) and a plain browser.
 * The page never learns a path: it holds names, bytes and handles that the host gave out.
 */
import type { BlobLike } from './bundle/source';
import type { Result } from './model/result';

export type FileRefusal = 'cancelled' | 'unreadable' | 'too-large' | 'no-space' | 'not-allowed' | 'handle-unknown';

export interface FileFilter {
  readonly name: string;
  /** Extensions without the dot. */
  readonly extensions: readonly string[];
}

/** The bytes of a file; those of a large one are read from where they lie when they are asked for. */
export type FileContent = Uint8Array | BlobLike;

/** A file a person chose, dropped or opened from the OS. Its bytes are read when asked for. */
export interface PickedFile {
  readonly name: string;
  /** Where it is below the folder that was chosen, with slashes; absent for a file that was chosen itself. */
  readonly folder?: string;
  /** Bytes. */
  readonly size: number;
  read(): Promise<Result<Uint8Array, FileRefusal>>;
  /** The file for those who read it part by part: what it is now, whatever becomes of it. */
  open(): Promise<Result<BlobLike, FileRefusal>>;
}

/** A folder's files, those in folders below it too; hidden ones and links are left out. */
export interface FilesOfFolder {
  readonly name: string;
  readonly files: readonly PickedFile[];
}

export interface OpenRequest {
  readonly title: string;
  readonly filters: readonly FileFilter[];
  readonly many: boolean;
}

export interface SaveRequest {
  readonly suggestedName: string;
  readonly filters: readonly FileFilter[];
  readonly bytes: FileContent;
}

export interface PrintRequest {
  readonly suggestedName: string;
  /** A complete HTML page without scripts; its styles and fonts are inside it. */
  readonly html: string;
}

/** What the native menu shows: ids of commands that can run now, and the words of undo and redo. */
export interface MenuState {
  readonly enabled: readonly string[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/** A case as the second copy on disk knows it. */
export interface KeptCase {
  readonly caseId: string;
  readonly name: string;
  /** Sequence number of the last journal entry on disk (0 where there is none). */
  readonly lastSeq: number;
  /** Sequence number the newest verified backup stands for; null where there is no backup yet. */
  readonly backupSeq: number | null;
  /** ISO 8601 instant of the newest verified backup. */
  readonly backupAt: string | null;
}

/**
 * The copy of every case outside IndexedDB: an append-only log of confirmed journal entries, content-addressed blobs,
 * and rolling verified backup bundles, all kept by the host's own process.
 */
export interface SecondCopy {
  /** Cases that can be rebuilt. */
  list(): Promise<readonly KeptCase[]>;
  /**
   * Appends confirmed journal entries, one JSON text without line breaks a line, and flushes them to the disk before
   * it answers. `lastSeq` is the sequence number of the last one; lines appended together are given back together.
   */
  append(entry: {
    caseId: string;
    name: string;
    lastSeq: number;
    lines: readonly string[];
  }): Promise<Result<null, FileRefusal>>;
  /** Keeps a text or an original, named by its SHA-256 in hex. Writing it again is harmless. */
  putBlob(blob: { caseId: string; sha256: string; bytes: FileContent }): Promise<Result<null, FileRefusal>>;
  readBlob(blob: { caseId: string; sha256: string }): Promise<FileContent | null>;
  /**
   * Writes a backup bundle, reads it back, compares its hash, and only then drops all but the newest three backups
   * and the log lines that the oldest of these holds: if the newest one is found broken, an older one and the log
   * still give everything back.
   */
  putBackup(backup: {
    caseId: string;
    name: string;
    seq: number;
    bytes: FileContent;
  }): Promise<Result<null, FileRefusal>>;
  /** The newest backup whose hash still holds, with the sequence number it stands for. */
  readBackup(caseId: string): Promise<{ seq: number; bytes: FileContent } | null>;
  /** Log lines after `seq`, oldest first; a line torn by a crash at the end is left out. */
  readLog(request: { caseId: string; afterSeq: number }): Promise<readonly string[]>;
  /** Forgets a case that the analyst deleted. */
  remove(caseId: string): Promise<void>;
  /** The analyst and the settings, as one JSON text. */
  putSettings(json: string): Promise<void>;
  readSettings(): Promise<string | null>;
  /** Free bytes where the copies are kept; null where the host cannot tell. */
  freeSpace(): Promise<number | null>;
}

/** A folder the analyst chose. The handle is good until it is forgotten, also after a restart. */
export interface ChosenFolder {
  readonly handle: string;
  readonly name: string;
}

export interface FolderEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Folders the analyst chose, to read and write in. Names are plain ones: nothing below or outside is reached. */
export interface Folders {
  /** Asks with the host's own dialog; `cancelled` when the analyst changed their mind. */
  choose(title: string): Promise<Result<ChosenFolder, FileRefusal>>;
  /** Asks for leave once more, where the host forgets it: after a press only. False where it is not given. */
  allow(handle: string): Promise<boolean>;
  /** Files whose names end so; links and folders are none. `too-large` where there are more than anybody can want. */
  list(request: { handle: string; suffix: string }): Promise<Result<readonly FolderEntry[], FileRefusal>>;
  read(request: { handle: string; name: string }): Promise<Result<FileContent, FileRefusal>>;
  /** Writes whole or not at all: under another name first. */
  write(request: { handle: string; name: string; bytes: FileContent }): Promise<Result<null, FileRefusal>>;
  /** Removes a file; one that is gone already is no refusal. */
  remove(request: { handle: string; name: string }): Promise<Result<null, FileRefusal>>;
  /** Forgets the handle. The folder and what is in it stay. */
  forget(handle: string): Promise<void>;
}

export interface Platform {
  readonly kind: 'desktop' | 'browser';
  readonly os: 'mac' | 'windows' | 'linux';
  readonly version: string;
  /** Asks for files with the host's own dialog. An empty list means the analyst changed their mind. */
  openFiles(request: OpenRequest): Promise<Result<readonly PickedFile[], FileRefusal>>;
  /** Asks for a folder and gives every file below it; `cancelled` when the analyst changed their mind. */
  openFolder(title: string): Promise<Result<FilesOfFolder, FileRefusal>>;
  /** Wraps files dropped on or pasted into the page. */
  fromDrop(files: readonly unknown[]): readonly PickedFile[];
  /** Saves through the host's dialog (or a download); `cancelled` when the analyst changed their mind. */
  saveFile(request: SaveRequest): Promise<Result<{ name: string }, FileRefusal>>;
  /**
   * Shows a copy of a file in the system's own program for it; `not-allowed` for kinds that could run. Null in a
   * browser, which has no such program.
   */
  readonly openCopy: ((file: { name: string; bytes: Uint8Array }) => Promise<Result<null, FileRefusal>>) | null;
  /** Makes a PDF of a page: the desktop asks where and writes it; a browser opens its print window. */
  printToPdf(request: PrintRequest): Promise<Result<{ name: string }, FileRefusal>>;
  /** Tells a native menu what can run. A host without one ignores it. */
  setMenuState(state: MenuState): void;
  /** Commands chosen in the native menu. Returns the way to stop listening. */
  onCommand(listener: (id: string) => void): () => void;
  /** A bundle opened from the OS, also the one the program was started with. */
  onOpenFile(listener: (file: PickedFile) => void): () => void;
  /** Called before the window goes; the host waits (at most five seconds) for the promise. */
  onBeforeQuit(listener: () => Promise<void>): () => void;
  /**
   * A key locked by the system's keychain: good only for this user on this machine. `not-allowed` where the host has
   * none; a browser never has.
   */
  wrapSecret(secret: Uint8Array): Promise<Result<Uint8Array, FileRefusal>>;
  /** What was wrapped; `unreadable` where it was wrapped elsewhere. */
  unwrapSecret(wrapped: Uint8Array): Promise<Result<Uint8Array, FileRefusal>>;
  /** The copy outside IndexedDB; null in a browser. */
  readonly secondCopy: SecondCopy | null;
  /** Null in a browser that gives no folders. */
  readonly folders: Folders | null;
}
