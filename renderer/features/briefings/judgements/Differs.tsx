/** Says that the text and the fields disagree, and offers to put either right. */
import { Button } from '../../../ui';
import styles from './judgements.module.css';

interface DiffersProps {
  readonly inText: string;
  readonly inForm: string;
  readonly onText: () => void;
  readonly onForm: () => void;
}

export const Differs = ({ inText, inForm, onText, onForm }: DiffersProps) => (
  <div className={styles.differs} role="status">
    <p>
      The text says “{inText}”, this says “{inForm}”.
    </p>
    <div className={styles.offers}>
      <Button onPress={onText}>Write “{inForm}” in the text</Button>
      <Button variant="quiet" onPress={onForm}>
        Take “{inText}”
      </Button>
    </div>
  </div>
);
