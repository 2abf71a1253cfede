/** Marks the suggestions of the open text, and says in words what stands at a place. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { Document } from '@shared/model/document';
import { refusalKey } from '@shared/suggest/offers';
import type { Names } from '../excerpts';
import { suggestionWords, useRefused, useSuggestions } from '../suggestions';
import { makeLocator } from './positions';
import { clearSuggestions, paintSuggestions } from './suggestionMarks';
import type { PaintedSuggestions } from './suggestionMarks';

export interface SuggestionMarks {
  readonly painted: RefObject<PaintedSuggestions>;
  /** What a painted suggestion is, in words. */
  readonly nameOf: (id: string) => string;
  /** What stands at an offset, in words; empty where nothing does. */
  readonly wordsAt: (offset: number) => string;
}

/** @param layout changes whenever other words are in the page or stand elsewhere */
export function useSuggestionMarks(
  root: RefObject<HTMLElement | null>,
  layout: string,
  { document, textId, text, names }: { document: Document; textId: string; text: string; names: Names },
): SuggestionMarks {
  const found = useSuggestions(document, textId, text, names);
  const refused = useRefused(textId);
  const suggestions = useMemo(() => found.filter((one) => !refused.has(refusalKey(one))), [found, refused]);
  const { sources } = names;
  const painted = useRef<PaintedSuggestions>(new Map());
  useLayoutEffect(() => {
    if (root.current) painted.current = paintSuggestions(makeLocator(root.current), suggestions);
  }, [root, layout, suggestions]);
  useEffect(() => clearSuggestions, []);

  const nameOf = useCallback(
    (id: string) => {
      const suggestion = suggestions[Number(id)];
      return suggestion ? suggestionWords(suggestion, (source) => sources.get(source)?.name) : '';
    },
    [suggestions, sources],
  );
  const wordsAt = useCallback(
    (offset: number) =>
      suggestions
        .flatMap(({ start, end }, index) => (start <= offset && offset < end ? [nameOf(String(index))] : []))
        .join('; '),
    [suggestions, nameOf],
  );
  return { painted, nameOf, wordsAt };
}
