/**
 * Where offsets stand in what is scrolled, and the other way. Known for some offsets, and evenly between them: a block
 * that is not in the page has a guessed height and no lines yet.
 */
import { countBefore } from '@shared/text/bisect';

/** An offset in UTF-16 code units in the stored text, and its distance from the top of what is scrolled, in pixels. */
export interface Place {
  readonly offset: number;
  readonly top: number;
}

/** Places by rising offset; the last is the end of the text. */
export interface Track {
  readonly places: readonly Place[];
  /** Of all that is scrolled, in pixels. */
  readonly height: number;
}

const lastUpTo = (places: readonly Place[], offset: number): number =>
  countBefore(places.length, (index) => places[index]!.offset <= offset) - 1;

/** The share of the whole height, 0 to 1, at which an offset stands. */
export function shareAt({ places, height }: Track, offset: number): number {
  if (places.length === 0 || height <= 0) return 0;
  const index = Math.max(0, lastUpTo(places, offset));
  const [here, next] = [places[index]!, places[index + 1]];
  const along = next && next.offset > here.offset ? (offset - here.offset) / (next.offset - here.offset) : 0;
  const top = here.top + Math.max(0, along) * ((next?.top ?? here.top) - here.top);
  return Math.max(0, Math.min(1, top / height));
}

/** A scrolled element, in pixels. */
export interface Scrolled {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
}

/** The box of what is in view is never lower. */
const LEAST_BOX = 8;

const boxHeight = ({ clientHeight, scrollHeight }: Scrolled): number =>
  Math.max(LEAST_BOX, (clientHeight * clientHeight) / Math.max(1, scrollHeight));

/** Where the box of what is in view stands in a strip as high as the element; null where all is in view. */
export function viewBox(element: Scrolled): { top: number; height: number } | null {
  const { scrollTop, clientHeight, scrollHeight } = element;
  if (scrollHeight <= clientHeight) return null;
  const height = boxHeight(element);
  return { top: (scrollTop / (scrollHeight - clientHeight)) * (clientHeight - height), height };
}

/** How far to scroll so that the middle of that box comes to `y`. */
export function scrollFor(element: Scrolled, y: number): number {
  const height = boxHeight(element);
  const share = (y - height / 2) / Math.max(1, element.clientHeight - height);
  return Math.max(0, Math.min(1, share)) * Math.max(0, element.scrollHeight - element.clientHeight);
}
