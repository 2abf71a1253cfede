import { expect, test, vi } from 'vitest';
import { slicing, turn } from '../../../renderer/platform/turn';

test('turns come one after another, in the order they were asked for', async () => {
  const order: string[] = [];
  const first = turn().then(() => order.push('first'));
  const second = turn().then(() => order.push('second'));
  await Promise.resolve();
  expect(order).toEqual([]);
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

test('work in many pieces lets messages come between', async () => {
  const { port1, port2 } = new MessageChannel();
  let came = false;
  port1.onmessage = () => {
    came = true;
    port1.close();
  };
  port2.postMessage('now');
  for (let piece = 0; piece < 5_000; piece += 1) await turn();
  expect(came).toBe(true);
});

test('a loop in slices gives a turn where it has worked for long, and none where it has not', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const turnsOf = async (milliseconds: number): Promise<number> => {
    const slice = slicing();
    let turns = 0;
    for (let piece = 0; piece < 6; piece += 1) {
      now += milliseconds;
      const message = vi.spyOn(MessagePort.prototype, 'postMessage');
      await slice();
      turns += message.mock.calls.length;
      message.mockRestore();
    }
    return turns;
  };
  expect(await turnsOf(4)).toBe(3);
  expect(await turnsOf(1)).toBe(0);
  clock.mockRestore();
});
