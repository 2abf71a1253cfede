/**
 * Files of other programs count Unicode code points; this program counts UTF-16 code units, as its language does. Both
 * directions, for many offsets in one sweep over the text. Half surrogate pairs count as one code point.
 */

const SURROGATES = /[\ud800-\udfff]/;

const isPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;

/** Indexes of the offsets, smallest offset first. */
const inOrder = (offsets: readonly number[]): number[] =>
  Array.from(offsets.keys()).toSorted((a, b) => offsets[a]! - offsets[b]!);

/**
 * Code point offsets for UTF-16 offsets, in the order given. An offset inside a pair counts the pair; one beyond the
 * text counts as its end.
 */
export function toCodePoints(text: string, offsets: readonly number[]): number[] {
  const clamp = (offset: number): number => Math.max(0, Math.min(text.length, offset));
  if (!SURROGATES.test(text)) return offsets.map(clamp);
  const result = Array.from<number>({ length: offsets.length });
  let unit = 0;
  let point = 0;
  for (const index of inOrder(offsets)) {
    const goal = clamp(offsets[index]!);
    while (unit < goal) {
      unit += isPair(text, unit) ? 2 : 1;
      point += 1;
    }
    result[index] = point;
  }
  return result;
}

/** UTF-16 offsets for code point offsets, in the order given; one beyond the text becomes its end. */
export function toUtf16(text: string, points: readonly number[]): number[] {
  if (!SURROGATES.test(text)) return points.map((point) => Math.max(0, Math.min(text.length, point)));
  const result = Array.from<number>({ length: points.length });
  let unit = 0;
  let point = 0;
  for (const index of inOrder(points)) {
    const goal = points[index]!;
    while (point < goal && unit < text.length) {
      unit += isPair(text, unit) ? 2 : 1;
      point += 1;
    }
    result[index] = unit;
  }
  return result;
}
