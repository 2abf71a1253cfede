/** Words typed but not yet written: forms register here, and everything is written before the window goes. */

const pending = new Set<() => Promise<unknown>>();

/** Registers a way to write what waits. Returns the way to take it back. */
export function onFlush(write: () => Promise<unknown>): () => void {
  pending.add(write);
  return () => pending.delete(write);
}

/** Writes everything that waits. */
export async function flushPending(): Promise<void> {
  await Promise.all([...pending].map((write) => write()));
}
