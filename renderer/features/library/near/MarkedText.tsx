/** A text of any length with passages marked; only the paragraphs near the window are drawn. */
import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import styles from './near.module.css';

interface Span {
  readonly start: number;
  readonly end: number;
}

interface MarkedTextProps {
  readonly title: string;
  readonly text: string;
  /** In any order, not overlapping. */
  readonly spans: readonly Span[];
  readonly language: string;
}

/** The lines of a text that have words, as spans of it. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

function marked(text: string, line: Span, spans: readonly Span[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = line.start;
  for (const span of spans) {
    if (span.end <= line.start || span.start >= line.end) continue;
    const [start, end] = [Math.max(span.start, line.start), Math.min(span.end, line.end)];
    if (start > from) parts.push(text.slice(from, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  if (from < line.end) parts.push(text.slice(from, line.end));
  return parts;
}

export const MarkedText = ({ title, text, spans, language }: MarkedTextProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(text), [text]);
  const sorted = useMemo(() => spans.toSorted((a, b) => a.start - b.start), [spans]);
  // oxlint-disable-next-line react/incompatible-library -- nothing memoizes this component for us
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 10 + 23 * Math.ceil((lines[index]!.end - lines[index]!.start) / 56),
    overscan: 4,
  });
  return (
    // A text that scrolls takes the focus, so that keys can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles.text} role="region" aria-label={`Text of ${title}`} tabIndex={0}>
      <div className={styles.textAll} style={{ height: virtualizer.getTotalSize() }} lang={language || undefined}>
        {virtualizer.getVirtualItems().map((item) => (
          <p
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={styles.paragraph}
            dir="auto"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {marked(text, lines[item.index]!, sorted)}
          </p>
        ))}
      </div>
    </div>
  );
};
