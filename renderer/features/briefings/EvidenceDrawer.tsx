/** The evidence beside the text: every excerpt of the case to search, narrow by tag, link and hypothesis, and put into the note. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Inbox, SearchX } from 'lucide-react';
import type { Excerpt } from '@shared/model/excerpt';
import { DEFAULT_SORT } from '@shared/query/filter';
import { onSignal } from '../../app/signals';
import { useExcerptIds } from '../../search/useExcerptIds';
import { EmptyState, SearchField, SegmentedControl, TokenField, VirtualList } from '../../ui';
import { useNames } from '../excerpts';
import { EvidenceLinks, HypothesisMenu } from './EvidenceLinks';
import { EvidenceRow } from './EvidenceRow';
import { useEvidenceScope } from './evidenceScope';
import type { EvidenceUse } from './insert';
import { useShownPlaces } from './shownPlaces';
import styles from './drawer.module.css';

interface EvidenceDrawerProps {
  /** Ids the text cites, in the order of first citation. */
  readonly cited: readonly string[];
  readonly onUse: (excerpt: Excerpt, use: EvidenceUse) => void;
  readonly onShow: (excerptId: string) => void;
  /** Gives the focus back to the text. */
  readonly onLeave: () => void;
}

const ROW = 132;
const SHOWN = [
  { id: 'all', label: 'All' },
  { id: 'cited', label: 'Cited' },
  { id: 'uncited', label: 'Not cited' },
] as const;

export const EvidenceDrawer = ({ cited, onUse, onShow, onLeave }: EvidenceDrawerProps) => {
  const [text, setText] = useState('');
  const names = useNames();
  const scope = useEvidenceScope(cited, names.tags);
  const { tagIds } = scope;
  const found = useExcerptIds(
    { text, ...(tagIds.length > 0 ? { tagIds } : {}) },
    text.trim() === '' ? DEFAULT_SORT : { column: 'relevance', direction: 'descending' },
  );
  const shown = useShownPlaces(found, cited, scope.which ?? 'all', scope.only);
  const used = useMemo(() => new Set(cited), [cited]);
  const loaded = useRef(new Map<string, Excerpt>());
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLElement>(null);

  useEffect(
    () =>
      onSignal('focus.drawer', () => {
        if (panel.current?.contains(document.activeElement)) onLeave();
        else search.current?.focus();
      }),
    [onLeave],
  );

  const put = (index: number | null, how: EvidenceUse): void => {
    const id = index === null ? undefined : shown.idAt(index);
    const excerpt = id === undefined ? undefined : loaded.current.get(id);
    if (excerpt) onUse(excerpt, how);
  };
  const onKeyDown = (event: KeyboardEvent, active: number | null): void => {
    if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      put(active, 'quote');
    }
  };
  const options = [...names.tags.values()].map((tag) => ({
    id: tag.id,
    label: tag.name,
    detail: tag.kind,
    hue: tag.hue,
    also: tag.aliases,
  }));
  const filtered = text.trim() !== '' || tagIds.length > 0 || scope.which !== 'all';
  return (
    <aside ref={panel} className={styles.drawer} aria-label="Evidence">
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <h2 className={styles.title}>
            Evidence <span className={styles.quiet}>{shown.total.toLocaleString()}</span>
          </h2>
          <HypothesisMenu scope={scope} />
        </div>
        <SearchField
          aria-label="Search excerpts"
          placeholder="Search excerpts"
          value={text}
          onChange={setText}
          inputRef={search}
        />
        <TokenField
          label="Tags"
          isLabelHidden
          items={options}
          value={tagIds}
          onChange={scope.setTagIds}
          placeholder="Any tag"
        />
        <SegmentedControl aria-label="Which excerpts" items={SHOWN} value={scope.which} onChange={scope.show} />
        <EvidenceLinks scope={scope} />
      </div>
      <div className={styles.list}>
        <VirtualList
          label="Excerpts to put into the text"
          count={shown.total}
          rowHeight={ROW}
          selectionMode="none"
          getKey={(index) => shown.idAt(index) ?? `row ${index}`}
          renderRow={(index) => (
            <EvidenceRow
              id={shown.idAt(index)}
              names={names}
              isUsed={used.has(shown.idAt(index) ?? '')}
              onMissing={() => shown.show(index)}
              onLoaded={(excerpt) => loaded.current.set(excerpt.id, excerpt)}
              onUse={onUse}
              onShow={onShow}
            />
          )}
          onOpen={(index) => put(index, 'cite')}
          onKeyDown={onKeyDown}
          empty={
            !found.ready ? null : filtered ? (
              <EmptyState
                icon={SearchX}
                title="No excerpt fits"
                message={
                  scope.only
                    ? 'None is linked in this way, or none of them has these words and tags.'
                    : 'Take a word or a tag away.'
                }
              />
            ) : (
              <EmptyState
                icon={Inbox}
                title="No excerpts yet"
                message="Open a document, select words and press E. What you keep there can be cited here."
              />
            )
          }
        />
      </div>
      <p className={styles.keys}>Enter cites · Shift+Enter quotes · or drag into the text</p>
    </aside>
  );
};
