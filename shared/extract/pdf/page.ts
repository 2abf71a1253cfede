/** A page of a PDF as the reader of the file hands it over: pieces of text with their places, in the file's own order. */

/** A piece of text in one font, as pdf.js gives it. Lengths are in the page's own units. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

export interface PdfPage {
  readonly items: readonly PdfItem[];
  /** Size of the page as it is shown, turned where the file says so, in points. */
  readonly width: number;
  readonly height: number;
  /** From the items' space to the page as shown: x to the right and y down from its upper left corner. */
  readonly transform: readonly number[];
  /** Fonts whose lines run from top to bottom. */
  readonly verticalFonts: readonly string[];
  /** What the file calls the page (`iv`); null where it says nothing. */
  readonly label: string | null;
}

/** A cell: words of a line with a wide gap on either side. */
export interface LineCell {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** A line of a page in reading order. Points from the page's upper left corner, turned so that the text runs right. */
export interface PageLine {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The base line, growing downwards. */
  readonly y: number;
  readonly size: number;
  /** The font of all its letters; null where there are several. */
  readonly font: string | null;
  /** The column it stands in, counted in reading order, and the column's edges. */
  readonly column: number;
  readonly left: number;
  readonly right: number;
  readonly cells: readonly LineCell[];
  /** Begins with a small raised sign. */
  readonly raised: boolean;
  /** Runs in another direction than the page's text. */
  readonly turned: boolean;
  /** Most of it is read from right to left. */
  readonly rightToLeft: boolean;
  /** Indexes of the page's items in the order of the text. */
  readonly items: readonly number[];
}

export interface PageLines {
  readonly height: number;
  readonly label: string | null;
  readonly lines: readonly PageLine[];
}
