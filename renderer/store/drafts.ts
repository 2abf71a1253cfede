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

/** The blocks of a text that differ from the one kept before it: in its place `count` of them, from `from` on, are these. */
export interface DraftChange {
  readonly from: number;
  readonly count: number;
  readonly blocks: readonly BodyNode[];
}

const PREFIX = 'draft/';
const CHANGE_PREFIX = 'draft-change/';
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

const changeKeyOf = (briefingId: string): string => `${CHANGE_PREFIX}${briefingId}/${pageId}`;

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
/** With the stamp that the stored text had by then: one's own saving makes it newer. */
type KeptChange = Omit<DraftChange, 'blocks'> & { readonly over: string; readonly blocks: string };

/** Keeps a whole text; a change kept before goes. */
export function keepDraft(db: CaseDatabase, draft: Draft): void {
  holdLock();
  const value: Kept = { ...draft, body: JSON.stringify(draft.body) };
  write(db, (store) => {
    store.put({ key: keyOf(draft.briefingId), value });
    store.delete(changeKeyOf(draft.briefingId));
  });
}

/** Keeps what differs by now from the whole text kept last, in place of what was said to differ before. */
export function keepDraftChange(db: CaseDatabase, briefingId: string, over: string, change: DraftChange): void {
  const value: KeptChange = { ...change, over, blocks: JSON.stringify(change.blocks) };
  write(db, (store) => store.put({ key: changeKeyOf(briefingId), value }));
}

function draftOf({ body, ...kept }: Kept, change: KeptChange | undefined): Draft {
  const whole = typeof body === 'string' ? (JSON.parse(body) as BodyNode) : body;
  if (!change) return { ...kept, body: whole };
  const blocks = JSON.parse(change.blocks) as BodyNode[];
  const content = (whole.content ?? []).toSpliced(change.from, change.count, ...blocks);
  return { ...kept, over: change.over, body: { ...whole, content } };
}

/** The text is saved. */
export function dropDraft(db: CaseDatabase, briefingId: string): void {
  write(db, (store) => {
    store.delete(keyOf(briefingId));
    store.delete(changeKeyOf(briefingId));
  });
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
        const changeKey = CHANGE_PREFIX + key.slice(PREFIX.length);
        const [kept, change] = await db.meta.bulkGet([key, changeKey]);
        if (!kept) return;
        const draft = draftOf(kept.value as Kept, change?.value as KeptChange | undefined);
        if (await take(draft)) await db.meta.bulkDelete([key, changeKey]);
      };
      const manager = locks();
      if (!manager) await deal();
      else void manager.request(lockOf(page), { signal: stop.signal }, deal).catch(() => undefined);
    }
  })().catch(() => undefined);
  return () => stop.abort();
}
