/** The briefings of the case: what they say they are, how they are marked, how much they rest on. */
import { useMemo, useState } from 'react';
import { FilePlus2, ScrollText } from 'lucide-react';
import { briefingMarking, derivedMarking } from '@shared/briefing/marking';
import { queriesIn } from '@shared/briefing/queries';
import { citedExcerptIds } from '@shared/briefing/references';
import { timeOf } from '@shared/merge/clock';
import type { Briefing } from '@shared/model/briefing';
import { MARKING_INK } from '@shared/model/marking';
import { capital } from '@shared/text/capital';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../app/context';
import { useAllRows, useCase } from '../../store/hooks';
import { BoxChip, Button, ContextMenu, EmptyState, menuPoint, Truncate, VirtualList, ViewHead } from '../../ui';
import type { MenuItems, MenuPoint, VirtualColumn } from '../../ui';
import { useEvidence } from './evidence';
import { TEMPLATES, templateOf, useOwnTemplates } from './templates';
import styles from './list.module.css';

const COLUMNS: readonly VirtualColumn[] = [
  { id: 'title', label: 'Title', width: 'minmax(160px, 3fr)' },
  { id: 'kind', label: 'Kind', width: 'minmax(90px, 1fr)' },
  { id: 'state', label: 'State', width: '80px' },
  { id: 'cites', label: 'Cites', width: '56px', align: 'end' },
  { id: 'marking', label: 'Marking', width: '150px' },
  { id: 'changed', label: 'Changed', width: '170px' },
];

/** Those that need no evidence to start from. */
const STARTERS = TEMPLATES.filter((template) => queriesIn(template.body).length === 0);

const changedAt = (briefing: Briefing): number =>
  timeOf(Object.values(briefing.clocks).reduce((a, b) => (a > b ? a : b), briefing.created));

export const BriefingsView = () => {
  const app = useApp();
  const open = useCase();
  const briefings = useAllRows('briefings');
  const own = useOwnTemplates();
  const [menu, setMenu] = useState<{ at: MenuPoint; id: string } | null>(null);
  const rows = useMemo(
    () =>
      [...(briefings?.values() ?? [])]
        .map((briefing) => ({ briefing, cited: citedExcerptIds(briefing.body), changed: changedAt(briefing) }))
        .sort((a, b) => b.changed - a.changed || (a.briefing.id < b.briefing.id ? 1 : -1)),
    [briefings],
  );
  const cited = useMemo(() => [...new Set(rows.flatMap((row) => row.cited))], [rows]);
  const lookup = useEvidence(cited);
  const go = (briefingId: string): void => app.navigate({ view: 'briefing', caseId: open.id, briefingId });

  const cell = (index: number, columnId: string) => {
    const { briefing, cited: ids, changed } = rows[index]!;
    switch (columnId) {
      case 'title':
        return <Truncate>{briefing.title}</Truncate>;
      case 'kind':
        return templateOf(briefing.template, own).name;
      case 'state':
        return capital(briefing.state);
      case 'cites':
        return ids.length.toLocaleString();
      case 'marking': {
        if (!lookup) return '';
        const marking = briefingMarking(briefing, derivedMarking(ids, lookup));
        return <BoxChip colour={MARKING_INK[marking]}>{marking}</BoxChip>;
      }
      default: {
        const date = new Date(changed);
        return (
          <time dateTime={date.toISOString()} title={date.toISOString()}>
            {momentWords(date)}
          </time>
        );
      }
    }
  };
  const menuFor = (id: string): MenuItems[] => [
    { id: 'open', label: 'Open', keys: 'Enter', onAction: () => go(id) },
    'separator',
    ...(['pdf', 'html', 'markdown'] as const).map((format) => ({
      id: format,
      label: `Export as ${{ pdf: 'PDF', html: 'HTML', markdown: 'Markdown' }[format]}`,
      onAction: () => void app.run('briefing.export', { id, format }),
    })),
    'separator',
    {
      id: 'delete',
      label: 'Delete',
      keys: 'Delete',
      isDanger: true,
      onAction: () => void app.run('briefing.delete', { id }),
    },
  ];

  if (briefings === undefined) return null;
  if (briefings.size === 0) {
    return (
      <EmptyState
        icon={ScrollText}
        isPage
        title="No briefings yet"
        message="A briefing is written here and cites your excerpts; its references number themselves, and its marking follows what it cites."
        action={
          <div className={styles.templates}>
            {STARTERS.map((template, i) => (
              <Button
                key={template.id}
                variant={i === 0 ? 'primary' : 'plain'}
                onPress={() => void app.run('briefing.new', { template: template.id })}
              >
                {template.name}…
              </Button>
            ))}
          </div>
        }
      />
    );
  }
  return (
    <section className={styles.view} aria-labelledby="briefings-title">
      <ViewHead id="briefings-title" title="Briefings" count={briefings.size}>
        <Button variant="primary" icon={FilePlus2} onPress={() => void app.run('briefing.new')}>
          New briefing…
        </Button>
      </ViewHead>
      <VirtualList
        label="Briefings"
        count={rows.length}
        getKey={(index) => rows[index]!.briefing.id}
        columns={COLUMNS}
        renderCell={cell}
        selectionMode="none"
        onOpen={(index) => go(rows[index]!.briefing.id)}
        onContextMenu={(index, event) => setMenu({ at: menuPoint(event), id: rows[index]!.briefing.id })}
        onKeyDown={(event, active) => {
          if (event.key !== 'Delete' || active === null) return;
          event.preventDefault();
          void app.run('briefing.delete', { id: rows[active]!.briefing.id });
        }}
      />
      <ContextMenu
        label="Briefing"
        at={menu?.at ?? null}
        items={menu ? menuFor(menu.id) : []}
        onClose={() => setMenu(null)}
      />
    </section>
  );
};
