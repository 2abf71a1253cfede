/**
 * The one door between the page and this process. A call passes only if it comes from the main frame of the program's
 * own window showing the program's own page, and its argument has the shape the channel declares. Every answer is a
 * value, errors too: what failed here never crosses as an exception with a stack.
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { CHANNELS, EVENTS, replyOf } from '@shared/ipc';
import type { Answer, Channel, EventName, EventPayload, Reply } from '@shared/ipc';
import type { z } from 'zod';
import { isPage } from './origin';

/** What a handler is given: its argument, checked. */
type Checked<C extends Channel> = z.output<(typeof CHANNELS)[C]['ask']>;
type Handler<C extends Channel> = (ask: Checked<C>) => Reply<Answer<C>> | Promise<Reply<Answer<C>>>;
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** Yes, with the channel's value. */
export const answer = <T>(value: T): Reply<T> => ({ ok: true, value });

/** Connects every channel; the type counts that none is missing. `window` gives the window calls may come from. */
export function listen(handlers: Handlers, window: () => BrowserWindow | null): void {
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    const handler = handlers[channel] as Handler<Channel>;
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isFromPage(event, window())) return { ok: false, reason: 'forbidden' };
      const ask = CHANNELS[channel].ask.safeParse(args[0]);
      if (!ask.success || args.length !== 1) return { ok: false, reason: 'bad-request' };
      try {
        const reply = replyOf(CHANNELS[channel].answer).safeParse(await handler(ask.data as never));
        return reply.success ? reply.data : { ok: false, reason: 'failed', detail: `the answer of ${channel}` };
      } catch (error) {
        console.error(channel, error);
        return { ok: false, reason: 'failed', detail: codeOf(error) };
      }
    });
  }
}

/** Speaks to the page. Returns false where there is no page to hear it. */
export function tell<E extends EventName>(window: BrowserWindow | null, event: E, payload: EventPayload<E>): boolean {
  if (window === null || window.isDestroyed()) return false;
  window.webContents.send(event, EVENTS[event].parse(payload));
  return true;
}

function isFromPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return (
    window !== null &&
    !window.isDestroyed() &&
    event.sender.id === window.webContents.id &&
    frame !== null &&
    frame.parent === null &&
    isPage(frame.url)
  );
}

/** A system error's code (`ENOSPC`), else its class: words that hold neither a path nor what the analyst wrote. */
const codeOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
