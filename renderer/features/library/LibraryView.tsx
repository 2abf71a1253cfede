/** The cases of this profile, and the three ways to begin: the sample, a new case, a bundle. */
import { momentWords } from '@shared/text/when';
import { BookOpen, Ellipsis, FilePlus2, PackageOpen } from 'lucide-react';
import { useApp } from '../../app/context';
import { useWorks } from '../../app/progress';
import { useCases } from '../../store/hooks';
import type { RegisteredCase } from '../../store/registry';
import { Button, Icon, MenuButton, ProgressBar } from '../../ui';
import type { IconType } from '../../ui';
import styles from './library.module.css';

const CaseRow = ({ one }: { one: RegisteredCase }) => {
  const app = useApp();
  return (
    <li className={styles.case}>
      <button type="button" className={styles.caseButton} onClick={() => void app.run('case.open', { caseId: one.id })}>
        <span className={styles.caseName}>{one.name}</span>
        <time dateTime={one.opened} title={one.opened} className={styles.when}>
          opened {momentWords(one.opened)}
        </time>
      </button>
      <MenuButton
        icon={Ellipsis}
        name={`More for ${one.name}`}
        isSmall
        placement="bottom end"
        items={[
          { id: 'open', label: 'Open', onAction: () => void app.run('case.open', { caseId: one.id }) },
          {
            id: 'delete',
            label: 'Delete case…',
            isDanger: true,
            onAction: () => void app.run('case.delete', { caseId: one.id }),
          },
        ]}
      />
    </li>
  );
};

const Beginning = ({
  icon,
  title,
  words,
  onPress,
}: {
  icon: IconType;
  title: string;
  words: string;
  onPress: () => void;
}) => (
  <button type="button" className={styles.beginning} onClick={onPress}>
    <Icon icon={icon} size={20} />
    <span className={styles.beginningTitle}>{title}</span>
    <span className={styles.beginningWords}>{words}</span>
  </button>
);

export const LibraryView = () => {
  const app = useApp();
  const cases = useCases();
  const works = useWorks();
  if (cases === undefined) return null;
  return (
    <main className={styles.page}>
      <div className={styles.library}>
        <header className={styles.head}>
          <h1 className={styles.title}>{cases.length === 0 ? `Welcome, ${app.analyst?.name ?? ''}` : 'Cases'}</h1>
          <Button variant="quiet" onPress={() => void app.run('settings.open')}>
            Settings
          </Button>
        </header>
        {cases.length === 0 && (
          <p className={styles.lead}>
            A case is one body of work: its documents, the excerpts you keep from them, and the notes you write. Nothing
            in it leaves this computer unless you export it.
          </p>
        )}
        <div className={styles.beginnings}>
          <Beginning
            icon={BookOpen}
            title="Open the sample case"
            words="A finished piece of work to look around in."
            onPress={() => void app.run('sample.open')}
          />
          <Beginning
            icon={FilePlus2}
            title="Start a new case"
            words="Empty, with a name of its own."
            onPress={() => void app.run('case.new')}
          />
          <Beginning
            icon={PackageOpen}
            title="Open a bundle"
            words="A .collate file from a colleague or a backup."
            onPress={() => void app.run('bundle.import')}
          />
        </div>
        {works.map((work) => (
          <ProgressBar
            key={work.id}
            label={work.label}
            value={work.fraction}
            {...(work.onCancel ? { onCancel: work.onCancel } : {})}
          />
        ))}
        {cases.length > 0 && (
          <ul className={styles.cases} aria-label="Cases on this computer">
            {cases.map((one) => (
              <CaseRow key={one.id} one={one} />
            ))}
          </ul>
        )}
      </div>
    </main>
  );
};
