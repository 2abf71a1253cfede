/** Keeps the signatures of the texts it was given, for as long as the window is open, and compares them. */
import { sharedPassages } from '@shared/anchor/sharedPassages';
import { nearPairs, nearTo, signatureOf } from '@shared/text/shingles';
import type { NearPair, Signature } from '@shared/text/shingles';
import type { NearAnswer, NearAsk } from './nearMessages';

const known = new Map<string, Signature | null>();

function pairs(ids: readonly string[], to: string | null): NearPair[] {
  const signatures = new Map<string, Signature>();
  for (const id of ids) {
    const signature = known.get(id);
    if (signature) signatures.set(id, signature);
  }
  if (to === null) return nearPairs(signatures);
  return nearTo(to, signatures).map(({ id, likeness }) => ({ one: to, other: id, likeness }));
}

function answerTo(ask: NearAsk): NearAnswer {
  const { number } = ask;
  if ('one' in ask) return { number, shared: sharedPassages(ask.one, ask.other) };
  if ('pairsOf' in ask) return { number, pairs: pairs(ask.pairsOf, ask.to) };
  for (const [id, text] of ask.read) known.set(id, signatureOf(text));
  return { number, pairs: [] };
}

self.addEventListener('message', ({ data }: MessageEvent<NearAsk>) => {
  let answer: NearAnswer;
  try {
    answer = answerTo(data);
  } catch (error) {
    answer = { number: data.number, failure: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(answer);
});
