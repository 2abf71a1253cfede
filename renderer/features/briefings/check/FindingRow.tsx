/** One finding in the panel: its sentence leads to the words; below it what can be done. */
import type { Finding } from '@shared/briefing/checks/finding';
import { Button, Icon, VisuallyHidden } from '../../../ui';
import { SEVERITY } from './severity';
import type { FindingActions } from './useFindings';
import styles from './check.module.css';

export const FindingRow = ({ finding, actions }: { finding: Finding; actions: FindingActions }) => {
  const { severity, sentence, words, standard, fix, at } = finding;
  return (
    <li className={styles.finding}>
      <button
        type="button"
        className={styles.go}
        data-severity={severity}
        data-row={finding.id}
        onClick={() => actions.show(finding)}
      >
        <Icon icon={SEVERITY[severity].icon} />
        <span>
          <VisuallyHidden>{SEVERITY[severity].name}: </VisuallyHidden>
          {sentence}
        </span>
        {words !== '' && at !== null && <span className={styles.words}>“{words}”</span>}
        <span className={styles.standard}>{standard}</span>
      </button>
      <div className={styles.acts}>
        {fix && <Button onPress={() => actions.fix(finding)}>{fix.label}</Button>}
        <Button variant="quiet" onPress={() => actions.show(finding)}>
          Go to
        </Button>
        <Button variant="quiet" onPress={() => void actions.accept(finding)}>
          Accept…
        </Button>
      </div>
    </li>
  );
};
