/** The documents of the case as a table: title, source, date, language, excerpts, state, marking. */
import { useMemo, useState } from 'react';
import { ClipboardPaste, FilePlus2, FileText } from 'lucide-react';
import { MARKING_INK, strictness } from '@shared/model/marking';
import type { Document } from '@shared/model/document';
import { publishedOn } from '@shared/model/importing';
import { dateWords } from '@shared/model/eventDate';
import { useApp } from '../../app/context';
import { clearSelection, select, useSelection } from '../../app/selection';
import { useCounts } from '../../search/hooks';
import { useAllRows, useCase } from '../../store/hooks';
import { BoxChip, Button, EmptyState, SearchField, Truncate, VirtualList, useElementWidth, ViewHead } from '../../ui';
import type { ListSort, VirtualColumn } from '../../ui';
import styles from './library.module.css';

const COLUMNS: readonly VirtualColumn[] = [
  { id: 'title', label: 'Title', width: 'minmax(0, 3fr)', isSortable: true },
  { id: 'source', label: 'Publisher', width: 'minmax(0, 1.6fr)', isSortable: true },
  { id: 'date', label: 'Published', width: '132px', isSortable: true },
  { id: 'excerpts', label: 'Excerpts', width: '76px', align: 'end', isSortable: true },
  { id: 'state', label: 'State', width: '88px', isSortable: true },
  { id: 'marking', label: 'Marking', width: '128px', isSortable: true },
];

/** Columns that give way to the title first, with the width of the list they need. */
const NEEDS: Readonly<Record<string, number>> = { state: 860, source: 600, date: 480 };

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export const DocumentsView = () => {
  const app = useApp();
  const open = useCase();
  const documents = useAllRows('documents');
  const sources = useAllRows('sources');
  const counts = useCounts();
  const { details } = useSelection();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<ListSort>({ columnId: 'title', isDescending: false });

  const [section, width] = useElementWidth<HTMLElement>();
  const columns = useMemo(() => COLUMNS.filter((column) => width >= (NEEDS[column.id] ?? 0)), [width]);

  const rows = useMemo(() => {
    const publisher = (document: Document): string =>
      (document.sourceId && sources?.get(document.sourceId)?.name) || '';
    const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const value: Record<string, (document: Document) => string | number> = {
      title: (document) => document.title,
      source: publisher,
      date: publishedOn,
      excerpts: (document) => counts?.documents.get(document.id) ?? 0,
      state: (document) => document.state,
      marking: (document) => strictness(document.marking),
    };
    const by = value[sort.columnId]!;
    const wanted = fold(text).split(/\s+/).filter(Boolean);
    const shown = [...(documents?.values() ?? [])].filter((document) => {
      const words = fold(`${document.title} ${publisher(document)}`);
      return wanted.every((word) => words.includes(word));
    });
    shown.sort((a, b) => {
      const [x, y] = [by(a), by(b)];
      const compared = typeof x === 'number' ? x - (y as number) : order.compare(x, y as string);
      return (sort.isDescending ? -compared : compared) || (a.id < b.id ? -1 : 1);
    });
    return shown;
  }, [documents, sources, counts, text, sort]);

  const cell = (index: number, columnId: string) => {
    const document = rows[index]!;
    switch (columnId) {
      case 'title':
        return <Truncate>{document.title}</Truncate>;
      case 'source':
        return <Truncate>{(document.sourceId && sources?.get(document.sourceId)?.name) || ''}</Truncate>;
      case 'date':
        return publishedOn(document) ? (
          <time dateTime={publishedOn(document)} title={publishedOn(document)}>
            {dateWords(publishedOn(document))}
          </time>
        ) : (
          ''
        );
      case 'excerpts':
        return (counts?.documents.get(document.id) ?? 0).toLocaleString();
      case 'state':
        return document.state;
      default:
        return <BoxChip colour={MARKING_INK[document.marking]}>{document.marking}</BoxChip>;
    }
  };
  const go = (index: number): void => {
    clearSelection();
    app.navigate({ view: 'document', caseId: open.id, documentId: rows[index]!.id });
  };
  if (documents === undefined) return null;
  if (documents.size === 0) {
    return (
      <EmptyState
        icon={FileText}
        isPage
        title="No documents yet"
        message="Import text files, drop them on this window, or paste a text. They are kept here, letter for letter."
        action={
          <>
            <Button variant="primary" icon={FilePlus2} onPress={() => void app.run('document.import')}>
              Import documents…
            </Button>{' '}
            <Button icon={ClipboardPaste} onPress={() => void app.run('document.paste')}>
              Paste a text…
            </Button>
          </>
        }
      />
    );
  }
  return (
    <section ref={section} className={styles.view} aria-labelledby="documents-title">
      <ViewHead id="documents-title" title="Documents" count={rows.length} total={documents.size}>
        <SearchField aria-label="Filter documents" placeholder="Filter" value={text} onChange={setText} />
        <Button icon={ClipboardPaste} onPress={() => void app.run('document.paste')}>
          Paste…
        </Button>
        <Button variant="primary" icon={FilePlus2} onPress={() => void app.run('document.import')}>
          Import…
        </Button>
      </ViewHead>
      <VirtualList
        label="Documents"
        count={rows.length}
        getKey={(index) => rows[index]!.id}
        columns={columns}
        renderCell={cell}
        sort={sort}
        onSort={(columnId) =>
          setSort((now) => ({ columnId, isDescending: now.columnId === columnId && !now.isDescending }))
        }
        selectionMode="single"
        selectedKeys={new Set(details?.table === 'documents' ? [details.id] : [])}
        onSelect={(keys) => {
          const id = [...keys][0];
          if (id) select({ details: { table: 'documents', id }, excerptIds: [] });
        }}
        onOpen={go}
        empty={<EmptyState icon={FileText} title="No document fits" message="Take words out of the filter." />}
      />
    </section>
  );
};
