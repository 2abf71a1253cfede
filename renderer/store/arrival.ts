/**
 * Who brings a case in holds its lock (Web Locks API): so another window that starts meanwhile does not take the work
 * for one that was interrupted. The browser frees the lock of a window that is gone.
 */

const lockOf = (caseId: string): string => `collate-arrival-${caseId}`;

/** None in Node, where there is one window only. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Does the work while nobody else brings this case in; waits for whoever does. */
export function whileArriving<Value>(caseId: string, work: () => Promise<Value>): Promise<Value> {
  const manager = locks();
  return manager ? (manager.request(lockOf(caseId), work) as Promise<Value>) : work();
}

/** Does the work if nobody brings this case in now. Returns whether it was done. */
export async function unlessArriving(caseId: string, work: () => Promise<void>): Promise<boolean> {
  const manager = locks();
  if (!manager) {
    await work();
    return true;
  }
  return (await manager.request(lockOf(caseId), { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  })) as boolean;
}
