/** What a page of the file shows: its drawing, and its words as elements over it, each where it stands on the page. */
import type { PlacedWords } from '@shared/extract/pdf/placed';
import { wordsOnPage } from '@shared/extract/pdf/placed';
import { recognisedWordsIn } from '@shared/text/recognisedWords';
import type { LayoutWord } from '@shared/model/layout';
import type { PDFDocumentProxy, PDFPageProxy } from '../../../pdf/openPdf';
import { textOfPage } from '../../../pdf/textOfPage';

/** `confidence` of recognised words, 0 to 100. */
export type SheetWords = Omit<PlacedWords, 'item'> & { readonly confidence?: number };

export interface Sheet {
  readonly page: PDFPageProxy;
  /** As shown, in points. */
  readonly width: number;
  readonly height: number;
  /** In the order of the text. */
  readonly words: readonly SheetWords[];
}

/** A canvas of more pixels than this may not be had. */
const MOST_PIXELS = 16_000_000;

/**
 * @param span the page's part of the stored text
 * @param recognised words of the whole text that were recognised in pictures
 */
export async function readSheet(
  pdf: PDFDocumentProxy,
  index: number,
  text: string,
  span: { readonly start: number; readonly end: number },
  recognised: readonly LayoutWord[],
): Promise<Sheet> {
  const page = await pdf.getPage(index + 1);
  const pieces = await textOfPage(page, null);
  const found = recognisedWordsIn(recognised, span);
  const words = found.length > 0 ? found : wordsOnPage(pieces, text.slice(span.start, span.end), span.start);
  return { page, width: pieces.width, height: pieces.height, words };
}

/** Draws a page into a canvas. Returns the way to stop; `onDone` is not called then. */
export function drawSheet(
  { page, width, height }: Sheet,
  canvas: HTMLCanvasElement,
  scale: number,
  onDone: () => void,
) {
  const most = Math.sqrt(MOST_PIXELS / (width * scale * height * scale));
  const ratio = Math.min(devicePixelRatio || 1, most);
  const viewport = page.getViewport({ scale: scale * ratio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  // A page that cannot be drawn stays white: its words are there all the same.
  task.promise.then(onDone, () => undefined);
  return () => {
    task.cancel();
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
