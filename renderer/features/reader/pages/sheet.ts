/** What a page of the file shows: its drawing, and its words as elements over it, each where it stands on the page. */
import type { PlacedWords } from '@shared/extract/pdf/placed';
import type { LayoutWord } from '@shared/model/layout';

/** `confidence` of recognised words, 0 to 100. */
export type SheetWords = Omit<PlacedWords, 'item'> & { readonly confidence?: number };

export interface Sheet {
  /** As shown, in points. */
  readonly width: number;
  readonly height: number;
  /** In the order of the text. */
  readonly words: readonly SheetWords[];
  /** Draws into a canvas of its own size in pixels, and calls `onDone`. Returns the way to stop; it is not called then. */
  readonly paint: (canvas: HTMLCanvasElement, onDone: () => void) => () => void;
}

/** The pages of a file that is open. */
export interface OpenedPages {
  readonly count: number;
  /** Of the first page as it is shown, in points: what other pages are taken for until they are seen. */
  readonly width: number;
  readonly height: number;
  readonly read: (index: number, ask: SheetAsk) => Promise<Sheet>;
}

export interface SheetAsk {
  /** The whole stored text, and the page's part of it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Words of the whole text that were recognised in pictures. */
  readonly recognised: readonly LayoutWord[];
}

/** A canvas of more pixels than this may not be had. */
const MOST_PIXELS = 16_000_000;

/** Draws a page into a canvas. Returns the way to stop; `onDone` is not called then. */
export function drawSheet(
  { width, height, paint }: Sheet,
  canvas: HTMLCanvasElement,
  scale: number,
  onDone: () => void,
): () => void {
  const most = Math.sqrt(MOST_PIXELS / (width * scale * height * scale));
  const ratio = Math.min(devicePixelRatio || 1, most);
  canvas.width = Math.floor(width * scale * ratio);
  canvas.height = Math.floor(height * scale * ratio);
  const stop = paint(canvas, onDone);
  return () => {
    stop();
    canvas.width = 0;
    canvas.height = 0;
  };
}

/** Of the letters the words are laid out in, so that they can be widened to those of the file. */
const FONT = 'sans-serif';
const ASCENT = 0.8;
let ruler: CanvasRenderingContext2D | null = null;

/** Style of the element that holds the words, at a scale. */
export function wordsStyle(words: SheetWords, text: string, scale: number): Record<string, string> {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = `100px ${FONT}`;
  const natural = ((ruler?.measureText(text).width ?? text.length * 50) / 100) * words.size;
  const stretch = natural > 0 ? words.length / natural : 1;
  const turn = Math.atan2(words.along[1], words.along[0]);
  return {
    left: `${words.x * scale}px`,
    top: `${(words.y - ASCENT * words.size) * scale}px`,
    fontSize: `${words.size * scale}px`,
    fontFamily: FONT,
    transformOrigin: `0 ${ASCENT * 100}%`,
    transform: `rotate(${turn}rad) scaleX(${stretch})`,
  };
}
