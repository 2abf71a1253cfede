/** This document's excerpts in text order, in step with the text: the card of the passage in view stands beside it. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Highlighter } from 'lucide-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Excerpt } from '@shared/model/excerpt';
import { isOnEarlierVersion } from '@shared/model/newVersion';
import { useApp } from '../../app/context';
import { selectExcerpt } from '../../app/selection';
import { useDocumentExcerptIds, useLinkCounts } from '../../search/hooks';
import { useRow, useRows } from '../../store/hooks';
import { EmptyState } from '../../ui';
import { ExcerptCard, useNames } from '../excerpts';
import { openedCard, setOpenedCard, useStage } from './stage';
import styles from './reader.module.css';
import versions from './version.module.css';

const CARD = 132;
const NONE: readonly string[] = [];

export const DocumentExcerpts = ({ documentId }: { documentId: string }) => {
  const scroller = useRef<HTMLDivElement>(null);
  const { run } = useApp();
  const names = useNames();
  const ids = useDocumentExcerptIds(documentId);
  const rows = useRows('excerpts', ids);
  const itself = useRow('documents', documentId);
  const isEarlier = useCallback(
    (excerpt: Excerpt): boolean => !!itself && isOnEarlierVersion(excerpt, itself),
    [itself],
  );
  const excerpts = useMemo(
    () =>
      (rows ?? [])
        .filter((row): row is Excerpt => row !== undefined)
        .sort((a, b) => Number(isEarlier(a)) - Number(isEarlier(b)) || a.start - b.start || a.end - b.end),
    [rows, isEarlier],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing memoizes this component for us
  const virtualizer = useVirtualizer({
    count: excerpts.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => excerpts[index]!.id, [excerpts]),
    estimateSize: () => CARD,
    overscan: 4,
  });
  const items = virtualizer.getVirtualItems();
  const shown = useMemo(() => items.map((item) => excerpts[item.index]?.id ?? ''), [items, excerpts]);
  const counts = useLinkCounts(shown.length > 0 ? shown : NONE);

  const stage = useStage();
  const beside = stage?.documentId === documentId ? stage : null;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !beside?.excerptId || element.contains(document.activeElement)) return;
    const index = excerpts.findIndex((one) => one.id === beside.excerptId);
    if (index < 0) return;
    const start = virtualizer.getOffsetForIndex(index, 'start')?.[0];
    if (start !== undefined) element.scrollTop = start - (beside.top - element.getBoundingClientRect().top);
  }, [beside, excerpts, virtualizer]);

  // Coming back from the details of a card, the focus comes back to it.
  const isFilled = items.length > 0;
  useEffect(() => {
    const id = openedCard();
    if (!isFilled || id === null || document.activeElement !== document.body) return;
    setOpenedCard(null);
    scroller.current?.querySelector<HTMLElement>(`[data-excerpt="${id}"] button`)?.focus();
  }, [isFilled]);

  // Deleted: the reader says so.
  if (itself === null) return null;
  if (rows && excerpts.length === 0) {
    return (
      <EmptyState
        icon={Highlighter}
        title="No excerpts yet"
        message="Select words in the text and press E: they are kept here, in the order of the text."
      />
    );
  }
  return (
    <section className={styles.beside} aria-label="Excerpts of this document">
      <h2 className={styles.besideHead}>
        Excerpts <span className={styles.besideCount}>{excerpts.length.toLocaleString()}</span>
      </h2>
      <div ref={scroller} className={styles.besideScroller}>
        <ul className={styles.besideList} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const excerpt = excerpts[item.index];
            if (!excerpt) return null;
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                data-excerpt={excerpt.id}
                className={styles.besideItem}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {isEarlier(excerpt) && <p className={versions.earlier}>On an earlier version of the text</p>}
                <ExcerptCard
                  excerpt={excerpt}
                  names={names}
                  links={counts?.get(excerpt.id)}
                  hidesDocument
                  onOpen={() => {
                    setOpenedCard(excerpt.id);
                    selectExcerpt(excerpt.id);
                    if (itself && itself.versions.length > 1) void run('excerpt.show', { id: excerpt.id });
                  }}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
};
