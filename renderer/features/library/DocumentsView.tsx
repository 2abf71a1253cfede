/** The documents of the case as a table: filtered, sorted, grouped, selected by one or by many. */
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { ClipboardPaste, FilePlus2, FileText, FolderPlus, SearchX } from 'lucide-react';
import type { Document } from '@shared/model/document';
import type { Source } from '@shared/model/source';
import { useApp } from '../../app/context';
import { clearSelection, select, useSelection } from '../../app/selection';
import type { Counts } from '../../search/engine/caseIndex';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase } from '../../store/hooks';
import { Button, EmptyState, MenuButton, SearchField, VirtualList, useElementWidth, ViewHead } from '../../ui';
import type { VirtualListHandle } from '../../ui';
import { DocumentCell, columnsFor } from './documents/DocumentCells';
import { DocumentFilters } from './documents/DocumentFilters';
import { DocumentsBulk } from './documents/DocumentsBulk';
import { keepTable, useKeptTable } from './documents/kept';
import type { TableView } from './documents/kept';
import { linesOf } from './documents/lines';
import { factsOf, filtered, sorted } from './documents/table';
import type { DocumentSort } from './documents/table';
import { LastImport } from './importing/report';
import styles from './library.module.css';
import own from './documents/documents.module.css';

const NO_SOURCES: ReadonlyMap<string, Source> = new Map();

interface TableProps {
  readonly kept: TableView;
  readonly documents: ReadonlyMap<string, Document>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly counts: Counts | undefined;
  /** Of the list, in pixels. */
  readonly width: number;
}

const Table = memo(({ kept, documents, sources, counts, width }: TableProps) => {
  const app = useApp();
  const open = useCase();
  const { details } = useSelection();
  const [view, setView] = useState(kept);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(details ? [details.id] : []));
  const list = useRef<VirtualListHandle>(null);
  const columns = useMemo(() => columnsFor(width), [width]);
  const change = (patch: Partial<TableView>): void => setView((now) => ({ ...now, ...patch }));
  useEffect(() => keepTable(open.id, view), [open.id, view]);

  const publisherOf = useMemo(() => (id: string) => sources.get(id)?.name, [sources]);
  const facts = useMemo(
    () => factsOf(documents.values(), publisherOf, (id) => counts?.documents.get(id) ?? 0),
    [documents, publisherOf, counts],
  );
  // Whoever types sees the letters first and the table after.
  const filter = useDeferredValue(view.filter);
  const { sort, grouping, folded } = view;
  const shown = useMemo(() => sorted(filtered(facts, filter), sort.by, sort.isDescending), [facts, filter, sort]);
  const lines = useMemo(() => linesOf(shown, grouping, folded), [shown, grouping, folded]);
  // What the filter hides is not acted on.
  const ids = useMemo(
    () => shown.filter(({ document }) => selected.has(document.id)).map(({ document }) => document.id),
    [shown, selected],
  );

  const fold = (key: string): void =>
    change({ folded: folded.includes(key) ? folded.filter((one) => one !== key) : [...folded, key] });
  const choose = (keys: ReadonlySet<string>): void => {
    const next = new Set<string>();
    for (const line of lines) {
      if (!keys.has(line.key)) continue;
      for (const { document } of line.kind === 'group' ? line.facts : [line.fact]) next.add(document.id);
    }
    setSelected(next);
    const [first] = next;
    select({ details: next.size === 1 ? { table: 'documents', id: first! } : null, excerptIds: [] });
  };
  const clear = (): void => {
    setSelected(new Set());
    list.current?.focus();
  };
  const go = (index: number): void => {
    const line = lines[index]!;
    if (line.kind === 'group') {
      fold(line.key);
      return;
    }
    clearSelection();
    app.navigate({ view: 'document', caseId: open.id, documentId: line.fact.document.id });
  };
  return (
    <section className={styles.view} aria-labelledby="documents-title">
      <ViewHead id="documents-title" title="Documents" count={shown.length} total={documents.size}>
        <SearchField
          aria-label="Filter documents"
          placeholder="Title, publisher, author"
          value={view.filter.text ?? ''}
          onChange={(text) => change({ filter: { ...view.filter, text } })}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') list.current?.focus();
            else event.continuePropagation();
          }}
        />
        <MenuButton
          label="Import"
          icon={FilePlus2}
          variant="primary"
          placement="bottom end"
          items={(['document.import', 'document.importFolder', 'document.paste'] as const).map((id) => ({
            id,
            label: {
              'document.import': 'Files…',
              'document.importFolder': 'A folder…',
              'document.paste': 'A pasted text…',
            }[id],
            onAction: () => void app.run(id),
          }))}
        />
      </ViewHead>
      <LastImport />
      <DocumentFilters
        filter={view.filter}
        onChange={(next) => change({ filter: next, offset: 0 })}
        grouping={grouping}
        onGroup={(next) => change({ grouping: next, folded: [], offset: 0 })}
        facts={facts}
        publisherOf={publisherOf}
      />
      {ids.length > 1 && <DocumentsBulk ids={ids} sources={sources} onClear={clear} />}
      <VirtualList
        ref={list}
        label="Documents"
        count={lines.length}
        getKey={(index) => lines[index]!.key}
        columns={columns}
        renderCell={(index, columnId) => <DocumentCell line={lines[index]!} columnId={columnId} onFold={fold} />}
        rowClass={(index) => (lines[index]!.kind === 'group' ? own.groupRow : undefined)}
        sort={{ columnId: sort.by, isDescending: sort.isDescending }}
        onSort={(columnId) =>
          change({
            sort: { by: columnId as DocumentSort, isDescending: sort.by === columnId && !sort.isDescending },
          })
        }
        selectionMode="multiple"
        selectedKeys={new Set(ids)}
        onSelect={choose}
        onOpen={go}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' || ids.length === 0) return;
          event.preventDefault();
          void app.run('document.deleteMany', { ids });
        }}
        initialOffset={kept.offset}
        onScrollOffset={(offset) => keepTable(open.id, { ...view, offset })}
        empty={
          <EmptyState
            icon={SearchX}
            title="No document fits"
            message="Take a filter away, or words out of the field."
            action={<Button onPress={() => change({ filter: {} })}>Show all documents</Button>}
          />
        }
      />
    </section>
  );
});

