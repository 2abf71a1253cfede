/** Asks why a finding is left as it is. The reason stays in the briefing, for whoever reviews it. */
import type { Finding } from '@shared/briefing/checks/finding';
import type { App } from '../../../app/context';
import { askForReason } from '../ReasonDialog';
import styles from './check.module.css';

/** Asks for the reason and keeps it; true when the finding was accepted. */
export async function acceptFinding(
  app: Pick<App, 'ask' | 'run'>,
  briefingId: string,
  finding: Finding,
): Promise<boolean> {
  const reason = await askForReason(app, {
    title: 'Accept this finding',
    about: (
      <>
        <p className={styles.sentence}>{finding.sentence}</p>
        {finding.words !== '' && <p className={styles.words}>“{finding.words}”</p>}
      </>
    ),
    label: 'Why it stays as it is',
    hint: 'Kept in the briefing with your name and the date. The finding comes back when these words change.',
    action: 'Accept',
  });
  if (reason === undefined) return false;
  const { id, rule, words } = finding;
  return (await app.run('finding.accept', { id: briefingId, finding: { id, rule, words }, reason })).ok;
}
