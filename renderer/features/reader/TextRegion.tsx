/** The text to read and take from: selecting by mouse and keys, the excerpts in it, what stands over it. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import type { Tag } from '@shared/model/tag';
import type { Span } from '@shared/text/trimMarkers';
import { useApp } from '../../app/context';
import { selectExcerpt } from '../../app/selection';
import { onSignal } from '../../app/signals';
import { VisuallyHidden } from '../../ui';
import type { MenuPoint } from '../../ui';
import type { Names } from '../excerpts';
import type { Block } from './blocks';
import { WHOLE_LENGTH } from './blocks';
import { BoundHandles } from './BoundHandles';
import { excerptsAtPoint } from './highlights';
import { HoverHint } from './HoverHint';
import { lanesOf } from './lanes';
import { Marks } from './Marks';
import type { Bracket } from './Marks';
import { OverlapMenu } from './OverlapMenu';
import { SelectionBar } from './SelectionBar';
import type { ReadText } from './steps';
import { TextBlocks } from './TextBlocks';
import type { TextBlocksHandle } from './TextBlocks';
import { useBounds } from './useBounds';
import { useCaret } from './useCaret';
import { useMarks, useReflow, useSelectionMarks } from './useMarks';
import type { Scrolling } from './useScroll';
import { useSuggestionMarks } from './useSuggestionMarks';
import { useTextSelection } from './useTextSelection';
import styles from './reader.module.css';

export interface TextRegionProps {
  readonly title: string;
  readonly document: Document;
  readonly names: Names;
  readonly documentId: string;
  readonly textId: string;
  readonly read: ReadText;
  readonly blocks: readonly Block[];
  readonly excerpts: readonly Excerpt[];
  readonly tagOf: (excerpt: Excerpt) => Tag | undefined;
  /** An excerpt in a few words: for the menu of overlapping ones and on hover. */
  readonly nameOf: (excerpt: Excerpt) => string;
  readonly focusedId: string | null;
  readonly flash: number;
  readonly found: readonly Span[];
  readonly foundNow: Span | null;
  /** The place that the outline led to. */
  readonly led: Span | null;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly blocksRef: RefObject<TextBlocksHandle | null>;
  readonly scrolling: Scrolling;
  /** Where the excerpts in the page stand, each time they are measured. */
  readonly onBrackets: (brackets: readonly Bracket[]) => void;
  /** What shows the words in place of paragraphs: the pages of a file. */
  readonly body?: { readonly className: string; readonly render: (parts: BodyParts) => ReactNode };
}

export interface BodyParts {
  /** Offsets that stay in the page. */
  readonly pinned: readonly number[];
  /** To be called when other words came into the page. */
  readonly onBlocks: (key: string) => void;
}

const NOWHERE: readonly number[] = [];

