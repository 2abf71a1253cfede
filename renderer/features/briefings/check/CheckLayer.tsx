/** The check over the page: runs while one writes, marks the words, and says beside them what it found. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Editor } from '@tiptap/react';
import { FindingCard } from './FindingCard';
import { MarginNotes } from './MarginNotes';
import { useCheck } from './useCheck';
import type { CheckProps } from './useCheckGround';
import { useFindingActions, useFindings } from './useFindings';

/** Pixels of a window from which the margin is worth having, and of the ground for a page with one. */
const WIDE_WINDOW = 1_500;
const WIDE_GROUND = 980;

/** True where a margin fits beside the page, which then moves over for it. */
function useMargin(page: RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const sheet = page.current;
    const ground = sheet?.parentElement;
    if (!sheet || !ground) return undefined;
    const look = (): void => {
      const next = innerWidth >= WIDE_WINDOW && ground.clientWidth >= WIDE_GROUND;
      sheet.toggleAttribute('data-margin', next);
      setFits(next);
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(ground);
    return () => watch.disconnect();
  }, [page]);
  return fits;
}

interface CheckLayerProps extends CheckProps {
  readonly editor: Editor;
  /** The sheet the text stands on. */
  readonly page: RefObject<HTMLElement | null>;
}

export const CheckLayer = ({ editor, page, ...props }: CheckLayerProps) => {
  useCheck({ editor, ...props });
  const { open } = useFindings(editor, props.briefing.accepted);
  const actions = useFindingActions(editor, props.briefing, props.evidence);
  const hasMargin = useMargin(page);
  return (
    <>
      {hasMargin && (
        <MarginNotes editor={editor} page={page} accepted={props.briefing.accepted} onShow={actions.show} />
      )}
      <FindingCard editor={editor} page={page} open={open} actions={actions} />
    </>
  );
};
