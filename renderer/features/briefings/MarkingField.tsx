/** The label of the briefing: what it is, what holds it up, and the one way below what is cited: with a reason. */
import type { ReactNode } from 'react';
import {
  briefingMarking,
  passagesInWords,
  planBriefingMarking,
  raisedBy,
  stricterThan,
} from '@shared/briefing/marking';
import type { DerivedMarking, MarkedPassage } from '@shared/briefing/marking';
import type { Briefing } from '@shared/model/briefing';
import { MARKING_INK, MARKING_SENSE, MARKINGS } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import { dayWordsAt } from '@shared/text/when';
import { useApp } from '../../app/context';
import { BoxChip, Button, Disclosure, Select } from '../../ui';
import { askWhyLower, Passages } from './LowerMarkingDialog';
import { useAnalystNames } from './useAnalystNames';
import { useRaisedNotice } from './useRaisedNotice';
import styles from './head.module.css';

const AS_CITED = 'as cited';
const NOTHING: DerivedMarking = { marking: 'TLP:CLEAR', passages: [] };

const raisedWords = (raised: readonly MarkedPassage[]): string =>
  raised.length === 1
    ? `because it cites ${passagesInWords(raised)}`
    : `because it cites ${raised.length} passages of this marking, such as ${passagesInWords(raised.slice(0, 1))}`;

interface MarkingFieldProps {
  readonly briefing: Briefing;
  /** Null while what it cites is read. */
  readonly derived: DerivedMarking | null;
}

export const MarkingField = ({ briefing, derived: read }: MarkingFieldProps) => {
  const app = useApp();
  const derived = read ?? NOTHING;
  const marking = briefingMarking(briefing, derived);
  const raised = raisedBy(briefing, derived);
  useRaisedNotice(briefing, read);
  const choose = async (id: Marking | typeof AS_CITED): Promise<void> => {
    const own = id === AS_CITED ? null : id;
    if (own === null || planBriefingMarking(own, derived).ok) {
      if (own === briefing.marking && briefing.lowered === null) return;
      await app.run('briefing.update', { id: briefing.id, patch: { marking: own } });
      return;
    }
    const reason = await askWhyLower(app, own, stricterThan(own, derived));
    if (reason !== undefined) await app.run('briefing.lower', { id: briefing.id, marking: own, reason });
  };
  const items = [
    { id: AS_CITED, label: 'As what it cites', detail: derived.marking },
    ...MARKINGS.map((one) => ({
      id: one,
      label: one,
      detail: planBriefingMarking(one, derived).ok ? MARKING_SENSE[one] : 'below what it cites: needs a reason',
    })),
  ] as const;
  const isRaisedAgain = briefing.lowered !== null && raised.length > 0;
  return (
    <div className={styles.marking}>
      <BoxChip isLarge colour={MARKING_INK[marking]} title={MARKING_SENSE[marking]}>
        {marking}
      </BoxChip>
      <span className={styles.sense} title={raised.length > 0 ? passagesInWords(raised) : undefined}>
        {raised.length > 0 ? raisedWords(raised) : MARKING_SENSE[marking]}
      </span>
      <Select
        aria-label="Own marking"
        items={items}
        value={briefing.marking ?? AS_CITED}
        onChange={(id) => void choose(id)}
        className={styles.choose ?? ''}
      />
      {briefing.lowered && (
        <Lowered
          briefing={briefing}
          derived={derived}
          action={
            isRaisedAgain ? (
              <Button variant="link" onPress={() => void choose(briefing.lowered!.marking)}>
                Lower to {briefing.lowered.marking} again…
              </Button>
            ) : (
              <Button variant="link" onPress={() => void choose(AS_CITED)}>
                Mark it as what it cites
              </Button>
            )
          }
        />
      )}
    </div>
  );
};

interface LoweredProps {
  readonly briefing: Briefing;
  readonly derived: DerivedMarking;
  readonly action: ReactNode;
}

/** Who went below what is cited, when, why, and for which passages. */
const Lowered = ({ briefing, derived, action }: LoweredProps) => {
  const nameOf = useAnalystNames();
  const { lowered } = briefing;
  if (!lowered) return null;
  const covered = new Set(lowered.passages);
  const passages = derived.passages.filter((passage) => covered.has(passage.excerptId));
  return (
    <div className={styles.lowered} role="note" aria-label="Marking lowered">
      <p>
        Lowered to {lowered.marking} by {nameOf(lowered.by)},{' '}
        <time dateTime={lowered.at} title={lowered.at}>
          {dayWordsAt(lowered.at)}
        </time>
        : “{lowered.reason}” {action}
      </p>
      {passages.length > 0 && (
        <Disclosure title={passages.length === 1 ? 'For one passage' : `For ${passages.length} passages`} level={2}>
          <Passages passages={passages} />
        </Disclosure>
      )}
    </div>
  );
};
