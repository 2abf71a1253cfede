/** Turns of the event loop, the same in the page and in a worker. */

interface Turns {
  readonly channel: MessageChannel;
  readonly waiting: (() => void)[];
}

/** One channel for all turns, made at the first: none has to be opened, closed and collected for each piece of work. */
let turns: Turns | null = null;

function openTurns(): Turns {
  const made: Turns = { channel: new MessageChannel(), waiting: [] };
  made.channel.port1.onmessage = () => made.waiting.shift()?.();
  return made;
}

/** Lets messages and painting come between two pieces of work; a timer would wait four milliseconds each. */
export function turn(): Promise<void> {
  turns ??= openTurns();
  const { channel, waiting } = turns;
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

/** Milliseconds of work after which the window may draw. */
const SLICE = 8;

/** Cuts a loop of small pieces into slices: to be awaited after each piece, it gives a turn where one is due. */
export function slicing(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await turn();
    since = performance.now();
  };
}
