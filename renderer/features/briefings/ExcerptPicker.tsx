/** The list that `[[` opens at the caret: type to search, Enter cites, Shift+Enter quotes. The caret stays in the text. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Editor } from '@tiptap/react';
import type { Excerpt } from '@shared/model/excerpt';
import { DEFAULT_SORT } from '@shared/query/filter';
import { useExcerptIds } from '../../search/useExcerptIds';
import { useAllRows, useRows } from '../../store/hooks';
import { VisuallyHidden } from '../../ui';
import { insertEvidence } from './insert';
import type { EvidenceUse } from './insert';
import type { Picking, PickerLink } from './picker';
import styles from './page.module.css';

const MOST = 7;
const WIDTH = 420;
const HEIGHT = 330;
const MOVES_CARET: ReadonlySet<string> = new Set(
  'ArrowLeft ArrowRight ArrowUp ArrowDown Home End PageUp PageDown'.split(' '),
);

interface ExcerptPickerProps {
  readonly editor: Editor;
  readonly picking: Picking;
  readonly link: PickerLink;
}

/** Enter was pressed before the list had answered the words: what stood at the caret then. */
interface Wish extends Pick<Picking, 'from' | 'to' | 'query'> {
  readonly use: EvidenceUse;
}

export const ExcerptPicker = ({ editor, picking, link }: ExcerptPickerProps) => {
  const [wished, setWished] = useState<Wish | null>(null);
  // Words taken back take the wish with them.
  const wish = wished && picking.from === wished.from && picking.query.startsWith(wished.query) ? wished : null;
  const { from, to, query } = wish ?? picking;
  const found = useExcerptIds(
    { text: query },
    query.trim() === '' ? DEFAULT_SORT : { column: 'relevance', direction: 'descending' },
  );
  const count = Math.min(MOST, found.total);
  const wanted = Array.from({ length: count }, (_, i) => found.idAt(i) ?? '').join(' ');
  const ids = useMemo(() => wanted.split(' ').filter((id) => id !== ''), [wanted]);
  const rows = useRows('excerpts', ids);
  const documents = useAllRows('documents');
  const shown = (rows ?? []).filter((row): row is Excerpt => row !== undefined);
  const [active, setActive] = useState({ query, at: 0 });
  // Other words, other list: it starts at the top again.
  const at = Math.min(active.query === query ? active.at : 0, shown.length - 1);
  const move = (by: number): void => setActive({ query, at: (at + by + shown.length) % shown.length });

  // A list for fewer words than are typed by now must not be taken for theirs: another passage would be cited.
  const settled = found.ready && !found.stale && shown.length === count && shown.every(({ id }, i) => id === ids[i]);

  const choose = (excerpt: Excerpt | undefined, use: EvidenceUse): boolean => {
    if (!excerpt) return false;
    if (use === 'cite') insertEvidence(editor, excerpt, use, { from, to });
    else {
      editor.chain().focus().deleteRange({ from, to }).run();
      insertEvidence(editor, excerpt, use);
    }
    return true;
  };
  const enter = (use: EvidenceUse): boolean => {
    // What stands at the caret now, which may be a drawing ahead of this list.
    const now = link.now() ?? picking;
    if (settled && now.query === query && now.from === from) return choose(shown[at], use);
    setWished({ from: now.from, to: now.to, query: now.query, use });
    return true;
  };
  if (wish && settled && shown.length === 0) setWished(null);
  const grant = useEffectEvent(({ use }: Wish) => choose(shown[at], use));
  useEffect(() => {
    if (wish && settled) grant(wish);
  }, [wish, settled]);

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    // Letters typed meanwhile come after the citation; the caret stays where it will be put.
    if (wish) return event.key === 'Enter' || event.key === 'Tab' || MOVES_CARET.has(event.key);
    if (settled && shown.length === 0) return false;
    if (event.key === 'Enter') return enter(event.shiftKey ? 'quote' : 'cite');
    if (event.key === 'Tab') return enter('cite');
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false;
    // A place in a list that is about to change says nothing.
    if (settled) move(event.key === 'ArrowDown' ? 1 : -1);
    return true;
  });
  useEffect(() => link.takeKeys((event) => onKey(event)), [link]);

  const waits = wish !== null || (shown.length === 0 && !settled);
  const foot = waits
    ? 'Looking…'
    : shown.length === 0
      ? 'No excerpt has these words.'
      : 'Enter cites, Shift+Enter quotes, Esc closes';
  const left = Math.max(8, Math.min(picking.left, innerWidth - WIDTH - 8));
  const above = picking.bottom + HEIGHT > innerHeight;
  const place = above ? { left, bottom: innerHeight - picking.top + 4 } : { left, top: picking.bottom + 4 };
  return (
    <div className={styles.picker} style={place}>
      <div role="listbox" aria-label="Excerpts to cite">
        {shown.map((excerpt, i) => (
          // The caret stays in the text, which has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={excerpt.id}
            role="option"
            aria-selected={i === at}
            className={styles.pick}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(excerpt, event.shiftKey ? 'quote' : 'cite');
            }}
          >
            <span className={styles.pickQuote}>{excerpt.quote}</span>
            <span className={styles.quiet}>{documents?.get(excerpt.documentId)?.title}</span>
          </div>
        ))}
      </div>
      <p className={styles.pickFoot}>{foot}</p>
      <VisuallyHidden>
        <span aria-live="polite">
          {shown.length === 0 ? 'No excerpt found' : `${at + 1} of ${shown.length}: ${shown[at]?.quote.slice(0, 200)}`}
        </span>
      </VisuallyHidden>
    </div>
  );
};
