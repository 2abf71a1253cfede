/** Asks the worker for what a text suggests, once for the same text and the same names, and keeps the last answers. */
import type { SuggestContext, Suggestion } from '@shared/suggest/suggestion';

/** Of longer texts the beginning is read: beyond it an answer would come too late to be of use. */
const LONGEST = 1_000_000;
const MOST_KEPT = 8;

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, (suggestions: readonly Suggestion[]) => void>();
const kept = new Map<string, Promise<readonly Suggestion[]>>();
const NONE: readonly Suggestion[] = [];

function startWorker(): Worker {
  const started = new Worker(new URL('./suggestWorker.ts', import.meta.url), { type: 'module', name: 'suggestions' });
  started.onmessage = ({ data }: MessageEvent<{ number: number; suggestions: readonly Suggestion[] }>) => {
    waiting.get(data.number)?.(data.suggestions);
    waiting.delete(data.number);
  };
  // A text that a rule cannot read has no suggestions; everything else about it works.
  started.onerror = () => {
    worker = null;
    kept.clear();
    for (const answer of waiting.values()) answer(NONE);
    waiting.clear();
  };
  return started;
}

/** What a text suggests, by the names that are known now. Asked again for the same, it answers from memory. */
export function readSuggestions(textId: string, text: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  const key = JSON.stringify([textId, context]);
  const known = kept.get(key);
  if (known) return known;
  worker ??= startWorker();
  const number = (last += 1);
  worker.postMessage({ number, text: text.slice(0, LONGEST), context });
  const answer = new Promise<readonly Suggestion[]>((resolve) => waiting.set(number, resolve));
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, answer);
  return answer;
}
