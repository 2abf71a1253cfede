/** The text in blocks: all of them in the page, or those near the window. */
import { memo, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Ref, RefObject } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { blockIndexAt, guessHeight } from './blocks';
import type { Block } from './blocks';
import { piecesIn } from './positions';
import type { Place } from './strip/track';
import { TextPieces } from './TextPieces';
import styles from './reader.module.css';

const TextBlock = memo(({ block, text }: { block: Block; text: string }) => (
  <TextPieces pieces={block.pieces} text={text} />
));

export interface TextBlocksHandle {
  /** Brings the block that holds the offset into the page, if it is not; true when it was there already. */
  reveal(offset: number): boolean;
  /** Where parts of the text stand in what is scrolled; those not in the page by their guessed heights. */
  places(): readonly Place[];
}

export interface TextBlocksProps {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** False: only what is near the window is in the page. */
  readonly whole: boolean;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Offsets whose blocks stay in the page: the ends of the selection. */
  readonly pinned: readonly number[];
  /** Called when other blocks came into the page. */
  readonly onBlocks: (key: string) => void;
  readonly ref: Ref<TextBlocksHandle>;
}

export const TextBlocks = (props: TextBlocksProps) =>
  props.whole ? <WholeText {...props} /> : <WindowedText {...props} />;

/** The pieces in the page from the top of what is scrolled. */
function measured(scroller: HTMLElement | null): readonly Place[] {
  if (!scroller) return [];
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const pieces = piecesIn(scroller).map((piece) => ({ piece, box: piece.getBoundingClientRect() }));
  const places = pieces.map(({ piece, box }) => ({ offset: Number(piece.dataset['start']), top: box.top - top }));
  const last = pieces.at(-1);
  return last ? [...places, { offset: Number(last.piece.dataset['end']), top: last.box.bottom - top }] : places;
}

const WholeText = ({ text, blocks, scroller, ref, onBlocks }: TextBlocksProps) => {
  useImperativeHandle(ref, () => ({ reveal: () => true, places: () => measured(scroller.current) }), [scroller]);
  useLayoutEffect(() => onBlocks('whole'), [onBlocks, blocks]);
  return blocks.map((block) => <TextBlock key={block.start} block={block} text={text} />);
};

const WindowedText = ({ text, blocks, scroller, pinned, onBlocks, ref }: TextBlocksProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, frame.current];
    if (!outer || !inner) return;
    setMargin(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop);
  }, [scroller]);
  const kept = [...new Set(pinned.map((offset) => blockIndexAt(blocks, offset)))];
  // oxlint-disable-next-line react/incompatible-library -- nothing memoizes this component for us
  const virtualizer = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(blocks[index]!),
    overscan: 2,
    scrollMargin: margin,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])].filter((i) => i < blocks.length).sort((a, b) => a - b),
  });
  useImperativeHandle(
    ref,
    () => ({
      reveal(offset) {
        const index = blockIndexAt(blocks, offset);
        if (virtualizer.getVirtualItems().some((item) => item.index === index)) return true;
        virtualizer.scrollToIndex(index, { align: 'start' });
        return false;
      },
      places: () => [
        ...virtualizer.measurementsCache.map(({ index, start }) => ({ offset: blocks[index]?.start ?? 0, top: start })),
        { offset: blocks.at(-1)?.end ?? 0, top: margin + virtualizer.getTotalSize() },
      ],
    }),
    [blocks, virtualizer, margin],
  );
  const items = virtualizer.getVirtualItems();
  const key = items.map((item) => `${item.index}:${Math.round(item.start)}`).join();
  useLayoutEffect(() => onBlocks(key), [onBlocks, key]);
  return (
    <div ref={frame} className={styles.windowed} style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => (
        <div
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          className={styles.block}
          style={{ transform: `translateY(${item.start - margin}px)` }}
        >
          <TextBlock block={blocks[item.index]!} text={text} />
        </div>
      ))}
    </div>
  );
};
