/** Records what came of one judgement, from the list. Each field is kept as it is set; undo takes it back. */
import type { App } from '../../app/context';
import { useRow } from '../../store/hooks';
import { Button, Dialog } from '../../ui';
import { OutcomeFields } from './OutcomeFields';
import { capital, likelihoodWords } from './words';
import styles from './fields.module.css';

const OutcomeDialog = ({ id, close }: { id: string; close: () => void }) => {
  const judgement = useRow('judgements', id);
  return (
    <Dialog
      isOpen
      title="Record the outcome"
      onClose={close}
      onSubmit={close}
      actions={
        <Button variant="primary" type="submit">
          Done
        </Button>
      }
    >
      {judgement === null && <p className={styles.quiet}>This judgement is no longer there.</p>}
      {judgement && (
        <div className={styles.form}>
          <p className={styles.statement}>{judgement.statement}</p>
          <p className={styles.quiet}>{capital(likelihoodWords(judgement))}</p>
          <OutcomeFields judgement={judgement} />
        </div>
      )}
    </Dialog>
  );
};

/** Resolves when the dialog is closed. */
export const askForOutcome = (app: Pick<App, 'ask'>, id: string): Promise<undefined> =>
  app.ask<undefined>((close) => <OutcomeDialog id={id} close={() => close()} />);
