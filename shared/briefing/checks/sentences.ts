/** The sentences of a block in which citations stand for nothing. */
import type { Marker } from '../../text/markers';
import type { Segment } from '../../text/segments';
import { sentencesAround } from '../../text/sentences';
import type { TextSpan } from './quoted';

/** Words on one line, without the places of citations. */
export const plainWords = (text: string): string =>
  text
    .replace(/\uFFFC+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * The sentences of a block's text, without the citations at their edges. What stands for a citation counts as white space,
 * so that "war.[3] Ukraine" ends one.
 */
export function sentenceSpans(text: string, language: string): TextSpan[] {
  const markers: Marker[] = [...text.matchAll(/\uFFFC+/gu)].map((run) => ({
    start: run.index,
    end: run.index + run[0].length,
    label: '',
    leading: run.index === 0,
  }));
  const spans: TextSpan[] = [];
  for (let from = 0; from < text.length;) {
    const segment: Segment = { kind: 'paragraph', start: from, end: text.length, number: 1, level: 0, markers };
    const found = sentencesAround(text, segment, from, language);
    const last = found.at(-1);
    if (!last) break;
    // A text too long for one window is read in several: its last sentence may be cut, so it is read again.
    const isWhole =
      found.length < 2 ||
      text
        .slice(last.end)
        .replace(/\uFFFC/gu, '')
        .trim() === '';
    spans.push(...(isWhole ? found : found.slice(0, -1)));
    from = isWhole ? last.end : last.start;
    if (
      isWhole &&
      text
        .slice(from)
        .replace(/\uFFFC/gu, '')
        .trim() === ''
    )
      break;
  }
  return spans;
}
