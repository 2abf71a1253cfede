/** The sentences of a whole text, in order, for the rules that read one at a time. */
import { segmentText } from '../text/segments';
import { sentencesAround } from '../text/sentences';
import type { Span } from '../text/trimMarkers';

/** Sentences are looked for in windows; a step of this length stays inside one. */
const STEP = 15_000;

/** Spans of sentences; reference markers at their edges are left out. */
export function sentencesOf(text: string, language: string): Span[] {
  const sentences: Span[] = [];
  for (const segment of segmentText(text)) {
    for (let from = segment.start; from < segment.end; from += STEP) {
      const to = Math.min(segment.end, from + STEP);
      const last = sentences.at(-1)?.end ?? 0;
      for (const sentence of sentencesAround(text, segment, from, language || 'en'))
        if (sentence.start >= last && sentence.start < to) sentences.push(sentence);
    }
  }
  return sentences;
}
