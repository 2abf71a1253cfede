/** What stands in a PDF, as a reader of it sees the page: by pdf.js, which every machine with the project has. */
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';

/** Pieces whose base lines are closer than this many points stand on one line. */
const SAME_LINE = 2;

const isPiece = (item: object): item is TextItem => 'str' in item;

/** The lines of each page from top to bottom, the pieces of a line from left to right; empty lines are left out. */
export async function pdfLines(file: string): Promise<string[][]> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(linesOf(items.filter(isPiece)));
  }
  await pdf.destroy();
  return pages;
}

function linesOf(pieces: readonly TextItem[]): string[] {
  const lines: { y: number; pieces: TextItem[] }[] = [];
  for (const piece of pieces) {
    if (piece.str === '') continue;
    const y = piece.transform[5] as number;
    const line = lines.find((one) => Math.abs(one.y - y) < SAME_LINE);
    if (line) line.pieces.push(piece);
    else lines.push({ y, pieces: [piece] });
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map((line) => line.pieces.sort(byPlace).map((piece) => piece.str))
    .map((words) => words.join(' ').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

const byPlace = (a: TextItem, b: TextItem): number => (a.transform[4] as number) - (b.transform[4] as number);
