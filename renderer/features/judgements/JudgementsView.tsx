/** The judgements of every briefing: what was said, how likely, and what came of it; and how well that fitted. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { ArrowRight, Flag, Gavel, SearchX } from 'lucide-react';
import { dayOf } from '@shared/model/day';
import type { Briefing } from '@shared/model/briefing';
import type { Judgement } from '@shared/model/judgement';
import { useApp } from '../../app/context';
import { onSignal } from '../../app/signals';
import { useAllRows, useCase, useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Button, ContextMenu, EmptyState, menuPoint, Tabs, ViewHead, VirtualList } from '../../ui';
import type { MenuPoint } from '../../ui';
import { Calibration, scoreWords } from './Calibration';
import { Filters } from './Filters';
import { JudgementCell } from './JudgementCell';
import { askForOutcome } from './OutcomeDialog';
import { COLUMNS } from './columns';
import { rowsOf, sortedRows, wantedRows } from './rows';
import type { ColumnId, Which } from './rows';
import styles from './judgements.module.css';

interface Kept {
  readonly which: Which;
  readonly briefingId: string | null;
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

const FIRST: Kept = { which: 'all', briefingId: null, column: 'review', isDescending: false };
const NO_JUDGEMENTS: ReadonlyMap<string, Judgement> = new Map();
const NO_BRIEFINGS: ReadonlyMap<string, Briefing> = new Map();

export const JudgementsView = ({ judgementId }: { judgementId?: string }) => {
  const open = useCase();
  const judgements = useAllRows('judgements');
  const briefings = useAllRows('briefings');
  const [tab, setTab] = useState<'list' | 'calibration'>('list');
  const list = useList(judgements ?? NO_JUDGEMENTS, briefings ?? NO_BRIEFINGS);
  const all = useMemo(() => [...(judgements ?? NO_JUDGEMENTS).values()], [judgements]);
  if (!judgements || !briefings) return null;
  if (judgements.size === 0) return <NoJudgements caseId={open.id} />;
  return (
    <section className={styles.view} aria-labelledby="judgements-title">
      <ViewHead
        id="judgements-title"
        title="Judgements"
        count={tab === 'list' ? list.shown.length : all.length}
        total={all.length}
      />
      <Tabs
        aria-label="Judgements"
        value={tab}
        onChange={setTab}
        className={styles.tabs ?? ''}
        items={[
          {
            id: 'list',
            label: 'List',
            content: <List list={list} judgements={all} briefings={briefings} firstId={judgementId} />,
          },
          { id: 'calibration', label: 'Calibration', content: <Calibration judgements={all} /> },
        ]}
      />
    </section>
  );
};

const NoJudgements = ({ caseId }: { caseId: string }) => {
  const app = useApp();
  return (
    <EmptyState
      icon={Gavel}
      isPage
      title="No judgements yet"
      message="In a briefing, make a paragraph a key judgement. How likely it is, how sure you are and what came of it are kept here."
      action={
        <Button variant="primary" onPress={() => app.navigate({ view: 'briefings', caseId })}>
          Go to the briefings
        </Button>
      }
    />
  );
};

/** Which judgements are listed, and in which order: kept for the case, but for the words of the filter. */
function useList(judgements: ReadonlyMap<string, Judgement>, briefings: ReadonlyMap<string, Briefing>) {
  const app = useApp();
  const setting = `judgements.${useCase().id}`;
  const { which, briefingId: keptBriefing, column, isDescending } = { ...FIRST, ...useSetting<Partial<Kept>>(setting) };
  const keep = (change: Partial<Kept>): void =>
    void writeSetting(setting, { which, briefingId: keptBriefing, column, isDescending, ...change });
  const [text, setText] = useState('');
  const today = dayOf(app.now());
  const rows = useMemo(() => rowsOf(judgements, briefings, today), [judgements, briefings, today]);
  const briefingId = keptBriefing !== null && briefings.has(keptBriefing) ? keptBriefing : null;
  const shown = useMemo(
    () => sortedRows(wantedRows(rows, { which, briefingId, text }), column, isDescending),
    [rows, which, briefingId, text, column, isDescending],
  );
  return { which, briefingId, column, isDescending, keep, text, setText, rows, shown };
}

