/**
 * What a case remembers of its exchange folder. It stands in the case's own database: where that is lost, the memory of
 * what was taken in must be lost with it.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Book } from '@shared/bundle/folder';
import { asFailure } from './failure';
import { useCase } from './hooks';
import type { RowReader } from './rows';

const KEY = 'exchange.folder';

/** The book; null where none was begun. */
export async function readBook({ db }: RowReader): Promise<Book | null> {
  return ((await db.meta.get(KEY))?.value as Book | undefined) ?? null;
}

/** @throws StoreFailure */
export async function writeBook({ db }: RowReader, book: Book | null): Promise<void> {
  try {
    if (book) await db.meta.put({ key: KEY, value: book });
    else await db.meta.delete(KEY);
  } catch (error) {
    throw asFailure(error);
  }
}

/** The book of the open case; undefined while it is read, null where none was begun. */
export function useBook(): Book | null | undefined {
  const open = useCase();
  return useLiveQuery(() => readBook(open), [open]);
}
