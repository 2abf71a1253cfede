/** Suggestions and offers in words. */
import { dateWords } from '@shared/model/eventDate';
import { figureWords } from '@shared/model/figure';
import type { Offer } from '@shared/suggest/offers';
import type { FigureValue, Suggestion } from '@shared/suggest/suggestion';

/** A figure that is only offered, as one reads it. */
export const offeredFigure = (value: FigureValue): string => figureWords({ ...value, id: '', asOf: '' });

/** What a marked place is, on hover and for the caret. */
export function suggestionWords(suggestion: Suggestion, sourceName: (id: string) => string | undefined): string {
  switch (suggestion.kind) {
    case 'date':
      return `date: ${dateWords(suggestion.value)}`;
    case 'figure':
      return `figure: ${offeredFigure(suggestion.value)}`;
    case 'name':
      return suggestion.tagId === null
        ? `${suggestion.nameKind}: ${suggestion.name}, no tag yet`
        : `${suggestion.nameKind}: ${suggestion.name}`;
    case 'attribution': {
      const name = (suggestion.sourceId && sourceName(suggestion.sourceId)) ?? suggestion.who;
      return name === '' ? 'somebody says it' : `said by ${name}`;
    }
    case 'hedge':
      return suggestion.sense === 'said' ? 'hedge: on somebody’s word' : 'hedge: not held for certain';
  }
}

/** What an offer is, behind "Add" and "Refuse". */
export function offerName(offer: Offer): string {
  switch (offer.kind) {
    case 'source':
      return `the source ${offer.name}${offer.id === null ? ' (new)' : ''}`;
    case 'date':
      return `the date ${dateWords(offer.value)}`;
    case 'figure':
      return `the figure ${offeredFigure(offer.value)}`;
    case 'tag':
      return `the tag ${offer.name} (${offer.id === null ? `new ${offer.tagKind}` : offer.tagKind})`;
  }
}

/** The offer on its chip. */
export function offerWords(offer: Offer): string {
  switch (offer.kind) {
    case 'date':
      return dateWords(offer.value);
    case 'figure':
      return offeredFigure(offer.value);
    case 'source':
    case 'tag':
      return offer.name;
  }
}
