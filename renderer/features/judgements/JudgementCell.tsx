/** What stands in one cell of the list of judgements: a word, and below it what it means. */
import type { ReactNode } from 'react';
import { likelihoodOf } from '@shared/model/judgement';
import { dayWords } from '@shared/text/when';
import { Truncate } from '../../ui';
import type { ColumnId, JudgementRow } from './rows';
import { capital, CHANGE_WORDS, OUTCOME_WORDS } from './words';
import styles from './judgements.module.css';

const Two = ({ first, second, isMarked = false }: { first: ReactNode; second?: string; isMarked?: boolean }) => (
  <span className={styles.two}>
    <span>{first}</span>
    {second && <span className={isMarked ? styles.due : styles.quiet}>{second}</span>}
  </span>
);

export const JudgementCell = ({ row, column }: { row: JudgementRow; column: ColumnId }) => {
  const { judgement, briefing, isDue, change } = row;
  switch (column) {
    case 'statement':
      return judgement.statement === '' ? (
        <span className={styles.quiet}>Nothing is written yet</span>
      ) : (
        <Truncate lines={2} className={styles.wrapped ?? ''}>
          {judgement.statement}
        </Truncate>
      );
    case 'briefing':
      return (
        <Truncate lines={2} className={styles.wrapped ?? ''}>
          {briefing?.title ?? 'Briefing deleted'}
        </Truncate>
      );
    case 'likelihood': {
      const term = likelihoodOf(judgement);
      return term ? (
        <Two first={<Truncate>{capital(term.words)}</Truncate>} second={term.bandWords} />
      ) : (
        <Two first="None" />
      );
    }
    case 'confidence':
      return judgement.confidence === null ? 'Not stated' : capital(judgement.confidence);
    case 'basis':
      return judgement.basis.length.toLocaleString();
    case 'review':
      if (judgement.reviewDate === '') return '';
      return <Two first={dayWords(judgement.reviewDate)} {...(isDue ? { second: 'due', isMarked: true } : {})} />;
    case 'change':
      return change === null ? (
        ''
      ) : (
        <Two
          first={capital(change)}
          {...(change === 'reversed' ? {} : { second: CHANGE_WORDS[change].replace(`${change} `, '') })}
        />
      );
    case 'outcome':
      return <Two first={OUTCOME_WORDS[judgement.outcome]} second={dayWords(judgement.outcomeDate)} />;
  }
};
