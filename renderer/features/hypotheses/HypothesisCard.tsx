/** One hypothesis: what it says, what to note about it, and the evidence for and against it. */
import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { refusalSentence } from '@shared/messages';
import type { Hypothesis } from '@shared/model/hypothesis';
import { useApp } from '../../app/context';
import { useDraft } from '../../app/useDraft';
import type { LinkCounts } from '../../search/engine/caseIndex';
import { Badge, Disclosure, IconButton, TextArea } from '../../ui';
import type { Names } from '../excerpts';
import { Evidence } from './Evidence';
import styles from './hypotheses.module.css';

export interface HypothesisCardProps {
  readonly hypothesis: Hypothesis;
  readonly counts: LinkCounts | undefined;
  readonly names: Names;
  readonly selectedId: string | null;
}

export function HypothesisCard({ hypothesis, counts, names, selectedId }: HypothesisCardProps) {
  const app = useApp();
  const { id, code } = hypothesis;
  const [refused, setRefused] = useState<string | undefined>();
  const save = async (patch: Partial<Hypothesis>, fold: string): Promise<void> => {
    const outcome = await app.run('hypothesis.update', { id, patch }, { refusal: 'return', fold });
    setRefused(outcome.ok ? undefined : refusalSentence(outcome.reason, outcome.detail));
  };
  const statement = useDraft(hypothesis.statement, (value) => save({ statement: value }, `statement ${id}`));
  const note = useDraft(hypothesis.note, (value) => save({ note: value }, `note ${id}`));
  const [supports, contradicts] = [counts?.byType.supports ?? 0, counts?.byType.contradicts ?? 0];
  return (
    <article className={styles.hypothesis} aria-labelledby={`hypothesis-${id}`}>
      <header className={styles.cardHead}>
        <h2 id={`hypothesis-${id}`} className={styles.code}>
          <Badge tone="accent">{code}</Badge>
        </h2>
        <span className={styles.balance}>
          {supports.toLocaleString()} {supports === 1 ? 'supports' : 'support'} · {contradicts.toLocaleString()}{' '}
          {contradicts === 1 ? 'contradicts' : 'contradict'}
        </span>
        <IconButton icon={Trash2} name={`Delete ${code}`} onPress={() => void app.run('hypothesis.delete', { id })} />
      </header>
      <TextArea
        aria-label={`Statement of ${code}`}
        className={styles.statement ?? ''}
        rows={1}
        {...statement}
        error={refused}
      />
      <TextArea label="Note" rows={1} placeholder="What would have to be true; what would speak against it" {...note} />
      <Disclosure
        title="Evidence"
        level={3}
        defaultExpanded
        end={<span className={styles.muted}>{counts?.total ?? 0}</span>}
      >
        <Evidence hypothesisId={id} names={names} selectedId={selectedId} />
      </Disclosure>
    </article>
  );
}
