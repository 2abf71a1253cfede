/** What the text that stays still says of what was withheld: titles, names of sources, addresses, runs of words. */
import type { BodyNode } from '../../model/briefing';
import { citedExcerptIds } from '../references';
import type { EvidenceLookup } from '../references';

export interface Leftover {
  readonly what: 'title' | 'source' | 'address' | 'words';
  readonly words: string;
}

/** Words in a row that are no accident. */
const RUN = 8;
const SHORTEST = 4;

/** @param plain every word that leaves, in order */
export function leftovers(before: BodyNode, after: BodyNode, lookup: EvidenceLookup, plain: string): Leftover[] {
  const text = folded(plain);
  const kept = new Set(citedExcerptIds(after));
  const keptDocuments = new Set([...kept].map((id) => lookup.excerpt(id)?.documentId));
  const keptSources = new Set([...kept].flatMap((id) => sourcesOf(id, lookup)));
  const found = new Map<string, Leftover>();
  const look = (what: Leftover['what'], words: string | undefined): void => {
    if (words === undefined || words.length < SHORTEST || !text.includes(folded(words))) return;
    found.set(`${what} ${words}`, { what, words });
  };
  for (const id of citedExcerptIds(before)) {
    if (kept.has(id)) continue;
    const excerpt = lookup.excerpt(id);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (!excerpt || !document) continue;
    for (const sourceId of sourcesOf(id, lookup)) {
      if (!keptSources.has(sourceId)) look('source', lookup.source(sourceId)?.name);
    }
    if (!keptDocuments.has(document.id)) {
      look('title', document.title);
      look('address', document.csl.URL);
    }
    look('words', firstRun(excerpt.quote, text));
  }
  return [...found.values()];
}

const folded = (words: string): string => words.normalize('NFC').toLocaleLowerCase().replace(/\s+/gu, ' ').trim();

function sourcesOf(id: string, lookup: EvidenceLookup): string[] {
  const excerpt = lookup.excerpt(id);
  const document = excerpt && lookup.document(excerpt.documentId);
  return [excerpt?.sourceId, document?.sourceId].filter((one): one is string => !!one);
}

/** The first eight words in a row (all of them, where there are fewer) of a quote that stand in the text. */
function firstRun(quote: string, text: string): string | undefined {
  const words = folded(quote).split(' ');
  for (let i = 0; i === 0 || i + RUN <= words.length; i += 1) {
    const run = words.slice(i, i + RUN).join(' ');
    if (run.length > SHORTEST * 3 && text.includes(run)) return run;
  }
  return undefined;
}
