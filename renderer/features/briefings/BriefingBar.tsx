/** The bar above the page: how much it rests on, how far it is, export, the evidence drawer. */
import type { ReactNode } from 'react';
import { FileDown, PanelRight } from 'lucide-react';
import { BRIEFING_STATES } from '@shared/model/briefing';
import type { BriefingState } from '@shared/model/briefing';
import { capital } from '@shared/text/capital';
import { IconButton, MenuButton, Select } from '../../ui';
import type { BriefingFormat } from './export/wishes';
import styles from './page.module.css';

interface BriefingBarProps {
  readonly state: BriefingState;
  readonly onState: (state: BriefingState) => void;
  readonly citations: number;
  readonly documents: number;
  readonly isDrawerOpen: boolean;
  readonly onDrawer: () => void;
  readonly onExport: (format: BriefingFormat) => void;
  /** Asks how it is to leave. */
  readonly onExportAs: () => void;
  readonly onCopy: () => void;
  /** What the check found, and the options. */
  readonly children?: ReactNode;
}

export const BriefingBar = ({
  state,
  onState,
  citations,
  documents,
  isDrawerOpen,
  onDrawer,
  onExport,
  onExportAs,
  onCopy,
  children,
}: BriefingBarProps) => (
  <div className={styles.bar}>
    <span className={styles.quiet}>
      {citations === 0
        ? 'Cites nothing yet'
        : `Cites ${citations.toLocaleString()} ${citations === 1 ? 'excerpt' : 'excerpts'}${documents === 0 ? '' : ` of ${documents.toLocaleString()} ${documents === 1 ? 'document' : 'documents'}`}`}
    </span>
    <span className={styles.spring} />
    {children}
    <Select
      aria-label="State"
      items={BRIEFING_STATES.map((one) => ({ id: one, label: capital(one) }))}
      value={state}
      onChange={onState}
      className={styles.state ?? ''}
    />
    <MenuButton
      label="Export"
      icon={FileDown}
      placement="bottom end"
      items={[
        { id: 'pdf', label: 'PDF', detail: 'For print, the marking on every page', onAction: () => onExport('pdf') },
        { id: 'docx', label: 'Word', detail: 'With styles, notes and contents', onAction: () => onExport('docx') },
        { id: 'html', label: 'HTML', detail: 'One file, opens in any browser', onAction: () => onExport('html') },
        { id: 'markdown', label: 'Markdown', detail: 'References as footnotes', onAction: () => onExport('markdown') },
        { id: 'text', label: 'Plain text', detail: 'For mail', onAction: () => onExport('text') },
        { id: 'copy', label: 'Copy the text', detail: 'Plain and formatted', onAction: onCopy },
        'separator',
        {
          id: 'ask',
          label: 'Export…',
          keys: 'Mod+Alt+E',
          detail: 'For whom, names, with a preview',
          onAction: onExportAs,
        },
      ]}
    />
    <IconButton icon={PanelRight} name="Evidence drawer" keys="Mod+Shift+E" isOn={isDrawerOpen} onPress={onDrawer} />
  </div>
);
