/** Ties an editor to the stored body of its briefing, both ways. */
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react';
import type { Editor } from '@tiptap/core';
import type { Briefing, BodyNode } from '@shared/model/briefing';
import { useApp } from '../../app/context';
import { onFlush } from '../../app/pending';
import { useCase } from '../../store/hooks';
import { makeBodySaver } from './bodySaver';
import type { BodySaver } from './bodySaver';
import { contentOf } from './content';
import { draftsOf } from './draftChange';
import { makeWriteAhead } from './writeAhead';

const savers = new WeakMap<Editor, BodySaver>();

/** The saver of an editor, for a change to the text that is written together with something else. */
export const saverOf = (editor: Editor): BodySaver | undefined => savers.get(editor);

/** Returns the way to write what waits; it resolves when it is on the disk. */
export function useBodySaving(briefing: Briefing, editor: Editor): () => Promise<void> {
  const { id, body } = briefing;
  const { run } = useApp();
  const { db, window } = useCase();
  const { saver, typedOver } = useMemo(() => {
    const { keep, drop, typedOver: setOver } = draftsOf(db, id, window, () => editor.state.doc);
    const read = (): BodyNode => editor.getJSON() as BodyNode;
    const made = makeBodySaver({
      read,
      replace(next) {
        const { from, to } = editor.state.selection;
        editor.commands.setContent(contentOf(next), { emitUpdate: false });
        const end = editor.state.doc.content.size;
        editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
      },
      write: async (next) =>
        (await run('briefing.update', { id, patch: { body: next } }, { fold: `briefing.body.${id}` })).ok,
      // Between two keys, and not in the way of drawing one.
      ahead: makeWriteAhead({ keep, drop, whenIdle: (work) => void requestIdleCallback(work, { timeout: 100 }) }),
    });
    return { saver: made, typedOver: setOver };
  }, [run, id, editor, db, window]);
  const take = useEffectEvent((stored: BodyNode) => {
    typedOver(briefing.clocks['body'] ?? briefing.created);
    if (!editor.isDestroyed) saver.arrived(stored);
  });
  useEffect(() => take(body), [body]);
  useEffect(() => {
    savers.set(editor, saver);
    const touch = (): void => saver.touch();
    const leave = (): void => void saver.flush();
    editor.on('update', touch);
    editor.on('blur', leave);
    const stop = onFlush(() => saver.flush());
    return () => {
      editor.off('update', touch);
      editor.off('blur', leave);
      stop();
      leave();
    };
  }, [editor, saver]);
  return useCallback(() => saver.flush(), [saver]);
}
