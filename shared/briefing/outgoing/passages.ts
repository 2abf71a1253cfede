/** A cited passage as a file unfolds it: its words in their context, who says it, when, how it is graded and marked. */
import { isoOf } from '../../model/csl';
import { dateWords } from '../../model/eventDate';
import { effectiveMarking } from '../../model/marking';
import type { Marking } from '../../model/marking';
import type { BriefingModel } from '../model';
import type { CitedPlace, EvidenceLookup } from '../references';
import type { ShownContext } from './context';

export interface ShownPassage {
  /** The excerpt's words, as the case has them. */
  readonly words: string;
  /** BCP 47 of the document; empty where unknown. */
  readonly language: string;
  /** What stands around the words; null where it was not read or may not be had. */
  readonly context: ShownContext | null;
  readonly marking: Marking;
  /** What is known of it, in the order it is told: source, document, dates, grade. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** The passages a model cites, by excerpt id, from what may be read of the evidence. */
export function passagesOf(
  model: BriefingModel,
  lookup: EvidenceLookup,
  contexts: ReadonlyMap<string, ShownContext>,
): Map<string, ShownPassage> {
  const passages = new Map<string, ShownPassage>();
  for (const place of model.references.flatMap((reference) => reference.places)) {
    const excerpt = lookup.excerpt(place.excerptId);
    const document = excerpt && lookup.document(excerpt.documentId);
    if (!excerpt || !document) continue;
    passages.set(place.excerptId, {
      words: excerpt.quote,
      language: document.language,
      context: contexts.get(place.excerptId) ?? null,
      marking: effectiveMarking(excerpt.marking, document.marking),
      facts: factsOf(place, excerpt.id, lookup, model.language),
    });
  }
  return passages;
}

function factsOf(place: CitedPlace, id: string, lookup: EvidenceLookup, language: string) {
  const excerpt = lookup.excerpt(id)!;
  const document = lookup.document(excerpt.documentId)!;
  const publisher = document.sourceId ? lookup.source(document.sourceId)?.name : undefined;
  const day = (date: string): string => (date === '' ? '' : dateWords(date, language));
  return [
    { label: 'Said by', value: place.saidBy ?? publisher ?? '' },
    { label: 'Document', value: `${document.title}, ${place.placeWords}` },
    { label: 'Published', value: day(isoOf(document.csl.issued)) },
    { label: 'Date of the event', value: day(excerpt.eventDate ?? '') },
    { label: 'Grade', value: place.grade ? `${place.grade}: ${place.gradeWords}` : '' },
  ].filter((fact) => fact.value !== '');
}
