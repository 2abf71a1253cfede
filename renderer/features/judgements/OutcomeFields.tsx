/** What came of a judgement: whether it happened, when that was known, and what it shows. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { refusalSentence } from '@shared/messages';
import type { Judgement } from '@shared/model/judgement';
import type { JudgementPatch } from '@shared/model/judgementPlan';
import { useApp } from '../../app/context';
import { useDraft } from '../../app/useDraft';
import { DayField, Select, TextArea } from '../../ui';
import { OUTCOME_OPTIONS } from './words';
import styles from './fields.module.css';

export const OutcomeFields = ({ judgement }: { judgement: Judgement }): ReactNode => {
  const app = useApp();
  const { id, outcome, outcomeDate, outcomeNote } = judgement;
  const [refused, setRefused] = useState<string | undefined>();
  const save = async (patch: JudgementPatch): Promise<void> => {
    const fold = `judgement.${Object.keys(patch).join()}.${id}`;
    const done = await app.run('judgement.update', { id, patch }, { refusal: 'return', fold });
    setRefused(done.ok ? undefined : refusalSentence(done.reason, done.detail));
  };
  const note = useDraft(outcomeNote, (value) => save({ outcomeNote: value }));
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Select
          label="Outcome"
          items={OUTCOME_OPTIONS}
          value={outcome}
          error={refused}
          onChange={(next) => void save({ outcome: next })}
        />
        {outcome !== 'open' && (
          <DayField label="Known on" value={outcomeDate} onChange={(day) => void save({ outcomeDate: day })} />
        )}
      </div>
      <TextArea label="What it shows" rows={2} placeholder="What happened, and who says so" {...note} />
    </div>
  );
};
