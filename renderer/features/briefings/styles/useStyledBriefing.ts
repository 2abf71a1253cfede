/** A briefing's citations and references in its style, kept current while it is written. */
import { useEffect, useRef, useState } from 'react';
import type { Editor } from '@tiptap/core';
import type { EvidenceLookup, References } from '@shared/briefing/references';
import type { Processed } from '@shared/briefing/styles/processor';
import { styledFrom, styleRequest } from '@shared/briefing/styles/styledReferences';
import type { StyledReferences } from '@shared/briefing/styles/styledReferences';
import type { BodyNode } from '@shared/model/briefing';
import { useSetting } from '../../../store/hooks';
import { chosenStyle, OWN_STYLES_SETTING } from './ownStyles';
import type { OwnStyle } from './ownStyles';
import { askStyler } from './styler';

/** Milliseconds without a key before the references are written again. */
const PAUSE = 300;

interface Evidence {
  readonly references: References;
  readonly lookup: EvidenceLookup;
}

/** The last question with its answer: typing words that cite nothing asks nothing new. */
interface Answered {
  readonly key: string;
  readonly processed: Processed | null;
}

/** The labels and references of the text as it is; null until the first answer, and where the style cannot be used. */
export function useStyledBriefing(
  evidence: Evidence | null,
  editor: Editor,
  language: string,
  styleId: string,
): StyledReferences | null {
  const own = useSetting<readonly OwnStyle[]>(OWN_STYLES_SETTING);
  const [styled, setStyled] = useState<{ readonly styleId: string; readonly is: StyledReferences | null } | null>(null);
  const answered = useRef<Answered | null>(null);
  useEffect(() => {
    if (!evidence || own === undefined) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const { references, lookup } = evidence;
    const { name, ask } = chosenStyle(styleId, own ?? []);
    const write = async (isNew: boolean): Promise<void> => {
      if (editor.isDestroyed) return;
      const request = styleRequest(references, editor.getJSON() as BodyNode, name.kind, lookup);
      const { groups, footnotes } = request;
      const key = JSON.stringify([ask, language, groups, footnotes, [...request.items]]);
      const known = answered.current?.key === key ? answered.current : null;
      if (known && !isNew) return;
      const question = { style: ask, language, items: request.items, groups };
      const processed = known ? known.processed : groups.length === 0 ? null : await askStyler(question);
      if (gone) return;
      answered.current = { key, processed };
      setStyled({ styleId, is: processed && styledFrom(references, name, request, processed) });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(false), PAUSE);
    };
    void write(true);
    editor.on('update', soon);
    return () => {
      gone = true;
      clearTimeout(timer);
      editor.off('update', soon);
    };
  }, [evidence, editor, language, styleId, own]);
  return styled?.styleId === styleId ? styled.is : null;
}
