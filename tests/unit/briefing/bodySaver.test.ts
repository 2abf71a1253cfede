import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BodyNode } from '@shared/model/briefing';
import { makeBodySaver } from '../../../renderer/features/briefings/bodySaver';
import { doc, paragraph, text } from './evidence';

const say = (words: string): BodyNode => doc(paragraph(text(words)));

describe('saving the text', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function desk(write = vi.fn<(body: BodyNode) => Promise<boolean>>(async () => true)) {
    const state = { body: say('start') };
    const saver = makeBodySaver({ read: () => state.body, replace: (body) => (state.body = body), write });
    const type = (words: string): void => {
      state.body = say(words);
      saver.touch();
    };
    return { state, saver, type, write };
  }

  it('writes once after a pause, the newest text', async () => {
    const { type, write } = desk();
    type('a');
    type('ab');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(write.mock.calls).toEqual([[say('ab')]]);
  });

  it('writes at once when told to, and nothing when nothing waits', async () => {
    const { type, saver, write } = desk();
    await saver.flush();
    expect(write).not.toHaveBeenCalled();
    type('a');
    await saver.flush();
    expect(write.mock.calls).toEqual([[say('a')]]);
  });

  it('does not take its own words for somebody else’s', async () => {
    const { type, saver, state } = desk();
    type('a');
    await saver.flush();
    type('ab');
    saver.arrived(say('a'));
    expect(state.body).toEqual(say('ab'));
  });

  it('takes in a text from elsewhere while nothing waits here, an undo to its own former words too', async () => {
    const { type, saver, state } = desk();
    type('a');
    await saver.flush();
    saver.arrived(say('a'));
    type('ab');
    await saver.flush();
    saver.arrived(say('ab'));
    saver.arrived(say('a'));
    expect(state.body).toEqual(say('a'));
    saver.arrived(say('other'));
    expect(state.body).toEqual(say('other'));
  });

  it('keeps what could not be written and tries again', async () => {
    const write = vi.fn<(body: BodyNode) => Promise<boolean>>(async () => false);
    const { type, saver } = desk(write);
    type('a');
    await saver.flush();
    write.mockResolvedValue(true);
    await saver.flush();
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('writes although somebody types on', async () => {
    const { type, write } = desk();
    for (let i = 0; i < 100; i += 1) {
      type('x'.repeat(i + 1));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('writes what was typed during a slow write once that has ended, and then no more', async () => {
    const { type, write } = desk();
    let end = (): void => undefined;
    write.mockImplementationOnce(() => new Promise((resolve) => (end = () => resolve(true))));
    type('a');
    await vi.advanceTimersByTimeAsync(700);
    type('ab');
    await vi.advanceTimersByTimeAsync(700);
    expect(write).toHaveBeenCalledTimes(1);
    end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(write.mock.calls.map(([body]) => body)).toEqual([say('a'), say('ab')]);
  });

  it('shows a text again that is its own and no longer stands here', async () => {
    const { type, saver, state } = desk();
    type('a');
    await saver.flush();
    saver.arrived(say('a'));
    // Typed and taken back: written, and the store has nothing to tell.
    saver.touch();
    await saver.flush();
    saver.arrived(say('start'));
    expect(state.body).toEqual(say('start'));
    saver.arrived(say('a'));
    expect(state.body).toEqual(say('a'));
  });

  it('writes by another command in its turn, and later words after it', async () => {
    const { type, saver, write, state } = desk();
    type('a');
    await saver.flush();
    let done: (ok: boolean) => void = () => undefined;
    const other = vi.fn<(body: BodyNode) => Promise<boolean>>(() => new Promise((resolve) => (done = resolve)));
    state.body = say('a marked');
    saver.touch();
    const written = saver.writeBy(other);
    type('a marked, and on');
    const flushed = saver.flush();
    await Promise.resolve();
    expect(write).toHaveBeenCalledTimes(1);
    done(true);
    await flushed;
    expect(await written).toBe(true);
    expect(other.mock.calls).toEqual([[say('a marked')]]);
    expect(write.mock.calls.at(-1)).toEqual([say('a marked, and on')]);
  });

  it('keeps ahead what it writes until it is written', async () => {
    const ahead = { touch: vi.fn<() => void>(), keep: vi.fn<() => void>(), drop: vi.fn<() => void>() };
    const state = { body: say('start') };
    const write = vi.fn<(body: BodyNode) => Promise<boolean>>(async () => false);
    const saver = makeBodySaver({ read: () => state.body, replace: () => undefined, write, ahead });
    state.body = say('a');
    saver.touch();
    await saver.flush();
    expect(ahead.keep).toHaveBeenCalledTimes(1);
    expect(ahead.drop).not.toHaveBeenCalled();
    write.mockResolvedValue(true);
    await saver.flush();
    expect(ahead.drop).toHaveBeenCalledTimes(1);
  });
});
