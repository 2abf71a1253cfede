/** Excerpts, or words just selected, gathered with everything a citation says, and put on the clipboard. */
import { citationHtml, citationText } from '@shared/model/citation';
import type { Cited } from '@shared/model/citation';
import { isoOf } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import { placeAt } from '@shared/model/place';
import type { Source } from '@shared/model/source';
import type { TextSelection } from '../../app/selection';
import type { OpenCase } from '../../store/openCase';
import { readRows } from '../../store/rows';
import { readText } from '../../store/texts';
import { factsOf } from './names';
import type { Names } from './names';
import { textParts } from './segments';

const byId = <Row extends { id: string }>(rows: readonly (Row | undefined)[]): Map<string, Row> =>
  new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));

async function namesFor(open: OpenCase, documentIds: readonly string[], sourceIds: readonly string[]): Promise<Names> {
  const documents = byId<Document>(await readRows(open, 'documents', [...new Set(documentIds)]));
  const wanted = new Set(sourceIds);
  for (const document of documents.values()) if (document.sourceId) wanted.add(document.sourceId);
  const sources = byId<Source>(await readRows(open, 'sources', [...wanted]));
  return { documents, sources, tags: new Map() };
}

async function citedOf(open: OpenCase, excerpt: Excerpt, names: Names): Promise<Cited> {
  const { document, source, outlet, reliability, marking } = factsOf(excerpt, names);
  const { segments, pages } = await textParts(open, excerpt.textId);
  const place = placeAt(segments, excerpt.start, excerpt.end, pages);
  return {
    quote: excerpt.quote,
    source: source?.name ?? null,
    outlet: outlet?.name ?? null,
    title: document?.title ?? 'Document no longer in the case',
    published: isoOf(document?.csl.issued),
    place: place?.short ?? '',
    reliability,
    credibility: excerpt.credibility,
    marking,
  };
}

/** The excerpts as they are cited, in the order of the ids; those that are gone are left out. */
export async function readCited(open: OpenCase, ids: readonly string[]): Promise<Cited[]> {
  const excerpts = (await readRows(open, 'excerpts', ids)).filter((excerpt) => excerpt !== undefined);
  const names = await namesFor(
    open,
    excerpts.map((excerpt) => excerpt.documentId),
    excerpts.flatMap((excerpt) => excerpt.sourceId ?? []),
  );
  return Promise.all(excerpts.map((excerpt) => citedOf(open, excerpt, names)));
}

/** Selected words as they would be cited if they were an excerpt. */
export async function readCitedWords(open: OpenCase, words: TextSelection): Promise<Cited[]> {
  const text = await readText(open, words.textId);
  if (text === undefined) return [];
  const quote = text.slice(words.start, words.end);
  const bare = { ...words, quote, sourceId: null, marking: null, credibility: null, tags: [] };
  const names = await namesFor(open, [words.documentId], []);
  return [await citedOf(open, bare as unknown as Excerpt, names)];
}

/** The way that works where the permission to write the clipboard is withheld: answering the copy event ourselves. */
function copyByEvent(text: string, html: string): void {
  const answer = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', answer, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
}

/** Puts the citations on the clipboard as plain text and as HTML. */
export const copyCited = (cited: readonly Cited[]): Promise<void> => copyBoth(citationText(cited), citationHtml(cited));

/** Puts words on the clipboard, plain and as HTML. */
export async function copyBoth(text: string, html: string): Promise<void> {
  try {
    const item = {
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  } catch {
    copyByEvent(text, html);
  }
}
