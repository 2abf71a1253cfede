/** The text asks for what stands behind one of its judgements; whoever shows it listens. */

type Listener = (judgementId: string) => void;

const listeners = new Set<Listener>();
let waiting: string | null = null;

/** Asks; while nobody listens the wish waits for the next who does. */
export function askJudgement(judgementId: string): void {
  if (listeners.size === 0) waiting = judgementId;
  for (const listener of listeners) listener(judgementId);
}

/** Listens. Returns the way to stop. */
export function onJudgementAsked(listener: Listener): () => void {
  listeners.add(listener);
  if (waiting !== null) listener(waiting);
  waiting = null;
  return () => listeners.delete(listener);
}
