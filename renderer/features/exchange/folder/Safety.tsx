/** How what is written into the folder is made safe: signed with the own key, encrypted with a passphrase. */
import { useApp } from '../../../app/context';
import { readBook, writeBook } from '../../../store/exchangeBook';
import { useCase } from '../../../store/hooks';
import { Switch } from '../../../ui';
import { exchangeWithFolder } from './exchange';
import { LockDialog } from './LockDialog';
import { keepPassphrase } from './secret';
import { keepFolder } from './state';
import type { FolderSetting } from './state';

export const Safety = ({ setting }: { readonly setting: FolderSetting }) => {
  const app = useApp();
  const open = useCase();
  /** What stands there was written otherwise: the whole case takes its place. */
  const change = async (patch: Partial<FolderSetting>): Promise<void> => {
    const next = { ...setting, ...patch };
    await keepFolder(open.id, next);
    const book = await readBook(open);
    if (book) await writeBook(open, { ...book, upTo: null });
    await exchangeWithFolder(app, open, next, true);
  };
  const lock = async (isLocked: boolean): Promise<void> => {
    const passphrase = isLocked ? await app.ask<string>((close) => <LockDialog close={close} />) : null;
    if (passphrase === undefined) return;
    await keepPassphrase(open.id, passphrase, app.platform);
    await change({ isLocked });
  };
  return (
    <>
      <Switch
        isSelected={setting.isSigned === true}
        onChange={(isSigned) => void change({ isSigned })}
        detail="What you write there, with your key: others see that it is yours and unchanged"
      >
        Signed by you
      </Switch>
      <Switch
        isSelected={setting.isLocked === true}
        onChange={(isLocked) => void lock(isLocked)}
        detail="With a passphrase that all who exchange here know: the folder alone tells nothing"
      >
        Encrypted
      </Switch>
    </>
  );
};
