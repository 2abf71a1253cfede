/** The check as a panel: what the rules find while one writes, in text order, each with its words and its way out. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { CircleCheck, FilterX } from 'lucide-react';
import { onSignal } from '../../../app/signals';
import { useSetting } from '../../../store/hooks';
import { writeSetting } from '../../../store/registry';
import { Banner, EmptyState, SegmentedControl, Spinner } from '../../../ui';
import { AcceptedFindings } from '../check/AcceptedFindings';
import { FindingRow } from '../check/FindingRow';
import { grouped, GROUPINGS } from '../check/groups';
import type { Grouping, Shown } from '../check/groups';
import { SEVERITIES, SEVERITY } from '../check/severity';
import { useFindingActions, useFindings } from '../check/useFindings';
import type { Findings } from '../check/useFindings';
import type { Panel, PanelProps } from './panel';
import styles from '../check/check.module.css';

const GROUPING = 'briefing.check.grouping';

const GROUPING_NAMES: Readonly<Record<Grouping, string>> = { severity: 'By severity', section: 'By section' };

const Check = ({ editor, briefing, record, evidence }: PanelProps) => {
  const findings = useFindings(editor, briefing.accepted, { places: true });
  const actions = useFindingActions(editor, briefing, evidence);
  const [shown, setShown] = useState<Shown>('all');
  const kept = useSetting<Grouping>(GROUPING);
  const grouping = GROUPINGS.find((one) => one === kept) ?? 'severity';
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => {
    const wanted = findings.open.filter((one) => shown === 'all' || one.severity === shown);
    return grouped(editor.state.doc, wanted, grouping);
  }, [editor, findings.open, shown, grouping]);

  useEffect(() => {
    const stops = [
      onSignal('list.next', () => stepIn(list.current, 1)),
      onSignal('list.previous', () => stepIn(list.current, -1)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    stepIn(list.current, step);
  };
  const count = (severity: Shown): number =>
    severity === 'all' ? findings.open.length : findings.open.filter((one) => one.severity === severity).length;
  return (
    <aside className={styles.panel} aria-label="Check">
      <div className={styles.head}>
        <h2 className={styles.title}>
          Check
          <span className={styles.quiet} role="status">
            {findings.isReady ? countWords(findings.open.length) : 'Looking'}
          </span>
          {!findings.isReady && <Spinner label="Checking" size={14} />}
        </h2>
        {findings.open.length > 0 && (
          <>
            <SegmentedControl
              aria-label="Which findings"
              items={[
                { id: 'all' as const, label: 'All' },
                ...SEVERITIES.map((id) => ({ id, label: `${SEVERITY[id].many} ${count(id).toLocaleString()}` })),
              ]}
              value={shown}
              onChange={setShown}
            />
            <SegmentedControl
              aria-label="In which groups"
              items={GROUPINGS.map((id) => ({ id, label: GROUPING_NAMES[id] }))}
              value={grouping}
              onChange={(id) => void writeSetting(GROUPING, id)}
            />
          </>
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the buttons in it have the keys; it moves between them */}
      <div ref={list} className={styles.list} onKeyDown={onKeyDown}>
        {findings.hasFailed && (
          <Banner tone="warning" title="The check broke off" isLive>
            It could not read this text to the end. The text is as you wrote it; what is listed is from before. It tries
            again after the next change.
          </Banner>
        )}
        {groups.map((group, i) => (
          <section key={`${i} ${group.title}`} aria-label={group.title}>
            <h3 className={styles.group}>
              {group.title} {group.findings.length.toLocaleString()}
            </h3>
            <ul>
              {group.findings.map((finding) => (
                <FindingRow key={finding.id} finding={finding} actions={actions} />
              ))}
            </ul>
          </section>
        ))}
        {findings.isReady && !findings.hasFailed && groups.length === 0 && (
          <Nothing findings={findings} isFiltered={findings.open.length > 0} language={record.language} />
        )}
        <AcceptedFindings briefing={briefing} findings={findings} />
      </div>
      <p className={styles.foot}>J, K move · Enter goes to the words · F8 next</p>
    </aside>
  );
};

const countWords = (count: number): string => (count === 1 ? '1 finding' : `${count.toLocaleString()} findings`);

interface NothingProps {
  readonly findings: Findings;
  readonly isFiltered: boolean;
  readonly language: string;
}

const Nothing = ({ findings, isFiltered, language }: NothingProps) => {
  if (isFiltered)
    return <EmptyState icon={FilterX} title="None of this kind" message="Choose All to see the others." />;
  const rules = Object.keys(findings.rules).length;
  const isEnglish = language === '' || /^en(?:-|$)/i.test(language);
  const looked = `${rules.toLocaleString()} rules were checked: sourcing, words of likelihood and confidence, figures and dates against what is cited, marking, and names to withhold.`;
  const words = isEnglish ? '' : ' Rules that read words know English only and were left out for this language.';
  return <EmptyState icon={CircleCheck} title="Nothing found" message={looked + words} />;
};

/** Moves the focus among the findings; from elsewhere it goes to the first or the last. */
function stepIn(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const item = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-row]');
  const at = item ? rows.indexOf(item) : -1;
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
  rows[next]?.focus();
}

const useOpenCount = ({ editor, briefing }: PanelProps): number | null => {
  const { open, isReady } = useFindings(editor, briefing.accepted);
  return isReady ? open.length : null;
};

export const checkPanel: Panel = { id: 'check', label: 'Check', Component: Check, useCount: useOpenCount };
