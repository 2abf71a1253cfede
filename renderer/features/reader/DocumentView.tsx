/** The reader: one document's text with its excerpts. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FileX2 } from 'lucide-react';
import { currentTextId } from '@shared/model/document';
import type { Document } from '@shared/model/document';
import type { Excerpt } from '@shared/model/excerpt';
import type { Span } from '@shared/text/trimMarkers';
import { selectExcerpt, useSelection } from '../../app/selection';
import { onSignal } from '../../app/signals';
import { useDocumentExcerptIds } from '../../search/hooks';
import { useCase, useRow, useRows, useText } from '../../store/hooks';
import { EmptyState, Spinner } from '../../ui';
import { shortNameOf, useNames, useTextParts } from '../excerpts';
import type { TextParts } from '../excerpts';
import { blocksOf } from './blocks';
import { DocumentHeader } from './DocumentHeader';
import { FindBar } from './FindBar';
import type { Bracket } from './Marks';
import { headingsOf } from './outline';
import { readingStyle, useReading } from './reading';
import { onShowPassage, setStage } from './stage';
import type { ReadText } from './steps';
import { Strip } from './strip/Strip';
import { TextRegion } from './TextRegion';
import { lengthOf } from './textLength';
import { useFind } from './useFind';
import { useRememberedPlace } from './useScroll';
import { useShownVersion } from './useShownVersion';
import { useViews } from './useViews';
import styles from './reader.module.css';
import stripStyles from './strip/strip.module.css';

export interface DocumentViewProps {
  readonly documentId: string;
  /** Comes into view and is selected. */
  readonly excerptId?: string;
  /** An offset to bring into view: UTF-16 code units in the stored text. */
  readonly at?: number;
  /** The text of an earlier version to show. */
  readonly version?: string;
}

/** pdf.js comes with it: only where pages are shown. */
const PagesPane = lazy(async () => ({ default: (await import('./pages/PagesPane')).PagesPane }));

const NONE: readonly Excerpt[] = [];
const ignore = (): void => undefined;

export const DocumentView = (props: DocumentViewProps) => {
  const record = useRow('documents', props.documentId);
  const document = useShownVersion(record, props);
  const textId = document ? currentTextId(document) : null;
  const text = useText(textId);
  if (document === null || (document && text === null)) {
    return (
      <EmptyState
        icon={FileX2}
        title={document ? 'The text is missing' : 'This document is not here'}
        message={
          document
            ? 'The words of this document are not in the case. Its excerpts are unchanged. Import the document again.'
            : 'It was deleted, here or in another window. Undo brings it back.'
        }
      />
    );
  }
  if (!document || text === undefined || text === null) return <Spinner label="Opening the document" />;
  return <Cut key={textId} {...props} document={document} text={text} />;
};

type Opened = DocumentViewProps & { readonly document: Document; readonly text: string };

const Cut = (props: Opened) => {
  const parts = useTextParts(useCase(), currentTextId(props.document), props.text);
  return parts ? <Reader {...props} {...parts} /> : <Spinner label="Opening the document" />;
};

