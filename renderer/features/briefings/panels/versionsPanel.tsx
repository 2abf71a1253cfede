/** The versions as a panel: what the text was, when and by whose hand it was kept, and what can be done with it. */
import { useState } from 'react';
import { Ellipsis, GitCompareArrows, History } from 'lucide-react';
import type { BriefingVersion } from '@shared/model/briefingVersion';
import { actorOf } from '@shared/merge/clock';
import { planVersionName } from '@shared/briefing/versions';
import { refusalSentence } from '@shared/messages';
import { counted } from '@shared/text/counted';
import { useApp } from '../../../app/context';
import { flushPending } from '../../../app/pending';
import { Button, EmptyState, Icon, MenuButton, TextField, Truncate } from '../../../ui';
import type { MenuItems } from '../../../ui';
import { useAnalystNames } from '../useAnalystNames';
import { CompareDialog } from '../versions/CompareDialog';
import { keptAt, useVersions, wordCount } from '../versions/useVersions';
import { askForVersionName } from '../versions/VersionNameDialog';
import type { Panel, PanelProps } from './panel';
import styles from '../versions/versions.module.css';

const Versions = ({ briefing }: PanelProps) => {
  const versions = useVersions(briefing.id);
  const nameOf = useAnalystNames();
  const [compared, setCompared] = useState<string | null>(null);
  const compare = async (id: string): Promise<void> => {
    // What is being typed belongs to the text now.
    await flushPending();
    setCompared(id);
  };
  return (
    <aside className={styles.panel} aria-label="Versions">
      <div className={styles.head}>
        <h2 className={styles.title}>
          Versions <span className={styles.quiet}>{versions?.length.toLocaleString() ?? ''}</span>
        </h2>
        <KeepForm briefingId={briefing.id} />
      </div>
      <div className={styles.scroller}>
        {versions && versions.length > 0 && (
          <ul className={styles.list} aria-label="Versions, the newest first">
            {versions.map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                who={nameOf(actorOf(version.created))}
                onCompare={() => void compare(version.id)}
              />
            ))}
          </ul>
        )}
        {versions?.length === 0 && (
          <EmptyState
            icon={History}
            title="No versions yet"
            message="Keep one before you send the note. The program keeps one by itself before the first change of a day, when the note goes into review, and when it is finished."
          />
        )}
      </div>
      {compared !== null && versions && (
        <CompareDialog briefing={briefing} versions={versions} first={compared} onClose={() => setCompared(null)} />
      )}
    </aside>
  );
};

interface VersionRowProps {
  readonly version: BriefingVersion;
  readonly who: string;
  readonly onCompare: () => void;
}

const VersionRow = ({ version, who, onCompare }: VersionRowProps) => {
  const app = useApp();
  const { words, iso } = keptAt(version);
  const rename = async (): Promise<void> => {
    const name = await askForVersionName(app, 'Rename the version', version.name);
    if (name !== undefined) await app.run('version.rename', { id: version.id, name });
  };
  const items: MenuItems[] = [
    { id: 'restore', label: 'Restore', onAction: () => void app.run('version.restore', { id: version.id }) },
    { id: 'rename', label: 'Rename…', onAction: () => void rename() },
    'separator',
    {
      id: 'delete',
      label: 'Delete',
      isDanger: true,
      onAction: () => void app.run('version.delete', { id: version.id }),
    },
  ];
  return (
    <li className={styles.row} aria-label={version.name}>
      <p className={styles.name}>
        {version.automatic && <Icon icon={History} size={14} />}
        <Truncate>{version.name}</Truncate>
      </p>
      <p className={styles.facts}>
        {version.automatic ? 'by the program' : who} ·{' '}
        <time dateTime={iso} title={iso}>
          {words}
        </time>{' '}
        · {counted(wordCount(version.body), 'word')}
      </p>
      <div className={styles.tools}>
        <Button variant="quiet" icon={GitCompareArrows} onPress={onCompare}>
          Compare
        </Button>
        <MenuButton icon={Ellipsis} name={`More on “${version.name}”`} items={items} placement="bottom end" />
      </div>
    </li>
  );
};

const KeepForm = ({ briefingId }: { briefingId: string }) => {
  const { run } = useApp();
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const keep = async (): Promise<void> => {
    const plan = planVersionName(name);
    if (!plan.ok) return setError(refusalSentence(plan.reason));
    if ((await run('version.keep', { briefingId, name: plan.value })).ok) setName('');
  };
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <TextField
        aria-label="Name of the version to keep"
        placeholder="Name, such as “Sent to the desk”"
        value={name}
        onChange={(value) => {
          setName(value);
          setError('');
        }}
        maxLength={200}
        error={error || undefined}
      />
      <Button type="submit">Keep a version</Button>
    </form>
  );
};

export const versionsPanel: Panel = { id: 'versions', label: 'Versions', Component: Versions };
