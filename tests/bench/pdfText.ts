/** The text of a PDF as the program reads it, beside pdf.js alone: both in workers, taking turns. */
import { pdfFiles } from '../../renderer/pdf/files';
import { openPdf, startPdfEngine } from '../../renderer/pdf/openPdf';
import type { PdfEngine } from '../../renderer/pdf/openPdf';
import { readPdf } from '../../renderer/features/library/pdf/readPdf';

/** Every page asked for its text, one after the other, and nothing made of it. */
async function alone(bytes: Uint8Array, engine: PdfEngine): Promise<void> {
  const opened = await openPdf(bytes.slice(), { engine, files: pdfFiles(), draws: false });
  if (!opened.ok) throw new Error(`pdf.js does not open it: ${opened.reason}`);
  const pdf = opened.value;
  for (let number = 1; number <= pdf.numPages; number += 1) await (await pdf.getPage(number)).getTextContent();
  await pdf.loadingTask.destroy();
}

async function own(bytes: Uint8Array): Promise<void> {
  const read = await readPdf(bytes);
  if (!read.ok) throw new Error(`It does not come in: ${read.reason}`);
}

/** Milliseconds of each repetition, after one that starts the workers. `file` is Base64. */
export async function measurePdfText(file: string, repetitions: number): Promise<{ own: number[]; alone: number[] }> {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const engine = startPdfEngine();
  const times: { own: number[]; alone: number[] } = { own: [], alone: [] };
  try {
    for (let turn = -1; turn < repetitions; turn += 1) {
      for (const side of turn % 2 ? (['own', 'alone'] as const) : (['alone', 'own'] as const)) {
        const began = performance.now();
        await (side === 'own' ? own(bytes) : alone(bytes, engine));
        if (turn >= 0) times[side].push(performance.now() - began);
      }
    }
  } finally {
    engine.close();
  }
  return times;
}
