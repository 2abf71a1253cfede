/** What stands behind one judgement: how likely, how sure and why, on what it rests, and what would change it. */
import { useState } from 'react';
import { LocateFixed } from 'lucide-react';
import type { Editor } from '@tiptap/core';
import type { JudgementInText } from '@shared/briefing/judgements';
import { refusalSentence } from '@shared/messages';
import { dayOf } from '@shared/model/day';
import { termById } from '@shared/model/estimative';
import type { Confidence, ScaleId } from '@shared/model/estimative';
import type { Judgement } from '@shared/model/judgement';
import { isDue } from '@shared/model/judgementPlan';
import type { JudgementPatch } from '@shared/model/judgementPlan';
import { useApp } from '../../../app/context';
import { useDraft } from '../../../app/useDraft';
import { Button, DayField, Select, TextArea } from '../../../ui';
import { CONFIDENCE_OPTIONS, likelihoodOptions, likelihoodWords, NONE, OutcomeFields } from '../../judgements';
import type { Evidence } from '../numbering';
import { Basis } from './Basis';
import { Differs } from './Differs';
import { Earlier } from './Earlier';
import { goToJudgement, writeLevel, writeTerm } from './place';
import styles from './judgements.module.css';

interface JudgementFormProps {
  readonly judgement: Judgement;
  /** The same as the text has it. */
  readonly said: JudgementInText;
  readonly scale: ScaleId;
  readonly editor: Editor;
  readonly evidence: Evidence | null;
  readonly onShow: (excerptId: string) => void;
}

export const JudgementForm = ({ judgement, said, scale, editor, evidence, onShow }: JudgementFormProps) => {
  const app = useApp();
  const { id, likelihood, confidence } = judgement;
  const [refused, setRefused] = useState<string | undefined>();
  const save = async (patch: JudgementPatch): Promise<boolean> => {
    const fold = `judgement.${Object.keys(patch).join()}.${id}`;
    const done = await app.run('judgement.update', { id, patch }, { refusal: 'return', fold });
    setRefused(done.ok ? undefined : refusalSentence(done.reason, done.detail));
    return done.ok;
  };
  const reason = useDraft(judgement.confidenceReason, (value) => save({ confidenceReason: value }));
  const assumptions = useDraft(judgement.assumptions, (value) => save({ assumptions: value }));
  const wouldChange = useDraft(judgement.wouldChange, (value) => save({ wouldChange: value }));

  const isOfScale = judgement.scale === scale;
  const term = isOfScale && likelihood !== null ? termById(scale, likelihood) : null;
  const inText = said.likelihood === null ? null : termById(scale, said.likelihood);
  const judge = (next: string | null): void => void save({ likelihood: next, scale });
  const beSure = (next: Confidence | null): void => void save({ confidence: next });
  return (
    <div className={styles.form}>
      <Select
        label="Likelihood"
        items={likelihoodOptions(scale)}
        value={isOfScale ? (likelihood ?? NONE) : null}
        placeholder="Choose on this scale"
        onChange={(next) => judge(next === NONE ? null : next)}
        hint={isOfScale ? undefined : `Was “${likelihoodWords(judgement)}” on another scale.`}
        error={refused}
      />
      {term && inText && inText.id !== term.id && (
        <Differs
          inText={inText.words}
          inForm={term.words}
          onText={() => void writeTerm(editor, id, scale, term.id)}
          onForm={() => judge(inText.id)}
        />
      )}
      <Select
        label="Confidence"
        items={CONFIDENCE_OPTIONS}
        value={confidence ?? NONE}
        onChange={(next) => beSure(next === NONE ? null : next)}
      />
      {confidence && said.confidence && said.confidence !== confidence && (
        <Differs
          inText={said.confidence}
          inForm={confidence}
          onText={() => void writeLevel(editor, id, confidence)}
          onForm={() => beSure(said.confidence)}
        />
      )}
      <TextArea label="Reason for the confidence" rows={2} {...reason} />
      <Basis ids={said.basis} evidence={evidence} onShow={onShow} />
      <TextArea label="Assumptions" rows={2} {...assumptions} />
      <TextArea label="What would change it" rows={2} {...wouldChange} />
      <DayField
        label="Review on"
        value={judgement.reviewDate}
        onChange={(reviewDate) => void save({ reviewDate })}
        hint={isDue(judgement, dayOf(app.now())) ? 'This review is due.' : undefined}
      />
      <Earlier judgement={judgement} />
      <OutcomeFields judgement={judgement} />
      <Button icon={LocateFixed} variant="quiet" onPress={() => void goToJudgement(editor, id)}>
        Go to it in the text
      </Button>
    </div>
  );
};