const Reader = ({ documentId, excerptId, at, document, text, segments, pages, words }: Opened & TextParts) => {
  const textId = currentTextId(document);
  const { language } = document;
  const read = useMemo<ReadText>(() => ({ text, segments, language }), [text, segments, language]);
  const blocks = useMemo(() => blocksOf(text, read.segments, pages), [text, read.segments, pages]);
  const headings = useMemo(() => headingsOf(text, read.segments), [text, read.segments]);
  const length = useMemo(() => lengthOf(text), [text]);
  const ids = useDocumentExcerptIds(documentId);
  const rows = useRows('excerpts', ids);
  const excerpts =
    useMemo(
      () =>
        rows
          ?.filter((row) => row !== undefined && row.textId === textId)
          .sort((a, b) => a!.start - b!.start || a!.end - b!.end) as readonly Excerpt[] | undefined,
      [rows, textId],
    ) ?? NONE;
  const names = useNames();
  const { tags } = names;
  const tagOf = useCallback((excerpt: Excerpt) => tags.get(excerpt.tags.find((id) => tags.has(id)) ?? ''), [tags]);
  const nameOf = useCallback((excerpt: Excerpt) => shortNameOf(excerpt, names), [names]);
  const views = useViews(document, pages);
  const { show, main } = views;
  const { scroller, root, scrolling } = main;
  useRememberedPlace(documentId, scroller, scrolling, excerptId !== undefined || at !== undefined);

  const { details } = useSelection();
  const focusedId = details?.table === 'excerpts' && excerpts.some((one) => one.id === details.id) ? details.id : null;
  const [flash, setFlash] = useState<{ id: string; count: number } | null>(null);

  // The route names an excerpt or a place: once for each time it does.
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    if (excerptId === undefined) return;
    const excerpt = excerpts.find((one) => one.id === excerptId);
    if (!excerpt || arrived.current === excerptId) return;
    arrived.current = excerptId;
    selectExcerpt(excerptId);
    setFlash((last) => ({ id: excerptId, count: (last?.count ?? 0) + 1 }));
    void show(excerpt.start, 'third');
  }, [excerptId, excerpts, show]);
  useEffect(
    () =>
      onShowPassage((id) => {
        const excerpt = excerpts.find((one) => one.id === id);
        if (!excerpt) return;
        setFlash((last) => ({ id, count: (last?.count ?? 0) + 1 }));
        void show(excerpt.start, 'third', true);
      }),
    [excerpts, show],
  );
  useEffect(() => {
    if (at !== undefined) void show(at, 'third');
  }, [at, show]);

  // Whoever selects an excerpt of this document, a card, J and K, a link: its passage comes into view.
  const last = useRef(-1);
  useEffect(() => {
    const index = excerpts.findIndex((one) => one.id === focusedId);
    if (index < 0) return;
    last.current = index;
    void show(excerpts[index]!.start, 'third', true);
    // Only a change of the selection scrolls, not one of the excerpts.
    // eslint-disable-next-line react/exhaustive-deps
  }, [focusedId]);

  const step = useCallback(
    (by: 1 | -1) => {
      if (excerpts.length === 0) return;
      const top = scrolling.topOffset() ?? 0;
      const fromTop = excerpts.findIndex((one) => one.start >= top);
      const now =
        focusedId === null
          ? last.current < 0
            ? (fromTop < 0 ? excerpts.length : fromTop) - (by > 0 ? 1 : 0)
            : last.current
          : last.current;
      selectExcerpt(excerpts[Math.max(0, Math.min(excerpts.length - 1, now + by))]!.id);
    },
    [excerpts, focusedId, scrolling],
  );
  useEffect(() => {
    const stops = [onSignal('list.next', () => step(1)), onSignal('list.previous', () => step(-1))];
    return () => stops.forEach((stop) => stop());
  }, [step]);

  // The outline leads to a heading, and the keys go on from there.
  const [led, setLed] = useState<Span | null>(null);
  const lead = (offset: number): void => {
    root.current?.focus({ preventScroll: true });
    setLed({ start: offset, end: offset });
    void show(offset, 'start');
  };

  // Set in another size or width, the text shows the same place.
  const reading = useReading();
  const setAs = JSON.stringify(reading);
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (place.current !== null) void show(place.current, 'start');
    place.current = null;
  }, [setAs, show]);

  const readFrom = useCallback(() => scrolling.topOffset() ?? 0, [scrolling]);
  const find = useFind(
    text,
    readFrom,
    useCallback((span) => void show(span.start, 'third', true), [show]),
  );

  // Tells the list beside the text which passage is the first in view.
  const brackets = useRef<readonly Bracket[]>([]);
  const tell = useCallback(() => {
    const [outer, inner] = [scroller.current, root.current];
    if (!outer || !inner) return;
    const top = outer.getBoundingClientRect().top - inner.getBoundingClientRect().top;
    const first = brackets.current.find((one) => one.bottom > top);
    setStage({
      documentId,
      excerptId: first?.id ?? null,
      top: first ? inner.getBoundingClientRect().top + first.top : 0,
    });
  }, [documentId, scroller, root]);
  const onBrackets = useCallback(
    (next: readonly Bracket[]) => {
      brackets.current = next;
      tell();
    },
    [tell],
  );
  useEffect(() => () => setStage(null), []);

  const onScroll = (): void => void requestAnimationFrame(tell);
  const region = {
    title: document.title,
    document,
    names,
    documentId,
    textId,
    read,
    excerpts,
    tagOf,
    nameOf,
    focusedId,
    flash: flash && flash.id === focusedId ? flash.count : 0,
    found: find.found,
    foundNow: find.now,
    led,
  };
  return (
    <div className={styles.view}>
      <DocumentHeader
        document={document}
        source={names.sources.get(document.sourceId ?? '')}
        length={length}
        mode={views.originalId === null ? null : views.mode}
        onMode={views.setMode}
        outline={{ headings, readAt: readFrom, onGo: lead }}
        onReset={() => (place.current = scrolling.topOffset())}
      />
      {find.isOpen && (
        <FindBar
          text={find.wanted}
          onText={find.setWanted}
          count={find.found.length}
          index={find.index}
          isSearching={find.isSearching}
          onStep={find.step}
          onClose={() => {
            find.close();
            root.current?.focus({ preventScroll: true });
          }}
          asked={find.asked}
        />
      )}
      <div className={styles.views}>
        {views.mode !== 'pages' && (
          <div className={stripStyles.beside}>
            <div ref={views.text.scroller} className={styles.scroller} onScroll={onScroll}>
              <div className={styles.column} style={readingStyle(reading)}>
                <TextRegion
                  {...region}
                  blocks={blocks}
                  root={views.text.root}
                  scroller={views.text.scroller}
                  blocksRef={views.text.handle}
                  scrolling={views.text.scrolling}
                  onBrackets={onBrackets}
                />
              </div>
            </div>
            <Strip {...region} scroller={views.text.scroller} handle={views.text.handle} onFound={find.goTo} />
          </div>
        )}
        {views.mode !== 'text' && views.originalId !== null && (
          <Suspense fallback={<Spinner label="Opening the pages" />}>
            <PagesPane
              {...region}
              originalId={views.originalId}
              mediaType={views.mediaType}
              pages={pages}
              recognised={words}
              root={views.pages.root}
              scroller={views.pages.scroller}
              blocksRef={views.pages.handle}
              scrolling={views.pages.scrolling}
              onBrackets={views.mode === 'pages' ? onBrackets : ignore}
              onScroll={onScroll}
              onFound={find.goTo}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
};
