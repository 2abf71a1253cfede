/** “1,240 words” in the bar: opens the length of the text and its headings, each of which leads to its place. */
import { useEffect, useState } from 'react';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { onSignal } from '../../app/signals';
import { Button, HeadingList, Popover } from '../../ui';
import type { Heading } from '../../ui';
import { countWords, outlineOf, READING_SPEED, readingMinutes } from './counts';
import styles from './length.module.css';

/** Milliseconds without a key before it is counted again. */
const PAUSE = 400;

function useWordCount(editor: Editor): number {
  const [words, setWords] = useState(() => countWords(editor.state.doc));
  useEffect(() => {
    let timer = 0;
    const later = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setWords(countWords(editor.state.doc)), PAUSE);
    };
    editor.on('update', later);
    later();
    return () => {
      clearTimeout(timer);
      editor.off('update', later);
    };
  }, [editor]);
  return words;
}

function goTo(editor: Editor, { at }: Heading): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at + 1)));
  view.focus();
  const dom = view.nodeDOM(at);
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start' });
}

export const LengthButton = ({ editor }: { editor: Editor }) => {
  const words = useWordCount(editor);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => onSignal('focus.outline', () => setOpen(true)), []);
  const said = `${words.toLocaleString()} ${words === 1 ? 'word' : 'words'}`;
  return (
    <Popover
      label="Length and outline"
      className={styles.length ?? ''}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{said}</Button>}
    >
      {(close) => <Outline editor={editor} words={words} close={close} />}
    </Popover>
  );
};

const Outline = ({ editor, words, close }: { editor: Editor; words: number; close: () => void }) => (
  <>
    <p className={styles.facts}>
      {words.toLocaleString()} {words === 1 ? 'word' : 'words'} · {readingMinutes(words)} min to read
      <span className={styles.quiet}> at {READING_SPEED} a minute</span>
    </p>
    <HeadingList
      headings={outlineOf(editor.state.doc)}
      place={editor.state.selection.from}
      empty="No headings yet. A line that begins with # becomes one."
      close={close}
      onGo={(heading) => goTo(editor, heading)}
    />
  </>
);