const NoDocuments = () => {
  const app = useApp();
  return (
    <EmptyState
      icon={FileText}
      isPage
      title="No documents yet"
      message="Import PDFs, Word files, saved web pages, mail or texts, drop them on this window, or paste a text. They are kept here, letter for letter."
      action={
        <>
          <Button variant="primary" icon={FilePlus2} onPress={() => void app.run('document.import')}>
            Import documents…
          </Button>{' '}
          <Button icon={FolderPlus} onPress={() => void app.run('document.importFolder')}>
            Import a folder…
          </Button>{' '}
          <Button icon={ClipboardPaste} onPress={() => void app.run('document.paste')}>
            Paste a text…
          </Button>
        </>
      }
    />
  );
};

export const DocumentsView = () => {
  const open = useCase();
  const kept = useKeptTable(open.id);
  // Where a thousand documents come in at once, the table is drawn in slices and the window stays at hand.
  const documents = useDeferredValue(useAllRows('documents'));
  const sources = useDeferredValue(useAllRows('sources')) ?? NO_SOURCES;
  const counts = useDeferredValue(useCounts());
  // Measured before there is a table, which is drawn once instead of twice.
  const [view, width] = useElementWidth<HTMLDivElement>();
  const isRead = kept !== null && documents !== undefined;
  return (
    <div ref={view} className={styles.view}>
      {isRead && documents.size === 0 && <NoDocuments />}
      {isRead && documents.size > 0 && (
        <Table key={open.id} kept={kept} documents={documents} sources={sources} counts={counts} width={width} />
      )}
    </div>
  );
};
