/** Places of excerpts in their texts, as a list shows them. */
import { placeAt } from '@shared/model/place';
import type { Place } from '@shared/model/place';
import type { Excerpt } from '@shared/model/excerpt';
import { useCase } from '../../store/hooks';
import { useTextParts } from './segments';

/** The place of an excerpt; null while its text is read. */
export function usePlace({ textId, start, end }: Pick<Excerpt, 'textId' | 'start' | 'end'>): Place | null {
  const parts = useTextParts(useCase(), textId);
  return parts && placeAt(parts.segments, start, end, parts.pages);
}
