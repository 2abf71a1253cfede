/** The judgements of the note in the order of the text, each with what is missing; one at a time shows its fields. */
import { useMemo } from 'react';
import { Gavel } from 'lucide-react';
import { judgementsIn } from '@shared/briefing/judgements';
import type { JudgementInText } from '@shared/briefing/judgements';
import type { Judgement } from '@shared/model/judgement';
import { missingIn } from '@shared/model/judgementPlan';
import { useAllRows } from '../../../store/hooks';
import { Disclosure, EmptyState, keysText } from '../../../ui';
import { capital, likelihoodWords } from '../../judgements';
import { chooseJudgement, useChosenJudgement } from '../judgements/chosen';
import { JudgementForm } from '../judgements/JudgementForm';
import styles from '../judgements/judgements.module.css';
import type { Panel, PanelProps } from './panel';

const useSaid = ({ briefing, record }: PanelProps): JudgementInText[] =>
  useMemo(() => judgementsIn(briefing.body, record.scale), [briefing.body, record.scale]);

const Judgements = (props: PanelProps) => {
  const said = useSaid(props);
  const rows = useAllRows('judgements');
  const chosen = useChosenJudgement();
  if (!rows) return null;
  const known = said.flatMap((one) => {
    const judgement = rows.get(one.judgementId);
    return judgement ? [{ said: one, judgement }] : [];
  });
  const missing = known.filter(({ judgement }) => missingIn(judgement).length > 0).length;
  return (
    <aside className={styles.panel} aria-label="Judgements">
      <div className={styles.head}>
        <h2 className={styles.title}>
          Judgements <span className={styles.quiet}>{known.length.toLocaleString()}</span>
        </h2>
        {missing > 0 && (
          <p className={styles.quiet} role="status">
            {missing === 1 ? 'One is not complete' : `${missing.toLocaleString()} are not complete`}
          </p>
        )}
      </div>
      {known.length === 0 ? (
        <EmptyState
          icon={Gavel}
          title="No judgements in this note"
          message={`Put the caret into a paragraph and press ${keysText('Mod+Alt+J')}. What stands behind the judgement is kept here.`}
        />
      ) : (
        <ol className={styles.list}>
          {known.map(({ said: words, judgement }, i) => (
            <li key={judgement.id} ref={chosen === judgement.id ? intoView : null}>
              <Disclosure
                title={<Summary number={i + 1} judgement={judgement} basis={words.basis.length} />}
                isExpanded={chosen === judgement.id}
                onExpandedChange={(isOpen) => chooseJudgement(isOpen ? judgement.id : null)}
                className={styles.judgement ?? ''}
              >
                <JudgementForm
                  key={judgement.id}
                  judgement={judgement}
                  said={words}
                  scale={props.record.scale}
                  editor={props.editor}
                  evidence={props.evidence}
                  onShow={props.onShow}
                />
              </Disclosure>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.foot}>A likelihood’s middle counts as its probability.</p>
    </aside>
  );
};

/** What was asked for elsewhere may stand far down the list. */
const intoView = (item: HTMLLIElement | null): void => item?.scrollIntoView({ block: 'nearest' });

interface SummaryProps {
  readonly number: number;
  readonly judgement: Judgement;
  readonly basis: number;
}

const Summary = ({ number, judgement, basis }: SummaryProps) => {
  const missing = missingIn(judgement);
  const facts = [
    capital(likelihoodWords(judgement)),
    ...(judgement.confidence === null ? [] : [`${judgement.confidence} confidence`]),
    basis === 1 ? 'one excerpt' : `${basis.toLocaleString()} excerpts`,
  ];
  return (
    <span className={styles.summary}>
      <span className={styles.statement}>
        {number}. {judgement.statement || 'Nothing is written yet'}
      </span>
      <span className={styles.quiet}>{facts.join(' · ')}</span>
      {missing.length > 0 && <span className={styles.missing}>Missing: {missing.join(', ')}</span>}
    </span>
  );
};

const useCount = (props: PanelProps): number | null => useSaid(props).length || null;

export const judgementsPanel: Panel = { id: 'judgements', label: 'Judgements', Component: Judgements, useCount };