export const TextRegion = (props: TextRegionProps): ReactNode => {
  const { read, blocks, root, scroller, scrolling, nameOf, onBrackets, flash, focusedId, title, blocksRef } = props;
  const { run } = useApp();
  const bounds = useBounds(props.excerpts, focusedId);
  const excerpts = bounds.shown;
  const [blocksKey, setBlocksKey] = useState('');
  const [menu, setMenu] = useState<{ at: MenuPoint; ids: readonly string[] } | null>(null);
  const [isDragging, setDragging] = useState(false);
  const { version, width } = useReflow(root);
  const layout = `${blocksKey} ${version}`;
  const lanes = useMemo(() => lanesOf(excerpts), [excerpts]);
  const byId = useMemo(() => new Map(excerpts.map((excerpt) => [excerpt.id, excerpt])), [excerpts]);
  const { painted, brackets, ring } = useMarks(root, layout, { ...props, excerpts, lanes });
  const suggested = useSuggestionMarks(root, layout, { ...props, text: read.text });
  const { wordsAt } = suggested;
  const selecting = useTextSelection(root, read, props, blocksKey);
  const { ends } = selecting;
  const selection = useSelectionMarks(root, layout, ends);
  useEffect(() => onBrackets(brackets), [brackets, onBrackets]);

  const idsAt = useCallback(
    (offset: number) => excerpts.filter((one) => one.start <= offset && offset < one.end).map((one) => one.id),
    [excerpts],
  );
  const pick = useCallback((ids: readonly string[], at: MenuPoint): boolean => {
    if (ids.length === 1) selectExcerpt(ids[0]!);
    else if (ids.length > 1) setMenu({ at, ids });
    return ids.length > 0;
  }, []);
  const nameAt = useCallback(
    (offset: number) =>
      [...idsAt(offset).map((id) => `excerpt: ${nameOf(byId.get(id)!)}`), wordsAt(offset)].filter(Boolean).join('; '),
    [idsAt, nameOf, byId, wordsAt],
  );
  const onEnter = useCallback(
    (offset: number) => {
      const origin = root.current!.getBoundingClientRect();
      const box = selection.caret;
      return pick(idsAt(offset), {
        x: origin.left + (box?.left ?? 0),
        y: origin.top + (box ? box.top + box.height : 0),
      });
    },
    [root, idsAt, pick, selection.caret],
  );
  const caret = useCaret({ root, read, selecting, scrolling, onEnter, nameAt });
  const { follow } = caret;
  const focused = focusedId === null ? undefined : byId.get(focusedId);
  const [start, end] = [focused?.start, focused?.end];
  useEffect(() => {
    if (start !== undefined && end !== undefined) follow({ start, end });
  }, [start, end, follow]);
  const { foundNow, led } = props;
  useEffect(() => {
    if (foundNow) follow(foundNow);
  }, [foundNow, follow]);
  useEffect(() => {
    if (led) follow(led);
  }, [led, follow]);

  // The region with the caret in it says where an excerpt is split: the focused one, or the innermost there.
  const caretAt = ends?.focus;
  useEffect(() => {
    if (caretAt === undefined) return undefined;
    return onSignal('excerpt.split', () => {
      const inside = idsAt(caretAt);
      const id = focusedId !== null && inside.includes(focusedId) ? focusedId : (inside.at(-1) ?? focusedId);
      if (id !== null) void run('excerpt.split', { id, at: caretAt });
    });
  }, [caretAt, idsAt, focusedId, run]);

  useEffect(() => {
    const up = (): void => setDragging(false);
    addEventListener('pointerup', up);
    addEventListener('pointercancel', up);
    return () => {
      removeEventListener('pointerup', up);
      removeEventListener('pointercancel', up);
    };
  }, []);

  const onMouseDown = (event: MouseEvent): void => selecting.madeBy(event.detail > 1 ? 'unit' : 'hand');
  const onClick = (event: MouseEvent): void => {
    if (window.getSelection()?.isCollapsed !== false)
      pick(excerptsAtPoint(painted.current, event.clientX, event.clientY), { x: event.clientX, y: event.clientY });
  };
  const hintOf = useCallback((id: string) => (byId.has(id) ? nameOf(byId.get(id)!) : ''), [byId, nameOf]);
  const backToText = useCallback(() => {
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [root]);
  const pinned = useMemo(() => (ends ? [ends.anchor, ends.focus] : NOWHERE), [ends]);

  return (
    <div className={styles.page}>
      <div
        ref={root}
        role="textbox"
        aria-readonly
        aria-multiline
        aria-label={`${props.body ? 'Pages' : 'Text'} of ${title}`}
        lang={read.language || undefined}
        tabIndex={0}
        className={props.body?.className ?? styles.text}
        onKeyDown={caret.onKeyDown}
        onFocus={caret.onFocus}
        onPointerDown={() => {
          caret.onPointerDown();
          setDragging(true);
        }}
        onMouseDown={onMouseDown}
        onClick={onClick}
      >
        {props.body ? (
          props.body.render({ pinned, onBlocks: setBlocksKey })
        ) : (
          <TextBlocks
            ref={blocksRef}
            text={read.text}
            blocks={blocks}
            whole={read.text.length <= WHOLE_LENGTH}
            scroller={scroller}
            pinned={pinned}
            onBlocks={setBlocksKey}
          />
        )}
      </div>
      <Marks
        brackets={brackets}
        ring={ring}
        flash={flash}
        caret={caret.isKeyboard ? selection.caret : null}
        focusedId={focusedId}
        onPick={selectExcerpt}
      />
      {bounds.focused && (
        <BoundHandles
          key={bounds.focused.id}
          root={root}
          layout={layout}
          read={read}
          bounds={{ ...bounds, focused: bounds.focused }}
        />
      )}
      <HoverHint root={root} painted={painted} nameOf={hintOf} suggested={suggested} />
      {selection.end && !isDragging && <SelectionBar at={selection.end} width={width} onDone={backToText} />}
      <div aria-live="polite">
        <VisuallyHidden>{caret.said}</VisuallyHidden>
      </div>
      <OverlapMenu
        at={menu?.at ?? null}
        excerpts={(menu?.ids ?? []).flatMap((id) => byId.get(id) ?? [])}
        nameOf={nameOf}
        onPick={selectExcerpt}
        onClose={() => setMenu(null)}
      />
    </div>
  );
};
