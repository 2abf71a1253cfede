/** What the script calls in the page of measures. */
import { z } from 'zod';
import { seedBriefing } from './briefing';
import { forgetIndex, seed, storedBytes } from './cases';
import { measureEdits } from './editing';
import { measureExchange } from './exchanging';
import { measureBuildFrames, measureImport, rebuildIndex } from './importing';
import { passLarge } from './passing';
import { recognisePdf, recognisePicture } from './ocrText';
import { measurePdfText } from './pdfText';
import { queries } from './queries';
import { measureReanchoring } from './reanchoring';

z.config({ jitless: true });

const bench = {
  forgetIndex,
  seed,
  seedBriefing,
  storedBytes,
  measureEdits,
  measureExchange,
  measureBuildFrames,
  measureImport,
  measurePdfText,
  recognisePdf,
  recognisePicture,
  measureReanchoring,
  passLarge,
  queries,
  rebuildIndex,
};
export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = bench;
