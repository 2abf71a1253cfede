/** Whether words stand next to each other, in order, in an entry: read from the entry's word stream, so never a guess. */
import type { Sequence } from '@shared/query/query';
import { FIELD_MARKS, wordRange } from './segment';
import type { Segment } from './segment';

/** For each word of a sequence, the numbers that mean it in a segment's stream: first included, last excluded. */
export type Steps = readonly (readonly [number, number])[];

/** A sequence in the numbers of one segment. */
export function stepsOf(segment: Segment, sequence: Sequence): Steps {
  const last = sequence.words.length - 1;
  return sequence.words.map((word, i) => {
    const [from, to] = wordRange(segment, word, sequence.prefix && i === last);
    return [from + FIELD_MARKS, to + FIELD_MARKS] as const;
  });
}

/** True where the sequence stands in one field of the local entry. */
export function stepsStand(segment: Segment, local: number, steps: Steps): boolean {
  const { stream, streamAt } = segment;
  const end = streamAt[local + 1]! - steps.length;
  const [from, to] = steps[0]!;
  for (let at = streamAt[local]!; at <= end; at += 1) {
    const value = stream[at]!;
    if (value < from || value >= to) continue;
    let k = 1;
    while (k < steps.length && stream[at + k]! >= steps[k]![0] && stream[at + k]! < steps[k]![1]) k += 1;
    if (k === steps.length) return true;
  }
  return false;
}
