import { expect, test } from 'vitest';
import { turn } from '../../../renderer/platform/turn';

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
