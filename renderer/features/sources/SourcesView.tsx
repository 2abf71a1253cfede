/** The sources of the case as a table, and beside it the one that is selected. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { Plus, SearchX, UserCheck } from 'lucide-react';
import { RELIABILITY_WORDS } from '@shared/model/grading';
import { reliabilityOf } from '@shared/model/source';
import type { Source } from '@shared/model/source';
import { capital } from '@shared/text/capital';
import { useApp } from '../../app/context';
import { select, useSelection } from '../../app/selection';
import { onSignal } from '../../app/signals';
import { useCounts } from '../../search/hooks';
import { useAllRows, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Badge, Button, EmptyState, SearchField, SplitPane, Truncate, VirtualList, ViewHead } from '../../ui';
import type { ListSort, VirtualColumn } from '../../ui';
import { askForSource } from './NewSource';
import { SourceDetails } from './SourceDetails';
import styles from './sources.module.css';

const WIDTH = 'sources.details.width';

const COLUMNS: readonly VirtualColumn[] = [
  { id: 'name', label: 'Name', width: 'minmax(0, 3fr)', isSortable: true },
  { id: 'kind', label: 'Kind', width: '96px', isSortable: true },
  { id: 'grade', label: 'Grade', width: '64px', isSortable: true },
  { id: 'origin', label: 'Takes from', width: 'minmax(0, 2fr)', isSortable: true },
  { id: 'documents', label: 'Documents', width: '92px', align: 'end', isSortable: true },
  { id: 'excerpts', label: 'Excerpts', width: '84px', align: 'end', isSortable: true },
];

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();
const NONE: ReadonlyMap<string, Source> = new Map();

export const SourcesView = () => {
  const app = useApp();
  const read = useAllRows('sources');
  const sources = read ?? NONE;
  const counts = useCounts();
  const { details } = useSelection();
  const width = useSetting<number>(WIDTH) ?? 360;
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<ListSort>({ columnId: 'name', isDescending: false });
  const selectedId = details?.table === 'sources' ? details.id : undefined;
  const selected = selectedId === undefined ? undefined : sources.get(selectedId);

  const rows = useMemo(() => {
    const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const originOf = (one: Source): string => (one.originId && sources.get(one.originId)?.name) || '';
    const values: Readonly<Record<string, (one: Source) => string | number>> = {
      name: (one) => one.name,
      kind: (one) => one.kind,
      // Those that nobody graded stand last.
      grade: (one) => reliabilityOf(one) ?? 'Z',
      origin: (one) => originOf(one) || '\uffff',
      documents: (one) => counts?.documentsBySource.get(one.id) ?? 0,
      excerpts: (one) => counts?.sources.get(one.id) ?? 0,
    };
    const by = values[sort.columnId]!;
    const wanted = fold(typed).split(/\s+/).filter(Boolean);
    const shown = [...sources.values()].filter((one) => {
      const words = fold([one.name, ...one.aliases].join(' '));
      return wanted.every((word) => words.includes(word));
    });
    return shown.sort((a, b) => {
      const [x, y] = [by(a), by(b)];
      const compared = typeof x === 'number' ? x - (y as number) : order.compare(x, y as string);
      return (sort.isDescending ? -compared : compared) || order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
    });
  }, [sources, counts, typed, sort]);

  const go = (id: string): void => select({ details: { table: 'sources', id }, excerptIds: [] });
  const step = useEffectEvent((by: number) => {
    const at = rows.findIndex((one) => one.id === selectedId);
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
    if (next) go(next.id);
  });
  useEffect(() => {
    const stops = [onSignal('list.next', () => step(1)), onSignal('list.previous', () => step(-1))];
    return () => stops.forEach((stop) => stop());
  }, []);
  const create = (): void =>
    void askForSource(app).then((id) => {
      if (id !== undefined) go(id);
    });
  const cell = (index: number, columnId: string) => {
    const source = rows[index]!;
    switch (columnId) {
      case 'name':
        return <Truncate>{source.name}</Truncate>;
      case 'kind':
        return capital(source.kind);
      case 'grade': {
        const grade = reliabilityOf(source);
        return grade ? <Badge words={RELIABILITY_WORDS[grade]}>{grade}</Badge> : <span title="Not graded">–</span>;
      }
      case 'origin':
        return <Truncate>{(source.originId && sources.get(source.originId)?.name) || ''}</Truncate>;
      case 'documents':
        return (counts?.documentsBySource.get(source.id) ?? 0).toLocaleString();
      default:
        return (counts?.sources.get(source.id) ?? 0).toLocaleString();
    }
  };
  if (!read) return null;
  if (sources.size === 0) {
    return (
      <EmptyState
        icon={UserCheck}
        isPage
        title="No sources yet"
        message="A source is who says it: an agency, an outlet, an official. Name one for each document, and grade how reliable it is."
        action={
          <Button variant="primary" icon={Plus} onPress={create}>
            New source…
          </Button>
        }
      />
    );
  }
  const active = rows.findIndex((one) => one.id === selectedId);
  return (
    <SplitPane
      label="Width of the source’s details"
      side="end"
      size={width}
      min={280}
      max={640}
      defaultSize={360}
      onResize={(size) => void writeSetting(WIDTH, size)}
      className={styles.view ?? ''}
      pane={
        <aside className={styles.side} aria-label="Details of the source">
          {selected ? (
            <SourceDetails
              key={selected.id}
              source={selected}
              sources={sources}
              documents={counts?.documentsBySource.get(selected.id) ?? 0}
              excerpts={counts?.sources.get(selected.id) ?? 0}
              onGo={go}
            />
          ) : (
            <EmptyState icon={UserCheck} title="No source selected" message="Select a source to see and grade it." />
          )}
        </aside>
      }
    >
      <section className={styles.main} aria-labelledby="sources-title">
        <ViewHead id="sources-title" title="Sources" count={rows.length} total={sources.size}>
          <SearchField
            aria-label="Filter sources"
            placeholder="Filter"
            value={typed}
            onChange={setTyped}
            className={styles.filter ?? ''}
          />
          <Button variant="primary" icon={Plus} onPress={create}>
            New source…
          </Button>
        </ViewHead>
        <div className={styles.list}>
          <VirtualList
            label="Sources"
            count={rows.length}
            getKey={(index) => rows[index]!.id}
            columns={COLUMNS}
            renderCell={cell}
            sort={sort}
            onSort={(columnId) =>
              setSort((now) => ({ columnId, isDescending: now.columnId === columnId && !now.isDescending }))
            }
            selectionMode="single"
            selectedKeys={new Set(selected ? [selected.id] : [])}
            onSelect={(keys) => {
              const [id] = keys;
              if (id !== undefined) go(id);
            }}
            {...(active < 0 ? {} : { activeIndex: active })}
            empty={<EmptyState icon={SearchX} title="No source fits" message={`No source is called “${typed}”.`} />}
          />
        </div>
      </section>
    </SplitPane>
  );
};
