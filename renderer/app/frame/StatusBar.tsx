/** One line at the foot: saved, how current the index and the backup are, long work, who is at the keyboard. */
import { memo, useCallback, useSyncExternalStore } from 'react';
import { timeWords } from '@shared/text/when';
import { useIndexState } from '../../search/hooks';
import type { IndexState } from '../../search/protocol';
import { ProgressBar } from '../../ui';
import { useApp } from '../context';
import { useWorks } from '../progress';
import type { Session } from '../session';
import styles from './frame.module.css';

function useBackup(session: Session): string {
  const { copy } = session;
  const subscribe = useCallback((listener: () => void) => copy?.onChange(listener) ?? (() => undefined), [copy]);
  const trouble = useSyncExternalStore(subscribe, () => copy?.trouble() ?? null);
  const at = useSyncExternalStore(subscribe, () => copy?.backupAt() ?? null);
  if (!copy) return 'no copy outside the browser: export a bundle to keep one';
  if (trouble === 'no-space') return 'the disk is full: the second copy was not written';
  if (trouble) return 'the second copy could not be written';
  if (!at) return 'first backup under way';
  return `last backup ${timeWords(at)}`;
}

const indexWords = (state: IndexState): string => {
  switch (state.phase) {
    case 'current':
      return 'index current';
    case 'building':
      return `building the index, ${state.rows.toLocaleString()} records read`;
    case 'starting':
      return 'opening the index';
    case 'failed':
      return 'the index could not be built';
  }
};

const StatusBarNow = ({ session, persisted }: { session: Session; persisted: boolean }) => {
  const app = useApp();
  const works = useWorks();
  const backup = useBackup(session);
  const index = useIndexState();
  return (
    <footer className={styles.status} aria-label="Status">
      <span>saved</span>
      <span>{indexWords(index)}</span>
      <span>{backup}</span>
      {!persisted && <span>the browser may clear this data when the disk is full</span>}
      <span className={styles.spring} />
      {works.map((work) => (
        <ProgressBar
          key={work.id}
          label={work.label}
          value={work.fraction}
          {...(work.onCancel ? { onCancel: work.onCancel } : {})}
          className={styles.workBar ?? ''}
        />
      ))}
      <span>{app.analyst?.name}</span>
    </footer>
  );
};

export const StatusBar = memo(StatusBarNow);
