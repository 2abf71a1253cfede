/** Pages made for tests: pieces of text at places, and those of real files by pdf.js. */
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfItem, PdfPage } from '@shared/extract/pdf';

export interface Look {
  readonly size?: number;
  readonly font?: string;
  /** Of the whole piece, in points; else half an em for each letter. */
  readonly width?: number;
}

/** A piece whose base line begins `x` from the left and `y` from the top of a page of 612 by 792 points. */
export function piece(x: number, y: number, str: string, { size = 10, font = 'body', width }: Look = {}): PdfItem {
  return {
    str,
    transform: [size, 0, 0, size, x, 792 - y],
    width: width ?? str.length * size * 0.5,
    height: size,
    fontName: font,
  };
}

/** Lines under each other, 12 points apart. */
export const lines = (x: number, y: number, texts: readonly string[], look: Look = {}): PdfItem[] =>
  texts.map((text, i) => piece(x, y + i * 12, text, look));

export const page = (items: readonly PdfItem[], label: string | null = null): PdfPage => ({
  items,
  width: 612,
  height: 792,
  transform: [1, 0, 0, -1, 0, 792],
  verticalFonts: [],
  label,
});

const PACKAGE = path.resolve(import.meta.dirname, '../../../../node_modules/pdfjs-dist');

/** The pages of a file, and what it says of itself. */
export async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdf = await getDocument({
    data: bytes,
    verbosity: 0,
    cMapUrl: `${PACKAGE}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
  }).promise;
  const labels = await pdf.getPageLabels();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const one = await pdf.getPage(number);
    const { items, styles } = await one.getTextContent({ disableNormalization: true });
    const view = one.getViewport({ scale: 1 });
    const pieces: PdfItem[] = [];
    for (const item of items) if ('str' in item) pieces.push(item);
    pages.push({
      items: pieces,
      width: view.width,
      height: view.height,
      transform: view.transform as number[],
      verticalFonts: Object.keys(styles).filter((name) => styles[name]!.vertical),
      label: labels?.[number - 1] ?? null,
    });
  }
  await pdf.destroy();
  return pages;
}
