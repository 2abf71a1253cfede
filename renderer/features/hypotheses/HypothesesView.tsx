/** The competing answers of the case, each with what speaks for and against it. */
import { useMemo, useState } from 'react';
import { Plus, Scale } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import type { App } from '../../app/context';
import { useApp } from '../../app/context';
import { useSelection } from '../../app/selection';
import { useLinkCounts } from '../../search/hooks';
import { useAllRows } from '../../store/hooks';
import { Button, Dialog, EmptyState, TextArea, ViewHead } from '../../ui';
import { useNames } from '../excerpts';
import { HypothesisCard } from './HypothesisCard';
import styles from './hypotheses.module.css';

const NewHypothesis = ({ app, close }: { app: App; close: (id?: string) => void }) => {
  const [statement, setStatement] = useState('');
  const [refused, setRefused] = useState<string | undefined>();
  const make = async (): Promise<void> => {
    const made = await app.run('hypothesis.create', { statement }, { refusal: 'return' });
    if (made.ok && made.value !== null) close(made.value);
    else if (!made.ok) setRefused(refusalSentence(made.reason, made.detail));
  };
  return (
    <Dialog
      isOpen
      title="New hypothesis"
      onClose={() => close()}
      onSubmit={() => void make()}
      actions={
        <>
          <Button onPress={() => close()}>Cancel</Button>
          <Button type="submit" variant="primary">
            Create
          </Button>
        </>
      }
    >
      <TextArea
        label="Statement"
        autoFocus
        rows={3}
        value={statement}
        onChange={setStatement}
        error={refused}
        hint="One answer to the question of the case, so that evidence can speak for it or against it."
      />
    </Dialog>
  );
};

export const HypothesesView = () => {
  const app = useApp();
  const hypotheses = useAllRows('hypotheses');
  const names = useNames();
  const { details } = useSelection();
  const order = useMemo(() => {
    const byCode = new Intl.Collator('en', { numeric: true });
    return [...(hypotheses?.values() ?? [])].sort((a, b) => byCode.compare(a.code, b.code) || (a.id < b.id ? -1 : 1));
  }, [hypotheses]);
  const ids = useMemo(() => order.map(({ id }) => id), [order]);
  const counts = useLinkCounts(ids);
  const create = (): void => void app.ask<string>((close) => <NewHypothesis app={app} close={close} />);
  if (!hypotheses) return null;
  if (order.length === 0) {
    return (
      <EmptyState
        icon={Scale}
        isPage
        title="No hypotheses yet"
        message="Write down the competing answers to the question of the case, then link excerpts that support or contradict each."
        action={
          <Button variant="primary" icon={Plus} onPress={create}>
            New hypothesis…
          </Button>
        }
      />
    );
  }
  return (
    <section className={styles.view} aria-labelledby="hypotheses-title">
      <ViewHead id="hypotheses-title" title="Hypotheses" count={order.length}>
        <Button variant="primary" icon={Plus} onPress={create}>
          New hypothesis…
        </Button>
      </ViewHead>
      <div className={styles.cardsColumn}>
        {order.map((hypothesis) => (
          <HypothesisCard
            key={hypothesis.id}
            hypothesis={hypothesis}
            counts={counts?.get(hypothesis.id)}
            names={names}
            selectedId={details?.table === 'excerpts' ? details.id : null}
          />
        ))}
      </div>
    </section>
  );
};