interface ListProps {
  readonly list: ReturnType<typeof useList>;
  /** All of them. */
  readonly judgements: readonly Judgement[];
  readonly briefings: ReadonlyMap<string, Briefing>;
  /** The one to show first. */
  readonly firstId: string | undefined;
}

const List = ({ list, judgements, briefings, firstId }: ListProps) => {
  const app = useApp();
  const { which, briefingId, column, isDescending, keep, text, setText, rows, shown } = list;
  const [selectedId, setSelectedId] = useState<string | null>(firstId ?? null);
  const [menu, setMenu] = useState<{ at: MenuPoint; id: string } | null>(null);
  const active = shown.findIndex((row) => row.judgement.id === selectedId);
  const selected = active < 0 ? null : selectedId;
  const show = (id: string): void => void app.run('judgement.show', { id });
  const record = (id: string): void => void askForOutcome(app, id);
  const step = useEffectEvent((by: number) => {
    const next = shown[Math.max(0, Math.min(shown.length - 1, active + by))];
    if (next) setSelectedId(next.judgement.id);
  });
  useEffect(() => {
    const stops = [onSignal('list.next', () => step(1)), onSignal('list.previous', () => step(-1))];
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <div className={styles.listPane}>
      <Filters
        which={which}
        onWhich={(next) => keep({ which: next })}
        due={rows.filter((row) => row.isDue).length}
        briefingId={briefingId}
        onBriefing={(id) => keep({ briefingId: id })}
        briefings={briefings}
        text={text}
        onText={setText}
      >
        <Button icon={ArrowRight} isDisabled={selected === null} onPress={() => selected && show(selected)}>
          Show in its briefing
        </Button>
        <Button icon={Flag} isDisabled={selected === null} onPress={() => selected && record(selected)}>
          Record outcome…
        </Button>
      </Filters>
      <div className={styles.list}>
        <VirtualList
          label="Judgements"
          count={shown.length}
          rowHeight={52}
          columns={COLUMNS}
          getKey={(index) => shown[index]!.judgement.id}
          renderCell={(index, id) => <JudgementCell row={shown[index]!} column={id as ColumnId} />}
          sort={{ columnId: column, isDescending }}
          onSort={(id) => keep({ column: id as ColumnId, isDescending: id === column && !isDescending })}
          selectionMode="single"
          selectedKeys={new Set(selected === null ? [] : [selected])}
          onSelect={(keys) => setSelectedId([...keys][0] ?? null)}
          activeIndex={active < 0 ? null : active}
          onActiveChange={(index) => setSelectedId(shown[index]!.judgement.id)}
          onOpen={(index) => show(shown[index]!.judgement.id)}
          onContextMenu={(index, event) => {
            event.preventDefault();
            setMenu({ at: menuPoint(event), id: shown[index]!.judgement.id });
          }}
          empty={<EmptyState icon={SearchX} title="No judgement fits" message="Take a word or a filter away." />}
        />
      </div>
      <p className={styles.foot} role="status">
        {scoreWords(judgements) || 'No judgement is settled yet'}. A likelihood’s middle counts as its probability.
      </p>
      <ContextMenu
        label="Judgement"
        at={menu?.at ?? null}
        onClose={() => setMenu(null)}
        items={
          menu === null
            ? []
            : [
                { id: 'show', label: 'Show in its briefing', keys: 'Enter', onAction: () => show(menu.id) },
                { id: 'outcome', label: 'Record outcome…', onAction: () => record(menu.id) },
              ]
        }
      />
    </div>
  );
};
