import { expect, it } from 'vitest';
import { LAYOUT_KINDS } from '@shared/model/layout';
import { segmentText } from '@shared/text/segments';
import { packSegments, unpackSegments } from '../../../renderer/features/excerpts/packedSegments';

it('blocks survive the way from the worker', () => {
  const text =
    'On ships\n\n[4] The ship left [5, 6]. It came back.\n\n- one\n- two [7]\n\nNobody saw it.\n\nA ship in May\nThe port of Rajin';
  const segments = segmentText(text);
  expect(segments.some((segment) => segment.markers.length > 1)).toBe(true);
  expect(unpackSegments(text, packSegments(segments))).toEqual(segments);
  expect(unpackSegments('', packSegments([]))).toEqual([]);
  const levels = segments.map((segment, i) => ({
    ...segment,
    kind: LAYOUT_KINDS[i % LAYOUT_KINDS.length]!,
    level: i % 10,
  }));
  expect(unpackSegments(text, packSegments(levels))).toEqual(levels);
});
