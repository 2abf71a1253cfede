import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BodyNode } from '@shared/model/briefing';
import { makeWriteAhead } from '../../../renderer/features/briefings/writeAhead';
import { doc, paragraph, text } from './evidence';

const say = (words: string): BodyNode => doc(paragraph(text(words)));

describe('writing ahead', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** @param cost milliseconds that keeping a text takes */
  function desk(cost: number) {
    let now = 0;
    const state = { body: say('') };
    const kept: BodyNode[] = [];
    const drop = vi.fn<() => void>();
    const ahead = makeWriteAhead({
      keep: () => {
        kept.push(state.body);
        now += cost;
      },
      drop,
      clock: () => now,
    });
    const type = (words: string): void => {
      state.body = say(words);
      ahead.touch();
    };
    const wait = async (milliseconds: number): Promise<void> => {
      now += milliseconds;
      await vi.advanceTimersByTimeAsync(milliseconds);
    };
    return { ahead, type, kept, drop, wait };
  }

  it('keeps each key of a short text at once', async () => {
    const { type, kept, wait } = desk(0);
    for (const words of ['a', 'ab', 'abc']) {
      type(words);
      await wait(1);
    }
    expect(kept).toEqual([say('a'), say('ab'), say('abc')]);
  });

  it('keeps a long text less often, and its newest state', async () => {
    const { type, kept, wait } = desk(5);
    type('a');
    await wait(0);
    type('ab');
    await wait(50);
    expect(kept).toEqual([say('a')]);
    type('abc');
    await wait(60);
    expect(kept).toEqual([say('a'), say('abc')]);
  });

  it('drops what it kept, once, and nothing where nothing was kept', async () => {
    const { ahead, type, drop, wait, kept } = desk(0);
    ahead.drop();
    expect(drop).not.toHaveBeenCalled();
    type('a');
    await wait(1);
    type('ab');
    ahead.drop();
    await wait(10);
    ahead.drop();
    expect(drop).toHaveBeenCalledTimes(1);
    expect(kept).toEqual([say('a')]);
  });
});
