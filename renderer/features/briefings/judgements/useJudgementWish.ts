/** Shows the judgement that the address or the text asks for: its place, and its fields beside the text. */
import { useEffect, useEffectEvent } from 'react';
import type { Editor } from '@tiptap/core';
import { useRoute } from '../../../app/route';
import { onJudgementAsked } from '../judgementSignal';
import { chooseJudgement } from './chosen';
import { goToJudgement } from './place';

/** @param showPanel opens the panel of judgements beside the text */
export function useJudgementWish(editor: Editor, showPanel: () => void): void {
  const route = useRoute();
  const wanted = route.view === 'briefing' ? route.judgementId : undefined;
  const show = useEffectEvent((id: string) => {
    chooseJudgement(id);
    showPanel();
  });
  useEffect(() => onJudgementAsked((id) => show(id)), []);
  useEffect(() => {
    if (wanted === undefined) return undefined;
    show(wanted);
    // The page has its height once the panel stands beside it.
    const timer = setTimeout(() => {
      if (!editor.isDestroyed) goToJudgement(editor, wanted);
    }, 60);
    return () => clearTimeout(timer);
  }, [wanted, editor]);
}
