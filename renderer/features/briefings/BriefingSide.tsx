/** Beside the text: one of the panels at a time, remembered. */
import { useEffect } from 'react';
import { onSignal, sendSignal } from '../../app/signals';
import { useSetting } from '../../store/hooks';
import { Tabs } from '../../ui';
import { choosePanel, CHOSEN_PANEL } from './choosePanel';
import { PANELS } from './panels';
import { evidencePanel } from './panels/evidencePanel';
import type { Panel, PanelProps } from './panels/panel';
import styles from './drawer.module.css';

export const BriefingSide = (props: PanelProps) => {
  const kept = useSetting<string>(CHOSEN_PANEL);
  const chosen = PANELS.some((panel) => panel.id === kept) ? kept! : evidencePanel.id;
  useEffect(() => {
    if (chosen === evidencePanel.id) return undefined;
    return onSignal('focus.drawer', () => {
      void choosePanel(evidencePanel.id).then(() => setTimeout(() => sendSignal('focus.drawer'), 120));
    });
  }, [chosen]);
  if (PANELS.length === 1) return <evidencePanel.Component {...props} />;
  return (
    <Tabs
      aria-label="Beside the text"
      value={chosen}
      onChange={(id) => void choosePanel(id)}
      className={styles.side ?? ''}
      items={PANELS.map((panel) => ({
        id: panel.id,
        label: <PanelLabel panel={panel} {...props} />,
        content: <panel.Component {...props} />,
      }))}
    />
  );
};

const PanelLabel = ({ panel, ...props }: PanelProps & { panel: Panel }) => (
  <>
    {panel.label}
    {panel.useCount && <PanelCount useCount={panel.useCount} {...props} />}
  </>
);

const PanelCount = ({ useCount, ...props }: PanelProps & { useCount: NonNullable<Panel['useCount']> }) => {
  const count = useCount(props);
  return count === null ? null : <span className={styles.count}>{count.toLocaleString()}</span>;
};
