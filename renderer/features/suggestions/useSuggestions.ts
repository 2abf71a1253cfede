/** What a document suggests, for views; empty while it is read, where it is switched off, and where nothing is found. */
import { useEffect, useMemo, useState } from 'react';
import { isoOf } from '@shared/model/csl';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import type { Tag } from '@shared/model/tag';
import type { SuggestContext, Suggestion } from '@shared/suggest/suggestion';
import { SUGGESTIONS_SETTING, useSwitch } from '../../app/viewSettings';
import { readSuggestions } from './reading';

/** Names change while one tags; the text is read again when they rest. */
const REST = 400;
const NONE: readonly Suggestion[] = [];

export interface SuggestNames {
  readonly tags: ReadonlyMap<string, Tag>;
  readonly sources: ReadonlyMap<string, Source>;
}

export function useSuggestions(
  document: Document | null | undefined,
  textId: string,
  text: string | null | undefined,
  { tags, sources }: SuggestNames,
): readonly Suggestion[] {
  const isOn = useSwitch(SUGGESTIONS_SETTING);
  const [found, setFound] = useState<{ textId: string; suggestions: readonly Suggestion[] } | null>(null);
  const language = document?.language ?? '';
  const documentDate = isoOf(document?.csl.issued);
  const context = useMemo<SuggestContext>(
    () => ({
      language,
      documentDate,
      tags: [...tags.values()].map(({ id, name, aliases, kind }) => ({ id, name, aliases, kind })),
      sources: [...sources.values()].map(({ id, name, aliases, kind }) => {
        return { id, name, aliases, isPerson: kind === 'person' || kind === 'official' };
      }),
    }),
    [language, documentDate, tags, sources],
  );
  const isFirst = found?.textId !== textId;
  const isThere = document !== null && document !== undefined;
  useEffect(() => {
    if (!isOn || !isThere || typeof text !== 'string') return undefined;
    let gone = false;
    const timer = setTimeout(
      () => {
        void readSuggestions(textId, text, context).then((suggestions) => {
          if (!gone) setFound({ textId, suggestions });
        });
      },
      isFirst ? 0 : REST,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
    // What was found first is only shown sooner.
    // eslint-disable-next-line react/exhaustive-deps
  }, [isOn, isThere, textId, text, context]);
  return isOn && found?.textId === textId ? found.suggestions : NONE;
}
