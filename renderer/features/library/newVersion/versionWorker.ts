/** Compares two versions of a text and finds its excerpts in the newer one, beside the page. */
import { reanchorAll } from '@shared/anchor/reanchor';
import { diffTexts } from '@shared/text/textDiff';
import type { CompareAnswer, CompareAsk } from './versionMessages';

const answer = (message: CompareAnswer): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<CompareAsk>) => {
  try {
    const { before, after, old } = data;
    const fates = old.map(({ text, anchors }, index) =>
      reanchorAll(text, after, anchors, (done) => answer({ done: (index + done) / old.length })),
    );
    answer({ compared: { fates, rows: diffTexts(before, after) } });
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});
