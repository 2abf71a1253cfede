/** Find and replace: how many, which one, next and previous, and what stands there instead. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { CaseSensitive, ChevronDown, ChevronUp, Replace, WholeWord, X } from 'lucide-react';
import { useEditorState } from '@tiptap/react';
import type { Editor } from '@tiptap/react';
import { useApp } from '../../app/context';
import { Button, IconButton, SearchField, TextField } from '../../ui';
import { findKey, look, replaceAll, replaceOne, selectFound, stepTo } from './find';
import styles from './find.module.css';

export interface FindBarProps {
  readonly editor: Editor;
  readonly isReplacing: boolean;
  readonly onReplacing: (isReplacing: boolean) => void;
  /** Counts up each time the field should take the focus. */
  readonly asked: number;
  readonly onClose: () => void;
}

export const FindBar = ({ editor, isReplacing, onReplacing, asked, onClose }: FindBarProps) => {
  const app = useApp();
  const [text, setText] = useState(() => selectedLine(editor));
  const [words, setWords] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => look(editor, { text, matchCase, wholeWord }), [editor, text, matchCase, wholeWord]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) look(editor, null);
    },
    [editor],
  );
  const { count, at, isFixed, open } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { matches = [], at: place = -1 } = findKey.getState(now.state) ?? {};
      return {
        count: matches.length,
        at: place,
        isFixed: matches[place]?.fixed ?? false,
        open: matches.filter((one) => !one.fixed).length,
      };
    },
  });
  const close = (): void => {
    selectFound(editor);
    onClose();
  };
  const all = (): void => {
    const done = replaceAll(editor, words);
    const left = count - open;
    app.toast(
      `${done.toLocaleString()} ${done === 1 ? 'place' : 'places'} replaced.${left > 0 ? ` ${left.toLocaleString()} in quotations left as they are.` : ''}`,
    );
  };
  const onKey = (event: KeyboardEvent): void => {
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === field.current) stepTo(editor, event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && mod) all();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) replaceOne(editor, words);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys belong to the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div role="search" aria-label="Find in the text" className={styles.bar} onKeyDownCapture={onKey}>
      <div className={styles.line}>
        <SearchField
          aria-label="Words to find"
          placeholder="Find in the text"
          value={text}
          onChange={setText}
          inputRef={field}
          className={styles.field ?? ''}
        />
        <IconButton icon={CaseSensitive} name="Match case" isOn={matchCase} onPress={() => setMatchCase(!matchCase)} />
        <IconButton icon={WholeWord} name="Whole words" isOn={wholeWord} onPress={() => setWholeWord(!wholeWord)} />
        <span className={styles.count} role="status">
          {text === '' ? '' : count === 0 ? 'Not in the text' : `${at + 1} of ${count.toLocaleString()}`}
          {isFixed && ', in a quotation'}
        </span>
        <IconButton
          icon={ChevronUp}
          name="Previous match"
          keys="Shift+Enter"
          isDisabled={count === 0}
          onPress={() => stepTo(editor, -1)}
        />
        <IconButton
          icon={ChevronDown}
          name="Next match"
          keys="Enter"
          isDisabled={count === 0}
          onPress={() => stepTo(editor, 1)}
        />
        <IconButton
          icon={Replace}
          name="Replace"
          keys="Mod+H"
          isOn={isReplacing}
          onPress={() => onReplacing(!isReplacing)}
        />
        <IconButton icon={X} name="Close find" keys="Escape" onPress={close} />
      </div>
      {isReplacing && (
        <div className={styles.line}>
          <TextField
            aria-label="Words to put there"
            placeholder="Replace with"
            value={words}
            onChange={setWords}
            className={styles.field ?? ''}
          />
          <Button isDisabled={count === 0 || isFixed} onPress={() => replaceOne(editor, words)}>
            Replace
          </Button>
          <Button isDisabled={open === 0} onPress={all}>
            Replace all
          </Button>
        </div>
      )}
    </div>
  );
};

/** What is selected, where it is a few words of one line. */
function selectedLine(editor: Editor): string {
  const { from, to, $from, $to } = editor.state.selection;
  if (!$from.sameParent($to) || to - from > 100) return '';
  return editor.state.doc.textBetween(from, to, ' ', '\uFFFC').replace(/\uFFFC/gu, '');
}
