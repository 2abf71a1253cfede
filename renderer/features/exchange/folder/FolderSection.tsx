/** The exchange folder in the Exchange view: which one, who wrote what and when, and what stands in the way. */
import { Folder, FolderSync, TriangleAlert } from 'lucide-react';
import { readFolderName } from '@shared/bundle/folder';
import { signerWords } from '@shared/bundle/seal/signerWords';
import type { Book, Seen } from '@shared/bundle/folder';
import { analystRecordId } from '@shared/model/analyst';
import { momentWords } from '@shared/text/when';
import { useApp } from '../../../app/context';
import { useBook, writeBook } from '../../../store/exchangeBook';
import { useAllRows, useCase, useSetting } from '../../../store/hooks';
import { Banner, Button, Icon, Switch } from '../../../ui';
import exchange from '../exchange.module.css';
import { askAboutSigner } from '../Signer';
import { exchangeWithFolder } from './exchange';
import styles from './folder.module.css';
import { Safety } from './Safety';
import { keepPassphrase } from './secret';
import { folderKey, keepFolder, useActivity } from './state';
import type { FolderSetting } from './state';
import { folderSentence } from './words';

const SHOWN = 12;

export const FolderSection = () => {
  const app = useApp();
  const open = useCase();
  const setting = useSetting<FolderSetting>(folderKey(open.id));
  const { folders } = app.platform;
  const choose = async (): Promise<void> => {
    const chosen = await folders!.choose('Choose the exchange folder');
    if (!chosen.ok) {
      if (chosen.reason !== 'cancelled') app.toast(folderSentence(chosen.reason), { tone: 'danger' });
      return;
    }
    const next: FolderSetting = { ...chosen.value, byItself: true };
    await keepFolder(open.id, next);
    await exchangeWithFolder(app, open, next, true);
  };
  return (
    <section className={exchange.section} aria-labelledby="exchange-folder">
      <h2 id="exchange-folder">Exchange through a folder</h2>
      <p>
        Several analysts choose the same folder: on a share, on a stick, or one that a sync program carries. Each writes
        what changed there as small bundles and takes in those of the others. Whoever can read the folder can read the
        case, unless it is encrypted.
      </p>
      {folders === null ? (
        <Banner>
          This browser gives programs no folders. Bundles can be exchanged by hand; the desktop program, Chrome and Edge
          can use a folder.
        </Banner>
      ) : setting ? (
        <Connected setting={setting} onChooseAgain={() => void choose()} />
      ) : (
        <Button icon={Folder} onPress={() => void choose()}>
          Choose a folder…
        </Button>
      )}
    </section>
  );
};

const Connected = ({ setting, onChooseAgain }: { setting: FolderSetting; onChooseAgain: () => void }) => {
  const app = useApp();
  const open = useCase();
  const book = useBook();
  const { isRunning, trouble } = useActivity(open.id);
  const stop = async (): Promise<void> => {
    await keepFolder(open.id, null);
    await writeBook(open, null);
    await keepPassphrase(open.id, null, app.platform);
    await app.platform.folders?.forget(setting.handle);
  };
  return (
    <>
      <div className={styles.head}>
        <span className={styles.name}>
          <Icon icon={Folder} />
          <strong>{setting.name}</strong>
        </span>
        <Button icon={FolderSync} isBusy={isRunning} onPress={() => void exchangeWithFolder(app, open, setting, true)}>
          Exchange now
        </Button>
        <Button variant="quiet" onPress={onChooseAgain}>
          Choose another…
        </Button>
        <Button variant="quiet" onPress={() => void stop()}>
          Stop using it
        </Button>
      </div>
      <Switch
        isSelected={setting.byItself}
        onChange={(byItself) => void keepFolder(open.id, { ...setting, byItself })}
        detail="Every 20 seconds, and when this window comes to the front"
      >
        By itself
      </Switch>
      <Safety setting={setting} />
      {trouble !== null && (
        <Banner tone="warning" title="The folder could not be used" isLive>
          {trouble}
        </Banner>
      )}
      {book?.folder === setting.handle && <Doings book={book} setting={setting} />}
    </>
  );
};

const Doings = ({ book, setting }: { book: Book; setting: FolderSetting }) => {
  const written = book.written.at(-1);
  const taken = book.seen.filter(({ outcome }) => outcome === 'taken');
  const broken = book.seen.filter(({ outcome }) => outcome === 'broken');
  const waiting = book.seen.filter(({ outcome }) => outcome === 'waiting');
  return (
    <>
      <dl className={styles.last}>
        <dt>Last written</dt>
        <dd>
          {written
            ? `${momentWords(written.at)}, ${written.kind === 'whole' ? 'the whole case' : 'what had changed'}`
            : 'nothing yet'}
        </dd>
        <dt>Last taken in</dt>
        <dd>{taken.length > 0 ? momentWords(taken.at(-1)!.at) : 'nothing yet'}</dd>
      </dl>
      {waiting.length > 0 && <Waiting files={waiting} setting={setting} />}
      {broken.length > 0 && <h3 className={styles.kind}>Could not be taken in</h3>}
      {broken.length > 0 && (
        <ul className={styles.files} aria-label="Files that could not be taken in">
          {broken.slice(0, SHOWN).map((file) => (
            <li key={file.name} className={styles.broken}>
              <Icon icon={TriangleAlert} />
              <span>
                <Who file={file} />
                <span className={styles.file}>{file.name}</span>
                {file.words}
              </span>
            </li>
          ))}
        </ul>
      )}
      {taken.length > 0 && <h3 className={styles.kind}>Taken in</h3>}
      {taken.length > 0 && (
        <ul className={styles.files} aria-label="Taken in from the folder">
          {taken
            .slice(-SHOWN)
            .reverse()
            .map((file) => (
              <li key={file.name}>
                <Who file={file} />
                <span>
                  {file.words} <span className={styles.file}>written {momentWords(file.modified)}</span>
                  {file.signed && <span className={styles.file}>{signerWords(file.signed).words}</span>}
                </span>
                <time dateTime={file.at}>{momentWords(file.at)}</time>
              </li>
            ))}
        </ul>
      )}
    </>
  );
};

/** Bundles signed with a key that nobody here has accepted: asked about, one key at a time. */
const Waiting = ({ files, setting }: { files: readonly Seen[]; setting: FolderSetting }) => {
  const app = useApp();
  const open = useCase();
  const ask = async (file: Seen): Promise<void> => {
    if (file.signed && (await askAboutSigner(app, file.signed))) await exchangeWithFolder(app, open, setting, true);
  };
  return (
    <>
      <h3 className={styles.kind}>Waiting for you</h3>
      <ul className={styles.files} aria-label="Files that wait for you">
        {files.slice(0, SHOWN).map((file) => (
          <li key={file.name}>
            <Who file={file} />
            <span>
              {file.words} <span className={styles.file}>{file.name}</span>
            </span>
            <Button onPress={() => void ask(file)}>Who is it from?</Button>
          </li>
        ))}
      </ul>
    </>
  );
};

const Who = ({ file }: { file: Seen }) => {
  const analysts = useAllRows('analysts');
  const actor = readFolderName(file.name)?.actor;
  const name = actor && analysts?.get(analystRecordId(actor))?.name;
  return <strong>{name ?? 'An analyst unknown here'}</strong>;
};
