/**
 * The page's side of near copies. Signatures are made once for each text while the window is open and kept in the
 * worker; nothing of them is stored: a thousand texts are read again in a second or two.
 */
import type { SharedText } from '@shared/anchor/sharedPassages';
import { currentTextId } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import { percentWords } from '@shared/text/percent';
import type { RowReader } from '../../../store/rows';
import { readText } from '../../../store/texts';
import type { NearAnswer, NearAsk } from './nearMessages';

export interface NearCopy {
  readonly document: Document;
  readonly other: Document;
  /** Share of rows of words in common, 0 to 1. */
  readonly likeness: number;
}

/** Texts are handed over so many at a time. */
const AT_ONCE = 16;

type AskWithout<Ask> = Ask extends NearAsk ? Omit<Ask, 'number'> : never;

let worker: Worker | null = null;
let last = 0;
const known = new Set<string>();
const waiting = new Map<number, { resolve: (answer: NearAnswer) => void; reject: (error: Error) => void }>();

function start(): Worker {
  const started = new Worker(new URL('./nearWorker.ts', import.meta.url), { type: 'module', name: 'near-copies' });
  const fail = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(`Comparing documents: ${message}`));
    waiting.clear();
    known.clear();
    started.terminate();
    worker = null;
  };
  started.addEventListener('error', (event) => fail(event.message || 'the worker did not start'));
  started.addEventListener('message', ({ data }: MessageEvent<NearAnswer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failure' in data) asked?.reject(new Error(`Comparing documents: ${data.failure}`));
    else asked?.resolve(data);
  });
  return started;
}

function ask(question: AskWithout<NearAsk>): Promise<NearAnswer> {
  worker ??= start();
  last += 1;
  const number = last;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker!.postMessage({ ...question, number });
  });
}

/** Reads the texts whose signatures are not known; false where `signal` stopped it. */
async function readAll(open: RowReader, textIds: readonly string[], signal: AbortSignal): Promise<boolean> {
  const unknown = textIds.filter((id) => !known.has(id));
  for (let from = 0; from < unknown.length; from += AT_ONCE) {
    if (signal.aborted) return false;
    const read = await Promise.all(
      unknown.slice(from, from + AT_ONCE).map(async (id) => [id, (await readText(open, id)) ?? ''] as const),
    );
    await ask({ read });
    for (const [id] of read) known.add(id);
  }
  return !signal.aborted;
}

/**
 * The documents whose newest texts say nearly the same, the most alike first: all such pairs, or those of one document.
 * Null where `signal` stopped it.
 */
export async function findNearCopies(
  open: RowReader,
  documents: ReadonlyMap<string, Document>,
  of: string | null,
  signal: AbortSignal,
): Promise<NearCopy[] | null> {
  const byText = new Map([...documents.values()].map((one) => [currentTextId(one), one]));
  const own = of === null ? undefined : documents.get(of);
  if (of !== null && !own) return [];
  if (!(await readAll(open, [...byText.keys()], signal))) return null;
  const answer = await ask({ pairsOf: [...byText.keys()], to: own ? currentTextId(own) : null });
  if (signal.aborted || !('pairs' in answer)) return null;
  return answer.pairs.flatMap(({ one, other, likeness }) => {
    const [document, near] = [byText.get(one), byText.get(other)];
    return document && near ? [{ document, other: near, likeness }] : [];
  });
}

/** What two texts share word for word. */
export async function compareTexts(one: string, other: string): Promise<SharedText> {
  const answer = await ask({ one, other });
  if (!('shared' in answer)) throw new Error('Comparing documents: no answer');
  return answer.shared;
}

/**
 * For documents that just came in: a sentence for each that says nearly the same as another, by id. Documents that come
 * in together are compared with each other too.
 */
export async function nearNotices(
  open: RowReader,
  documents: ReadonlyMap<string, Document>,
  arrived: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const notices = new Map<string, string>();
  const pairs = await findNearCopies(open, documents, arrived.length === 1 ? arrived[0]! : null, signal);
  const isNew = new Set(arrived);
  for (const { document, other, likeness } of pairs ?? []) {
    const note = (one: Document, near: Document): void => {
      if (!isNew.has(one.id) || notices.has(one.id)) return;
      notices.set(one.id, `Says nearly the same as “${near.title}” (about ${percentWords(likeness)}).`);
    };
    note(document, other);
    note(other, document);
  }
  return notices;
}
