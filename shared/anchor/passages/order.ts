/** What stayed and what moved: the heaviest row of passages that stand in one order in both texts. */

interface Weighted {
  readonly to: number;
  readonly length: number;
}

/** For passages in the order of the first text: 1 for each that belongs to the heaviest increasing row of `to`. */
export function heaviestOrder(passages: readonly Weighted[]): Uint8Array {
  const count = passages.length;
  const rank = new Int32Array(count);
  passages
    .map((_, index) => index)
    .sort((a, b) => passages[a]!.to - passages[b]!.to)
    .forEach((index, place) => {
      rank[index] = place + 1;
    });
  // A Fenwick tree over ranks: the heaviest row that ends at or below each.
  const best = new Int32Array(count + 1).fill(-1);
  const weight = new Float64Array(count);
  const earlier = new Int32Array(count).fill(-1);
  let top = -1;
  for (let index = 0; index < count; index += 1) {
    let before = -1;
    for (let at = rank[index]! - 1; at > 0; at -= at & -at) {
      const candidate = best[at]!;
      if (candidate >= 0 && (before < 0 || weight[candidate]! > weight[before]!)) before = candidate;
    }
    earlier[index] = before;
    weight[index] = passages[index]!.length + (before < 0 ? 0 : weight[before]!);
    for (let at = rank[index]!; at <= count; at += at & -at)
      if (best[at]! < 0 || weight[best[at]!]! < weight[index]!) best[at] = index;
    if (top < 0 || weight[index]! > weight[top]!) top = index;
  }
  const chosen = new Uint8Array(count);
  for (let index = top; index >= 0; index = earlier[index]!) chosen[index] = 1;
  return chosen;
}
