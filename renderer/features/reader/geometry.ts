/** Where passages stand in the page, in pixels from the top left of the text: for brackets, rings, caret and bars. */
import type { Locator } from './positions';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One box for each line of a range, from the text's top left. */
export function lineBoxes(range: Range, root: Element): Box[] {
  const origin = root.getBoundingClientRect();
  const lines: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 || rect.height === 0) continue;
    const middle = (rect.top + rect.bottom) / 2;
    // Reference markers are smaller than the words beside them: their boxes lie inside the line's.
    const line = lines.find((one) => middle > one.top && middle < one.bottom);
    if (line) {
      line.left = Math.min(line.left, rect.left);
      line.right = Math.max(line.right, rect.right);
      line.top = Math.min(line.top, rect.top);
      line.bottom = Math.max(line.bottom, rect.bottom);
    } else lines.push({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
  }
  return lines.map((line) => ({
    left: line.left - origin.left,
    top: line.top - origin.top,
    width: line.right - line.left,
    height: line.bottom - line.top,
  }));
}

/** The height a span takes, for its bracket; null where it is not in the page. */
export function extentOf(
  locator: Locator,
  root: Element,
  start: number,
  end: number,
): { top: number; bottom: number } | null {
  const range = locator.range(start, end);
  if (!range) return null;
  const box = range.getBoundingClientRect();
  const origin = root.getBoundingClientRect().top;
  return box.height === 0 ? null : { top: box.top - origin, bottom: box.bottom - origin };
}

/** The thin box of a caret before the offset; null where it is not in the page. */
export function caretBox(locator: Locator, root: Element, offset: number): Box | null {
  const point = locator.point(offset);
  if (!point) return null;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  range.collapse(true);
  let rect = range.getClientRects()[0] ?? null;
  if (!rect && point.node instanceof Text && point.offset < point.node.length) {
    range.setEnd(point.node, point.offset + 1);
    rect = range.getClientRects()[0] ?? null;
  }
  if (!rect) return null;
  const origin = root.getBoundingClientRect();
  return { left: rect.left - origin.left, top: rect.top - origin.top, width: 2, height: rect.height };
}
