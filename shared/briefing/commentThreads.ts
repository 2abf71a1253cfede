/** Comments of a briefing as threads, in the order of the text. */
import { isAlive } from '../model/record';
import type { Comment } from '../model/comment';
import type { CommentPlace } from './commentPlaces';

export interface Thread {
  /** Of its first comment; what the passage is marked with. */
  readonly id: string;
  /** The first comment; an answer stands here where the first one is gone. */
  readonly first: Comment;
  /** The oldest first. */
  readonly answers: readonly Comment[];
  readonly resolved: boolean;
  /** Null where the passage is no longer in the text. */
  readonly place: CommentPlace | null;
}

export type ThreadsShown = 'open' | 'resolved' | 'all';

const byCreation = (a: Comment, b: Comment): number => (a.created < b.created ? -1 : 1);

/**
 * The threads of one briefing: those with a place in the order of the text, then those without, the oldest first. An
 * answer whose first comment somebody else deleted begins a thread of its own: what was said is not lost.
 */
export function threadsOf(
  comments: Iterable<Comment>,
  briefingId: string,
  places: ReadonlyMap<string, CommentPlace>,
): Thread[] {
  const own = [...comments].filter((one) => one.briefingId === briefingId && isAlive(one)).sort(byCreation);
  const threads = new Map<string, { first: Comment; answers: Comment[] }>();
  for (const one of own) if (one.threadId === null) threads.set(one.id, { first: one, answers: [] });
  for (const one of own) {
    if (one.threadId === null) continue;
    const thread = threads.get(one.threadId);
    if (thread) thread.answers.push(one);
    else threads.set(one.threadId, { first: one, answers: [] });
  }
  const all = [...threads].map(([id, { first, answers }]) => ({
    id,
    first,
    answers,
    resolved: first.resolved,
    place: places.get(id) ?? null,
  }));
  const start = (thread: Thread): number => thread.place?.spans[0]?.from ?? Number.MAX_SAFE_INTEGER;
  return all.sort((a, b) => start(a) - start(b) || byCreation(a.first, b.first));
}

/** How many wait for an answer or a change. */
export const openCount = (threads: readonly Thread[]): number => threads.filter((thread) => !thread.resolved).length;

/** Threads that a filter shows. */
export const shownThreads = (threads: readonly Thread[], shown: ThreadsShown): Thread[] =>
  threads.filter((thread) => shown === 'all' || thread.resolved === (shown === 'resolved'));
