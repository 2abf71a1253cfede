/** The messages at the lower edge, outside React so that anything can show one. Newest last; three at most. */
import type { MessageAction, Tone } from './Banner';

export interface ToastMessage {
  message: string;
  tone?: Tone;
  action?: MessageAction | undefined;
  /** Seconds it stays: 10 with an action, 5 without. */
  seconds?: number;
}

export interface ShownToast extends ToastMessage {
  readonly id: number;
}

const MOST = 3;

interface Clock {
  left: number;
  since: number;
  timer: ReturnType<typeof setTimeout> | null;
}

let shown: readonly ShownToast[] = [];
let lastId = 0;
let paused = false;
const clocks = new Map<number, Clock>();
const listeners = new Set<() => void>();

function change(next: readonly ShownToast[]): void {
  shown = next;
  for (const id of clocks.keys()) if (!next.some((one) => one.id === id)) forget(id);
  for (const listener of listeners) listener();
}

function forget(id: number): void {
  const clock = clocks.get(id);
  if (clock?.timer) clearTimeout(clock.timer);
  clocks.delete(id);
}

function run(id: number, clock: Clock): void {
  clock.since = Date.now();
  clock.timer = setTimeout(() => dismissToast(id), clock.left);
}

/** Shows a message. Returns the way to take it down. */
export function toast(message: ToastMessage): () => void {
  const one = { ...message, id: ++lastId };
  const clock: Clock = { left: (message.seconds ?? (message.action ? 10 : 5)) * 1000, since: 0, timer: null };
  clocks.set(one.id, clock);
  if (!paused) run(one.id, clock);
  // The same words twice say no more.
  const others = shown.filter((other) => other.action || one.action || other.message !== one.message);
  change([...others, one].slice(-MOST));
  return () => dismissToast(one.id);
}

export function dismissToast(id: number): void {
  if (shown.some((one) => one.id === id)) change(shown.filter((one) => one.id !== id));
  // The region goes with its last message, and takes the hover or focus that stopped the clocks with it.
  if (shown.length === 0) paused = false;
}

/** Stops the clocks while somebody reads, and lets them go on. */
export function pauseToasts(pause: boolean): void {
  if (pause === paused) return;
  paused = pause;
  for (const [id, clock] of clocks) {
    if (!pause) run(id, clock);
    else if (clock.timer) {
      clearTimeout(clock.timer);
      clock.timer = null;
      clock.left = Math.max(1000, clock.left - (Date.now() - clock.since));
    }
  }
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const shownToasts = (): readonly ShownToast[] => shown;
