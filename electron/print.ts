/**
 * PDF of a page without scripts. The page is held in memory under a one-time address and laid out in a hidden window
 * of its own, so that neither its styles nor anything in it can reach the workbench.
 */
import { randomUUID } from 'node:crypto';
import { BrowserWindow } from 'electron';
import type { Answer, Ask, Reply } from '@shared/ipc';
import { no } from '@shared/model/result';
import { askWhere, writeTo } from './files';
import { HOST, PRINT_PATH, SCHEME } from './origin';

const pages = new Map<string, string>();

/** The page behind a one-time address, or null. */
export const printPage = (token: string): string | null => pages.get(token) ?? null;

/** Asks where, lays out, writes. Page size and margins are the page's own (`@page`). */
export async function printToPdf(window: BrowserWindow, ask: Ask<'print:pdf'>): Promise<Reply<Answer<'print:pdf'>>> {
  const target = await askWhere(window, ask.suggestedName, [{ name: 'PDF', extensions: ['pdf'] }]);
  return target === null ? no('cancelled') : writeTo(target, await layOut(ask.html));
}

async function layOut(html: string): Promise<Uint8Array> {
  const token = randomUUID();
  pages.set(token, html);
  const hidden = new BrowserWindow({
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await hidden.loadURL(`${SCHEME}://${HOST}${PRINT_PATH}${token}`);
    const pdf = await settledPdf(hidden);
    return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  } finally {
    pages.delete(token);
    hidden.destroy();
  }
}

const MOST_PRINTS = 5;
const PAUSE = 100;

/**
 * The page's own fonts are first asked for when it is laid out, and a page without scripts cannot tell when they are
 * there. Letters of a font that is still on its way are left out of a PDF, so it is printed until it stays the same.
 */
async function settledPdf({ webContents }: BrowserWindow): Promise<Buffer> {
  const print = (): Promise<Buffer> =>
    webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      pageSize: 'A4',
    });
  let pdf = await print();
  for (let prints = 1; prints < MOST_PRINTS; prints += 1) {
    const last = pdf.length;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    pdf = await print();
    if (pdf.length === last) break;
  }
  return pdf;
}
