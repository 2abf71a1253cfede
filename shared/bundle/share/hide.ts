/** Finds withheld passages wherever else their words stand: in a title, a note, another text. */
import type { Kept } from './kept';
import { blackout } from './rewrite';

/** Words shorter than this are blacked out where they were excerpted, not wherever else they stand. */
const SHORTEST_EVERYWHERE = 20;
/** In the title and data of the document itself, and in other versions of it, shorter ones too. */
const SHORTEST_IN_DOCUMENT = 8;

export type Words = (words: string) => string;

/** Blacks out the quotes in words, all at once: of quotes that overlap, each is found. */
function hiderOf(quotes: readonly string[], shortest: number): Words {
  const byStart = new Map<string, string[]>();
  for (const quote of new Set(quotes)) {
    if (quote.length < shortest) continue;
    const start = quote.slice(0, shortest);
    const same = byStart.get(start);
    if (same) same.push(quote);
    else byStart.set(start, [quote]);
  }
  if (byStart.size === 0) return (words) => words;
  return (words) => {
    const spans: { start: number; end: number }[] = [];
    for (let at = 0; at + shortest <= words.length; at += 1) {
      for (const quote of byStart.get(words.slice(at, at + shortest)) ?? [])
        if (words.startsWith(quote, at)) spans.push({ start: at, end: at + quote.length });
    }
    return spans.length === 0 ? words : blackout(words, spans);
  };
}

/** Blacks out the longer withheld passages anywhere. Words that also stand in an excerpt that goes are no secret. */
export function hider({ excerpts, passages }: Kept): Words {
  const open = new Set([...excerpts.values()].map(({ quote }) => quote));
  return hiderOf(
    passages.map(({ quote }) => quote).filter((quote) => !open.has(quote)),
    SHORTEST_EVERYWHERE,
  );
}

/** Blacks out the withheld passages of each document in words about it. */
export function hidersOfDocuments({ passages }: Kept): (documentId: string) => Words {
  const quotes = new Map<string, string[]>();
  for (const { documentId, quote } of passages) {
    const all = quotes.get(documentId);
    if (all) all.push(quote);
    else quotes.set(documentId, [quote]);
  }
  const hiders = new Map<string, Words>();
  return (documentId) => {
    const hide = hiders.get(documentId) ?? hiderOf(quotes.get(documentId) ?? [], SHORTEST_IN_DOCUMENT);
    hiders.set(documentId, hide);
    return hide;
  };
}
