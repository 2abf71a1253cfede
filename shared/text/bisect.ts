/**
 * How many of an ordered list's first elements meet a condition that none behind them meets: binary search.
 * @param count how many elements there are
 * @param isBefore asked of an index
 */
export function countBefore(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
