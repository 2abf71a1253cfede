/** What was accepted: why, by whom and when, and the way to open it again. */
import type { Findings } from './useFindings';
import type { AcceptedFinding, Briefing } from '@shared/model/briefing';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../../app/context';
import { Button, Disclosure } from '../../../ui';
import { useAnalystNames } from '../useAnalystNames';
import styles from './check.module.css';

interface AcceptedFindingsProps {
  readonly briefing: Briefing;
  readonly findings: Findings;
}

export const AcceptedFindings = ({ briefing, findings: { accepted, past } }: AcceptedFindingsProps) => {
  const count = accepted.length + past.length;
  if (count === 0) return null;
  return (
    <Disclosure title={`Accepted (${count.toLocaleString()})`} className={styles.accepted ?? ''}>
      {accepted.map(({ finding, why }) => (
        <Accepted key={why.id} briefing={briefing} why={why} sentence={finding.sentence} />
      ))}
      {past.map((why) => (
        <Accepted key={why.id} briefing={briefing} why={why} sentence="No longer found in the text." />
      ))}
    </Disclosure>
  );
};

interface AcceptedProps {
  readonly briefing: Briefing;
  readonly why: AcceptedFinding;
  readonly sentence: string;
}

const Accepted = ({ briefing, why, sentence }: AcceptedProps) => {
  const { run } = useApp();
  const nameOf = useAnalystNames();
  return (
    <div className={styles.why}>
      <p>{sentence}</p>
      {why.words !== '' && <p className={styles.words}>“{why.words}”</p>}
      <p>Reason: {why.reason}</p>
      <p className={styles.standard}>
        {nameOf(why.by)},{' '}
        <time dateTime={why.at} title={why.at}>
          {momentWords(why.at)}
        </time>
      </p>
      <div className={styles.acts}>
        <Button variant="quiet" onPress={() => void run('finding.reopen', { id: briefing.id, findingId: why.id })}>
          Open again
        </Button>
      </div>
    </div>
  );
};
