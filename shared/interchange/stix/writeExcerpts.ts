/** Excerpts as notes on who and what they are about, with their words and place in an extension. */
import { actorOf } from '../../merge/clock';
import { newestVersion } from '../../model/document';
import type { Document } from '../../model/document';
import { effectiveMarking } from '../../model/marking';
import { reliabilityOf } from '../../model/source';
import { codePointCounter } from '../webAnnotation';
import { EXTENSION_ID } from './ids';
import { confidenceOf } from './markings';
import { living } from '../../model/record';
import { addObject, makerOf } from './objects';
import type { Writing } from './objects';

export function addExcerpts(writing: Writing): void {
  const { contents, ids } = writing;
  const documents = new Map(contents.rows.documents?.map((row) => [row.id, row]));
  const sources = new Map(contents.rows.sources?.map((row) => [row.id, row]));
  const tags = new Map(living(contents.rows.tags).map((row) => [row.id, row]));
  const names = new Map(contents.rows.analysts?.map((row) => [row.actor, row.name]));
  const counters = new Map(contents.texts.map((text) => [text.id, codePointCounter(text.text)]));
  for (const excerpt of living(contents.rows.excerpts)) {
    const document = documents.get(excerpt.documentId);
    const source = sources.get(excerpt.sourceId ?? document?.sourceId ?? '');
    const reliability = reliabilityOf(source);
    const its = excerpt.tags.flatMap((id) => (tags.has(id) ? [tags.get(id)!] : []));
    const about = [...its.map((tag) => ids.get(tag.id)), ids.get(source?.id ?? '')].filter((id) => id !== undefined);
    const count = counters.get(excerpt.textId);
    addObject(writing, 'note', excerpt, effectiveMarking(excerpt.marking, document?.marking ?? 'TLP:CLEAR'), {
      abstract: document ? `Excerpt of ${document.title}` : 'Excerpt',
      content: excerpt.note === '' ? excerpt.quote : `${excerpt.quote}\n\n${excerpt.note}`,
      authors: [names.get(actorOf(excerpt.created)) ?? actorOf(excerpt.created)],
      confidence: confidenceOf(excerpt.credibility),
      lang: document?.language,
      labels: [
        ...(reliability ? [`admiralty-scale:source-reliability="${reliability.toLowerCase()}"`] : []),
        ...(excerpt.credibility ? [`admiralty-scale:information-credibility="${excerpt.credibility}"`] : []),
        ...its.map((tag) => tag.name),
      ],
      // A note has to be about something; where nothing is named, about the words of whoever took it down.
      object_refs: about.length > 0 ? [...new Set(about)] : [makerOf(excerpt)],
      external_references: document ? [referenceOf(document, source?.name)] : [],
      extensions: {
        [EXTENSION_ID]: {
          extension_type: 'property-extension',
          excerpt_exact: excerpt.quote,
          excerpt_prefix: excerpt.prefix,
          excerpt_suffix: excerpt.suffix,
          ...(count ? { position_start: count(excerpt.start), position_end: count(excerpt.end) } : {}),
          text_sha256: excerpt.textId,
          ...(document ? { document_title: document.title } : {}),
          ...(excerpt.note === '' ? {} : { analyst_note: excerpt.note }),
          ...(excerpt.eventDate === null ? {} : { event_date: excerpt.eventDate }),
          ...(reliability ? { source_reliability: reliability } : {}),
          ...(excerpt.credibility ? { information_credibility: excerpt.credibility } : {}),
        },
      },
    });
  }
}

/** An address as the schemas take it: a scheme, and none of the signs that RFC 3986 keeps out. */
const isAddress = (url: string): boolean =>
  /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*)?$/.test(url);

function referenceOf(document: Document, source: string | undefined): Readonly<Record<string, unknown>> {
  const name = source ?? document.title;
  const original = document.versions.length > 0 ? newestVersion(document).originalId : null;
  const url = document.csl.URL ?? '';
  return {
    // Two names are kept for catalogues whose numbers have a form of their own.
    source_name: /^(?:cve|capec)$/.test(name) ? `${name} (source)` : name,
    description: document.title,
    ...(isAddress(url) ? { url } : {}),
    ...(original ? { hashes: { 'SHA-256': original } } : {}),
  };
}
