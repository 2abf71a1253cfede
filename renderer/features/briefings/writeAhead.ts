/**
 * What is typed and not saved yet, kept from a window that breaks: a crash or a kill ends a page without a word to it.
 * Every key is written ahead as soon as it may be, without waiting for the disk; a long text costs more and is written
 * less often, so that never more than a twentieth of the time goes into it.
 */
const SHARE = 20;
/** Milliseconds after which any text is written ahead. */
const LONGEST = 1_000;

export interface WriteAhead {
  /** Tells that the text changed. */
  touch(): void;
  /** Keeps the text as it stands, now. */
  keep(): void;
  /** Everything is saved: nothing needs to be kept. */
  drop(): void;
}

export interface WriteAheadHost {
  /** Keeps the text as it stands. */
  readonly keep: () => void;
  readonly drop: () => void;
  /** Does work when the page has nothing better to do, soon in any case; at once where not given. */
  readonly whenIdle?: (work: () => void) => void;
  /** Milliseconds. */
  readonly clock?: () => number;
}

export function makeWriteAhead(host: WriteAheadHost): WriteAhead {
  const { keep, drop, whenIdle = (work) => work(), clock = () => performance.now() } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = 0;
  let isKept = false;

  function keepNow(): void {
    clearTimeout(timer);
    timer = undefined;
    const start = clock();
    keep();
    isKept = true;
    const end = clock();
    next = end + Math.min(LONGEST, (end - start) * SHARE);
  }

  return {
    touch() {
      timer ??= setTimeout(() => whenIdle(() => timer !== undefined && keepNow()), Math.max(0, next - clock()));
    },
    keep: keepNow,
    drop() {
      clearTimeout(timer);
      timer = undefined;
      if (isKept) drop();
      isKept = false;
    },
  };
}
