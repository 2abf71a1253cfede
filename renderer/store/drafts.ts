/**
 * Texts that are being typed, kept beside the records of a case until they are saved. A write is handed to the browser
 * at once and not waited for: what was handed over outlives the page, however it ends. A page that keeps one holds a
 * lock, so that the drafts of a page that is gone can be told (Web Locks API).
 */
import type { BodyNode } from '@shared/model/briefing';
import type { CaseDatabase } from './caseDatabase';

export interface Draft {
  readonly briefingId: string;
  readonly body: BodyNode;
  /** Stamp of the stored text it is typed over. */
  readonly over: string;
  /** Sign of the window in its stamps. */
  readonly window: string;
}

const PREFIX = 'draft/';
const pageId = crypto.randomUUID();
const lockOf = (page: string): string => `collate-draft-${page}`;
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

let isHeld = false;

/** Held until the page ends. */
function holdLock(): void {
  if (isHeld) return;
  isHeld = true;
  void locks()?.request(lockOf(pageId), () => new Promise(() => undefined));
}

const keyOf = (briefingId: string): string => `${PREFIX}${briefingId}/${pageId}`;

/** Writes without waiting: not for the answer, and not for the disk. */
function write(db: CaseDatabase, work: (store: IDBObjectStore) => void): void {
  try {
    const transaction = db.backendDB().transaction('meta', 'readwrite', { durability: 'relaxed' });
    transaction.onerror = (event) => event.preventDefault();
    work(transaction.objectStore('meta'));
    transaction.commit();
  } catch {
    // The database is closed or the disk full: the draft is only the second net.
  }
}

/** As it is stored: a long text as JSON is handed over in half the time of its objects. */
type Kept = Omit<Draft, 'body'> & { readonly body: BodyNode | string };

export function keepDraft(db: CaseDatabase, draft: Draft): void {
  holdLock();
  const value: Kept = { ...draft, body: JSON.stringify(draft.body) };
  write(db, (store) => store.put({ key: keyOf(draft.briefingId), value }));
}

const draftOf = ({ body, ...kept }: Kept): Draft => ({
  ...kept,
  body: typeof body === 'string' ? (JSON.parse(body) as BodyNode) : body,
});

/** The text is saved. */
export function dropDraft(db: CaseDatabase, briefingId: string): void {
  write(db, (store) => store.delete(keyOf(briefingId)));
}

/**
 * Hands over the drafts that pages which are gone left in this case; of a page that is there, when it goes before it
 * has saved them. A draft goes when `take` says that it is dealt with.
 * @returns ends the waiting
 */
export function takeDrafts(db: CaseDatabase, take: (draft: Draft) => Promise<boolean>): () => void {
  const stop = new AbortController();
  void (async () => {
    for (const key of (await db.meta.where('key').startsWith(PREFIX).primaryKeys()) as string[]) {
      const page = key.slice(key.lastIndexOf('/') + 1);
      if (page === pageId) continue;
      const deal = async (): Promise<void> => {
        const kept = (await db.meta.get(key))?.value as Kept | undefined;
        if (kept && (await take(draftOf(kept)))) await db.meta.delete(key);
      };
      const manager = locks();
      if (!manager) await deal();
      else void manager.request(lockOf(page), { signal: stop.signal }, deal).catch(() => undefined);
    }
  })().catch(() => undefined);
  return () => stop.abort();
}
