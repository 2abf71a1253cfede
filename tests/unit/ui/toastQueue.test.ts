import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dismissToast, pauseToasts, shownToasts, toast } from '../../../renderer/ui/toastQueue';

const messages = (): string[] => shownToasts().map((one) => one.message);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const one of shownToasts()) dismissToast(one.id);
  vi.useRealTimers();
});

test('a message goes by itself, one with an action after ten seconds', () => {
  toast({ message: 'Copied.' });
  toast({ message: 'Deleted.', action: { label: 'Undo', onPress: () => undefined } });
  vi.advanceTimersByTime(5_000);
  expect(messages()).toEqual(['Deleted.']);
  vi.advanceTimersByTime(4_900);
  expect(messages()).toEqual(['Deleted.']);
  vi.advanceTimersByTime(200);
  expect(messages()).toEqual([]);
});

test('the clocks stand while somebody reads, and the rest is left afterwards', () => {
  toast({ message: 'Deleted.', seconds: 10 });
  vi.advanceTimersByTime(8_000);
  pauseToasts(true);
  vi.advanceTimersByTime(60_000);
  expect(messages()).toEqual(['Deleted.']);
  pauseToasts(false);
  vi.advanceTimersByTime(1_900);
  expect(messages()).toEqual(['Deleted.']);
  vi.advanceTimersByTime(200);
  expect(messages()).toEqual([]);
});

test('three at most, the newest kept; each can be taken down', () => {
  const takeDown = toast({ message: 'a' });
  for (const message of ['b', 'c', 'd']) toast({ message });
  expect(messages()).toEqual(['b', 'c', 'd']);
  takeDown();
  expect(messages()).toEqual(['b', 'c', 'd']);
  dismissToast(shownToasts()[0]!.id);
  expect(messages()).toEqual(['c', 'd']);
});

test('dismissing the last one while reading does not stop the next one’s clock', () => {
  const takeDown = toast({ message: 'a' });
  pauseToasts(true);
  takeDown();
  toast({ message: 'b' });
  vi.advanceTimersByTime(5_100);
  expect(messages()).toEqual([]);
});

test('the same words stand once, as the newest; a message with an action stands by itself', () => {
  toast({ message: 'Not signed.' });
  toast({ message: 'The case was written.' });
  toast({ message: 'Not signed.' });
  expect(shownToasts().map(({ message }) => message)).toEqual(['The case was written.', 'Not signed.']);
  const action = { label: 'Undo', onPress: () => {} };
  toast({ message: 'The case was written.', action });
  expect(shownToasts()).toHaveLength(3);
});
