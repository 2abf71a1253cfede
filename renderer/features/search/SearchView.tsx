/** What was found in the whole case, by kind of record, each in its context; where nothing was, ways to look for less. */
import { useEffect, useRef } from 'react';
import { FileText, Gavel, Highlighter, Scale, ScrollText, SearchX, Tags, UserCheck } from 'lucide-react';
import { useApp } from '../../app/context';
import { navigate } from '../../app/route';
import { onSignal } from '../../app/signals';
import { useAsked, useIndexState, useSearch } from '../../search/hooks';
import type { SearchHit } from '../../search/searchHits';
import { useCase } from '../../store/hooks';
import { Button, EmptyState, Icon, Spinner, useRested, ViewHead } from '../../ui';
import type { IconType } from '../../ui';
import { lookFor, useNames } from '../excerpts';
import { Hit } from './Hit';
import { looserTexts } from './looser';
import styles from './search.module.css';

type HitTable = SearchHit['table'];

/** Results of each kind while somebody types, and once they have stopped: what is out of sight is drawn last. */
const FIRST = 6;
const ALL = 20;
/** Milliseconds without a key. */
const QUIET = 200;

const GROUPS: readonly { readonly table: HitTable; readonly label: string; readonly icon: IconType }[] = [
  { table: 'excerpts', label: 'Excerpts', icon: Highlighter },
  { table: 'documents', label: 'Documents', icon: FileText },
  { table: 'tags', label: 'Tags', icon: Tags },
  { table: 'sources', label: 'Sources', icon: UserCheck },
  { table: 'hypotheses', label: 'Hypotheses', icon: Scale },
  { table: 'briefings', label: 'Briefings', icon: ScrollText },
  { table: 'judgements', label: 'Judgements', icon: Gavel },
];

/** Offers only what finds something. */
const Looser = ({ text, caseId }: { text: string; caseId: string }) => {
  const { value: offers } = useAsked(text, [], async (index, signal) => {
    const tried = await Promise.all(
      looserTexts(text)
        .slice(0, 6)
        .map(async (one) => ({ ...one, hits: await index.search(one.text, 1, { signal }) })),
    );
    return tried
      .map(({ hits, ...one }) => ({ ...one, count: hits.reduce((sum, hit) => sum + hit.ofTable, 0) }))
      .filter((one) => one.count > 0)
      .slice(0, 3);
  });
  return (
    <div className={styles.looser}>
      {offers?.map((one) => (
        <Button key={one.text} onPress={() => navigate({ view: 'search', caseId, text: one.text }, 'replace')}>
          {one.text} ({one.why}): {one.count.toLocaleString()}
        </Button>
      ))}
    </div>
  );
};

export const SearchView = ({ text }: { text: string }) => {
  const app = useApp();
  const open = useCase();
  const index = useIndexState();
  const names = useNames();
  const rested = useRested(text, QUIET, '');
  const { value: hits, stale } = useSearch(text, rested === text ? ALL : FIRST);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const step = (by: number) => (): void => {
      const links = [...(box.current?.querySelectorAll<HTMLElement>('a') ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
    };
    const stops = [onSignal('list.next', step(1)), onSignal('list.previous', step(-1))];
    return () => stops.forEach((stop) => stop());
  }, []);

  const groups = GROUPS.map((group) => ({ ...group, hits: (hits ?? []).filter((hit) => hit.table === group.table) }));
  const found = groups.filter((group) => group.hits.length > 0);
  const total = found.reduce((sum, group) => sum + (group.hits[0]?.ofTable ?? 0), 0);
  const showAll = (): void => {
    lookFor(open.id, { text });
    app.navigate({ view: 'excerpts', caseId: open.id });
  };
  if (!hits) {
    return (
      <div className={styles.opening}>
        <Spinner label={index.phase === 'building' ? 'The index is being built' : 'Looking'} />
      </div>
    );
  }
  if (total === 0 && !stale) {
    return (
      <EmptyState
        icon={SearchX}
        isPage
        title={<>Nothing found for “{text.trim()}”</>}
        message="Looked through quotes, notes, tags, sources, the documents’ texts, hypotheses and briefings; misspellings were forgiven."
        action={<Looser text={text} caseId={open.id} />}
      />
    );
  }
  return (
    <section className={styles.view} aria-labelledby="search-title">
      <ViewHead id="search-title" title="Found" note={`for “${text.trim()}”`}>
        {stale && (
          <span className={styles.late}>
            <Spinner label="Looking" size={14} />
          </span>
        )}
        <span className={styles.muted} role="status">
          {total.toLocaleString()} {total === 1 ? 'result' : 'results'}
        </span>
      </ViewHead>
      <div ref={box} className={styles.results}>
        {found.map(({ table, label, icon, hits: inGroup }) => {
          const ofTable = inGroup[0]!.ofTable;
          return (
            <section key={table} aria-labelledby={`found-${table}`} className={styles.group}>
              <h2 id={`found-${table}`} className={styles.groupTitle}>
                <Icon icon={icon} size={14} /> {label}{' '}
                <span className={styles.muted}>
                  {ofTable > inGroup.length
                    ? `best ${inGroup.length} of ${ofTable.toLocaleString()}`
                    : ofTable.toLocaleString()}
                </span>
                {table === 'excerpts' && ofTable > inGroup.length && (
                  <Button variant="quiet" onPress={showAll}>
                    Show all excerpts
                  </Button>
                )}
              </h2>
              <ul>
                {inGroup.map((hit) => (
                  <li key={hit.id}>
                    <Hit hit={hit} caseId={open.id} names={names} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
};
