/** Two versions, or one and the text now, read as one: what came is underlined, what went is struck through. */
import { useMemo, useState } from 'react';
import { countsInWords } from '@shared/briefing/diffWords';
import { citedExcerptIds } from '@shared/briefing/references';
import { diffVersions } from '@shared/briefing/versionDiff';
import type { Briefing } from '@shared/model/briefing';
import type { BriefingVersion } from '@shared/model/briefingVersion';
import { useApp } from '../../../app/context';
import { Button, Dialog, Select, Switch } from '../../../ui';
import { useEvidence } from '../evidence';
import { labelsOf } from './citationLabels';
import { DiffView } from './DiffView';
import { keptAt } from './useVersions';
import styles from './versions.module.css';

interface CompareDialogProps {
  readonly briefing: Briefing;
  /** The newest first. */
  readonly versions: readonly BriefingVersion[];
  /** The version to begin with; it is compared with the text now. */
  readonly first: string;
  readonly onClose: () => void;
}

const NOW = 'now';

export const CompareDialog = ({ briefing, versions, first, onClose }: CompareDialogProps) => {
  const { run } = useApp();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(NOW);
  const [isShort, setShort] = useState(true);
  const text = (id: string) => versions.find((one) => one.id === id) ?? briefing;
  const [before, after] = [text(from), text(to)];
  const ids = useMemo(
    () => [...new Set([...citedExcerptIds(before.body), ...citedExcerptIds(after.body)])],
    [before.body, after.body],
  );
  const lookup = useEvidence(ids);
  const diff = useMemo(
    () => (lookup ? diffVersions(before, after, labelsOf(ids, lookup)) : null),
    [before, after, ids, lookup],
  );
  const items = [
    { id: NOW, label: 'The text now' },
    ...versions.map((one) => ({ id: one.id, label: one.name, detail: keptAt(one).words })),
  ];
  const version = versions.find((one) => one.id === from);
  const restore = async (): Promise<void> => {
    if ((await run('version.restore', { id: from })).ok) onClose();
  };
  return (
    <Dialog
      isOpen
      title="What changed"
      size="wide"
      onClose={onClose}
      actions={
        <>
          {version && <Button onPress={() => void restore()}>Restore “{shortName(version.name)}”</Button>}
          <Button variant="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Select label="From" items={items} value={from} onChange={setFrom} />
        <Select label="To" items={items} value={to} onChange={setTo} />
        <Switch isSelected={isShort} onChange={setShort}>
          Only what changed
        </Switch>
      </div>
      <p className={styles.summary} role="status">
        {diff ? `${countsInWords(diff.counts)}.` : 'Comparing…'}
      </p>
      {diff && <DiffView diff={diff} isShort={isShort} />}
    </Dialog>
  );
};

const shortName = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);
