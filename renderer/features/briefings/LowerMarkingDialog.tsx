/** Asks why a briefing may be shared more widely than a passage it cites: TLP 2.0 leaves that to whoever gave the label. */
import type { MarkedPassage } from '@shared/briefing/marking';
import { MARKING_INK, MARKING_SENSE } from '@shared/model/marking';
import type { Marking } from '@shared/model/marking';
import type { App } from '../../app/context';
import { BoxChip } from '../../ui';
import { askForReason } from './ReasonDialog';
import styles from './head.module.css';

const MOST_SHOWN = 12;

/** Each with its label, its first words and its document. */
export const Passages = ({ passages }: { passages: readonly MarkedPassage[] }) => (
  <>
    <ul className={styles.passages}>
      {passages.slice(0, MOST_SHOWN).map((passage) => (
        <li key={passage.excerptId}>
          <BoxChip colour={MARKING_INK[passage.marking]}>{passage.marking}</BoxChip>
          <span>
            <q>{passage.words}</q>
            <span className={styles.from}>{passage.title}</span>
          </span>
        </li>
      ))}
    </ul>
    {passages.length > MOST_SHOWN && <p>and {(passages.length - MOST_SHOWN).toLocaleString()} more</p>}
  </>
);

/** Resolves with the reason; undefined when the dialog is dismissed. */
export const askWhyLower = (
  app: Pick<App, 'ask'>,
  marking: Marking,
  passages: readonly MarkedPassage[],
): Promise<string | undefined> =>
  askForReason(app, {
    title: `Lower the label to ${marking}`,
    about: (
      <>
        <p>
          {passages.length === 1
            ? 'It cites a passage that forbids'
            : `It cites ${passages.length} passages that forbid`}{' '}
          this label ({MARKING_SENSE[marking].toLowerCase()}):
        </p>
        <Passages passages={passages} />
      </>
    ),
    label: 'Why it may be shared more widely',
    hint: 'Who allowed it, and on what ground. It stays in the record with your name and the date. A passage that is cited later and is stricter raises the label again.',
    action: 'Lower the label',
  });
