/** Checks the note while it is written: some time after the last key, beside the page, and again when its evidence changes. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { Editor } from '@tiptap/react';
import { Mapping } from '@tiptap/pm/transform';
import type { Transaction } from '@tiptap/pm/state';
import type { BodyNode } from '@shared/model/briefing';
import { makeChecker } from './checker';
import type { Checker } from './checker';
import type { CheckAnswer } from './checkMessages';
import { findingsKey } from './findingMarks';
import type { FindingMeta } from './findingMarks';
import { mapFindings } from './mapFindings';
import { useCheckGround } from './useCheckGround';
import type { CheckProps } from './useCheckGround';

/** Milliseconds without a key before the rules are asked. */
const PAUSE = 400;

const tell = (editor: Editor, meta: FindingMeta): void => {
  if (!editor.isDestroyed)
    editor.view.dispatch(editor.state.tr.setMeta(findingsKey, meta).setMeta('addToHistory', false));
};

export function useCheck({ editor, ...props }: CheckProps & { readonly editor: Editor }): void {
  const ground = useCheckGround(props);
  const { accepted } = props.briefing;
  const checker = useRef<Checker | null>(null);
  /** Edits made since the text was sent. */
  const since = useRef(new Mapping());

  const take = useEffectEvent(({ findings, rules }: CheckAnswer) => {
    const mapped = findings ? { findings: mapFindings(findings, since.current) } : {};
    tell(editor, { ...mapped, rules, hasFailed: findings === null });
  });
  const ask = useEffectEvent(() => {
    if (!ground || editor.isDestroyed) return;
    since.current = new Mapping();
    checker.current?.ask(ground, editor.getJSON() as BodyNode);
  });

  useEffect(() => {
    const made = makeChecker((answer) => take(answer));
    checker.current = made;
    return () => {
      checker.current = null;
      made.close();
    };
  }, []);
  useEffect(() => {
    let timer = 0;
    const onTransaction = ({ transaction }: { transaction: Transaction }): void => {
      if (!transaction.docChanged) return;
      since.current.appendMapping(transaction.mapping);
      clearTimeout(timer);
      timer = window.setTimeout(() => ask(), PAUSE);
    };
    editor.on('transaction', onTransaction);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', onTransaction);
    };
  }, [editor]);
  useEffect(() => {
    if (!ground) return undefined;
    const timer = window.setTimeout(() => ask(), PAUSE);
    return () => clearTimeout(timer);
  }, [ground]);
  useEffect(() => tell(editor, { accepted: new Set(accepted.map((one) => one.id)) }), [editor, accepted]);
}
