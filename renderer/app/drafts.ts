/** Puts back, once their case is open, the texts that were being typed in a window that broke. */
import { useEffect } from 'react';
import { takeDrafts } from '../store/drafts';
import type { App } from './context';

/** Reasons for which trying again would help nobody. */
const SETTLED: ReadonlySet<string> = new Set(['cancelled', 'not-found']);

export function useDrafts(app: App): void {
  const { openCase, run } = app;
  useEffect(() => {
    if (!openCase) return undefined;
    return takeDrafts(openCase.db, async ({ briefingId, body, over, window }) => {
      const outcome = await run('briefing.recover', { id: briefingId, body, over, window }, { refusal: 'return' });
      return outcome.ok || SETTLED.has(outcome.reason);
    });
  }, [openCase, run]);
}
