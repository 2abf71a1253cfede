/** The strictest marking of the open case, always in sight. TLP 2.0: coloured text on black. */
import { memo } from 'react';
import { MARKING_INK, MARKING_SENSE, strictest } from '@shared/model/marking';
import { useCounts } from '../../search/hooks';
import { useAllRows } from '../../store/hooks';
import styles from './frame.module.css';

const MarkingBarNow = () => {
  const documents = useAllRows('documents');
  const counts = useCounts();
  const marking = strictest([
    ...[...(documents?.values() ?? [])].map((document) => document.marking),
    ...[...(counts?.markings ?? [])].filter(([, count]) => count > 0).map(([marking]) => marking),
  ]);
  const nothing = documents?.size === 0;
  return (
    <header className={styles.marking} aria-label="Marking of this case">
      {nothing ? (
        <span className={styles.sense}>nothing marked yet</span>
      ) : (
        <>
          <span className={styles.label} style={{ color: MARKING_INK[marking] }}>
            {marking}
          </span>
          <span className={styles.sense}>strictest in this case: {MARKING_SENSE[marking]}</span>
        </>
      )}
    </header>
  );
};

export const MarkingBar = memo(MarkingBarNow);
