/** One page of the file: its drawing with its words over it, which are selected and painted like those of the text. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LayoutWord } from '@shared/model/layout';
import { UNSURE_WORD } from '@shared/text/recognisedWords';
import { drawSheet, wordsStyle } from './sheet';
import type { OpenedPages, Sheet, SheetWords } from './sheet';
import styles from './pages.module.css';

export interface PageSheetProps {
  readonly opened: OpenedPages;
  readonly index: number;
  readonly label: string;
  readonly text: string;
  /** Words of the whole text that were recognised in pictures. */
  readonly recognised: readonly LayoutWord[];
  /** The page's part of the stored text. */
  readonly start: number;
  readonly end: number;
  /** Pixels for a point. */
  readonly scale: number;
  /** Called when the words are in the page. */
  readonly onWords: (index: number, size: { readonly width: number; readonly height: number }) => void;
}

const isUnsure = ({ confidence }: SheetWords): boolean => confidence !== undefined && confidence < UNSURE_WORD;

export const PageSheet = (props: PageSheetProps) => {
  const { opened, index, label, text, recognised, start, end, scale, onWords } = props;
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    opened.read(index, { text, start, end, recognised }).then(
      (read) => {
        if (!isGone) setSheet(read);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [opened, index, text, start, end, recognised]);
  useLayoutEffect(() => {
    if (sheet) onWords(index, sheet);
  }, [sheet, index, onWords, scale]);
  useEffect(() => {
    const element = canvas.current;
    if (!sheet || !element) return undefined;
    return drawSheet(sheet, element, scale, () => element.setAttribute('data-drawn', ''));
  }, [sheet, scale]);
  const { width, height } = sheet ?? opened;
  return (
    <div
      role="group"
      aria-label={`Page ${label}`}
      className={styles.sheet}
      style={{ width: width * scale, height: height * scale }}
    >
      <canvas ref={canvas} aria-hidden className={styles.drawing} />
      <div className={styles.words}>
        {sheet?.words.map((words) => {
          const own = text.slice(words.start, words.end);
          return (
            <span
              key={words.start}
              data-start={words.start}
              data-end={words.end}
              className={isUnsure(words) ? `${styles.word} ${styles.unsure}` : styles.word}
              {...(isUnsure(words) ? { title: `Recognised with a confidence of ${words.confidence} %` } : {})}
              style={wordsStyle(words, own, scale)}
            >
              {own}
            </span>
          );
        })}
      </div>
    </div>
  );
};
