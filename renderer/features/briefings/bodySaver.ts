/**
 * Saving is not a button: what is typed is written after a short pause, on blur, when the view goes and before the
 * window does. What others write (undo of the case, another window, a merge) comes in while nothing here waits.
 */
import { cleanBody } from '@shared/briefing/bodySchema';
import type { BodyNode } from '@shared/model/briefing';
import type { WriteAhead } from './writeAhead';

/** Milliseconds without a key before the text is written. */
const PAUSE = 600;
/** Milliseconds after which it is written although somebody types on; until then it is written ahead. */
const LONGEST = 15_000;

export interface BodySaverHost {
  /** The text as it stands in the editor. */
  readonly read: () => BodyNode;
  /** Replaces the text in the editor by one from elsewhere. */
  readonly replace: (body: BodyNode) => void;
  /** Writes it; false where it was refused or failed. */
  readonly write: (body: BodyNode) => Promise<boolean>;
  /** Keeps what is not written yet from a window that breaks. */
  readonly ahead?: WriteAhead;
}

export interface BodySaver {
  /** Tells that the text changed. */
  touch(): void;
  /** Writes what waits; resolves when it is on the disk. */
  flush(): Promise<void>;
  /** A stored text arrived: one's own comes back, or somebody else's replaces what stands here. */
  arrived(body: BodyNode): void;
  /**
   * Writes the text as it stands together with something else, by a command of its own. To be called in the same turn
   * as the change to the text, after a `flush`.
   * @returns whether it was written
   */
  writeBy(write: (body: BodyNode) => Promise<boolean>): Promise<boolean>;
}

/** The body in the one form that two equal bodies share. */
const signOf = (body: BodyNode): string => JSON.stringify(cleanBody(body));

export function makeBodySaver(host: BodySaverHost): BodySaver {
  let dirty = false;
  /** When the oldest change was made that is not written. */
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<unknown> | null = null;
  /** What was written here and did not come back yet. */
  let own: string[] = [];

  async function writeOnce(write: BodySaverHost['write']): Promise<boolean> {
    dirty = false;
    const body = cleanBody(host.read());
    const sign = JSON.stringify(body);
    own.push(sign);
    host.ahead?.keep();
    const isWritten = await write(body);
    if (!isWritten) {
      own = own.filter((one) => one !== sign);
      // Kept: the next key or the end of the view tries again.
      dirty = true;
    } else if (!dirty) host.ahead?.drop();
    return isWritten;
  }

  async function writeAll(): Promise<void> {
    while (dirty) if (!(await writeOnce(host.write))) return;
  }

  function inTurn<Value>(work: Promise<Value>): Promise<Value> {
    const turn = work.finally(() => {
      writing = null;
    });
    writing = turn;
    return turn;
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    // A write by another command takes no later words with it.
    while (writing) await writing.catch(() => undefined);
    if (dirty) await inTurn(writeAll());
  }

  /** As a flush, but what is typed meanwhile waits for its own turn: writing a long text at every key would stop the keys. */
  async function writeSome(): Promise<void> {
    while (writing) await writing.catch(() => undefined);
    if (dirty) await inTurn(writeOnce(host.write));
  }

  return {
    touch() {
      const now = Date.now();
      if (!dirty) since = now;
      dirty = true;
      host.ahead?.touch();
      clearTimeout(timer);
      timer = setTimeout(() => void writeSome(), Math.max(0, Math.min(PAUSE, since + LONGEST - now)));
    },
    flush,
    arrived(body) {
      const sign = signOf(body);
      const mine = own.indexOf(sign);
      if (mine >= 0) own.splice(0, mine + 1);
      // A later text of one's own is still on its way back.
      if ((mine >= 0 && own.length > 0) || dirty || writing) return;
      if (sign !== signOf(host.read())) host.replace(JSON.parse(sign) as BodyNode);
    },
    writeBy(write) {
      clearTimeout(timer);
      return inTurn(writeOnce(write));
    },
  };
}
