/** Finding words in the text, folded as search folds them, in steps that leave the page its frames. */
import { foldText, unfoldSpan } from '@shared/text/fold';
import type { Span } from '@shared/text/trimMarkers';

const WINDOW = 150_000;
/** More are not listed. */
export const MOST_MATCHES = 5_000;

/** Signs that fold alike; a text of these and ASCII needs no folding to be searched. */
const ALIKE: Readonly<Record<string, string>> = { "'": "['‘’]", '"': '["“”]', '-': '[-‐‑‒–—―]' };
const PLAIN = /^[\p{ASCII}‘’“”‐‑‒–—―…•·\u00a0]*$/u;

/** A pattern that finds in plain text what the folded needle would find in folded text. */
const plainPattern = (folded: string): RegExp =>
  new RegExp(
    folded.replace(/[\s\S]/g, (sign) => ALIKE[sign] ?? (sign === ' ' ? '\\s+' : sign.replace(/[^a-z0-9]/, '\\$&'))),
    'gi',
  );

function findInPlain(window: string, folded: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (const match of window.matchAll(plainPattern(folded))) {
    const start = from + match.index;
    if (start >= to) break;
    found.push({ start, end: start + match[0].length });
  }
  return found;
}

/** Matches that start in one window of the text. Offsets are UTF-16 code units in the whole text. */
export function findInWindow(text: string, needle: string, from: number, to: number): Span[] {
  const wanted = foldText(needle.trim()).folded;
  if (wanted === '') return [];
  const window = text.slice(from, Math.min(text.length, to + wanted.length * 3));
  if (PLAIN.test(wanted) && PLAIN.test(window)) return findInPlain(window, wanted, from, to);
  const { folded, map } = foldText(window);
  const found: Span[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const { start, end } = unfoldSpan(map, at, at + wanted.length);
    if (from + start >= to) break;
    found.push({ start: from + start, end: from + end });
  }
  return found;
}

/** All matches, at most `MOST_MATCHES`; stops between two windows once the signal is aborted. */
export async function findInText(text: string, needle: string, signal: AbortSignal): Promise<Span[]> {
  const found: Span[] = [];
  for (let from = 0; from < text.length && found.length < MOST_MATCHES; from += WINDOW) {
    for (const span of findInWindow(text, needle, from, from + WINDOW)) {
      // The last match of the window before may reach into this one.
      if (span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
    }
    await new Promise((go) => setTimeout(go, 0));
    if (signal.aborted) return found;
  }
  return found.slice(0, MOST_MATCHES);
}
