/** The analyst's name, the theme, and the keys: which are on, and which are changed. */
import { useState } from 'react';
import { COMMANDS } from '@shared/commands';
import type { CommandId } from '@shared/commands';
import { yes } from '@shared/model/result';
import { useSetting } from '../../store/hooks';
import { writeSetting } from '../../store/registry';
import { Button, Dialog, Select, Switch, TextField } from '../../ui';
import type { Theme } from '../../ui';
import type { App, Outcome } from '../context';
import { keysOf, keysFor } from '../keymap';
import type { ChangedKeys } from '../keymap';
import { MENU_PLACES, commandsIn } from '../menuPlaces';
import { saveAnalyst } from '../session';
import { KEYMAP_SETTING, SINGLE_KEYS_SETTING, THEME_SETTING, setTheme } from '../viewSettings';
import styles from './dialogs.module.css';

const THEME_ITEMS = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
];

const KeyChanger = () => {
  const changed = useSetting<ChangedKeys>(KEYMAP_SETTING) ?? {};
  const [id, setId] = useState<CommandId>('excerpt.fromSelection');
  const save = (keys: string | null | undefined): void => {
    const { [id]: _, ...rest } = changed;
    void writeSetting(KEYMAP_SETTING, keys === undefined ? rest : { ...rest, [id]: keys });
  };
  const ids = MENU_PLACES.flatMap(commandsIn);
  return (
    <>
      <Select
        label="Keys of"
        items={ids.map((one) => ({ id: one, label: COMMANDS[one].label }))}
        value={id}
        onChange={(next) => setId(next as CommandId)}
      />
      <div className={styles.key}>
        <TextField
          label="Press the new keys"
          value={keysFor(id, changed) ?? 'none'}
          hint="Tab and Escape cannot be taken."
          onKeyDown={(event) => {
            if (['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
            event.preventDefault();
            save(keysOf(event.nativeEvent));
          }}
        />
        <Button onPress={() => save(null)}>No keys</Button>
        <Button onPress={() => save(undefined)}>As it was</Button>
      </div>
    </>
  );
};

const SettingsDialog = ({ name, close }: { name: string; close: () => void }) => {
  const theme = useSetting<Theme>(THEME_SETTING) ?? 'system';
  const singleKeys = useSetting<boolean>(SINGLE_KEYS_SETTING) ?? true;
  const [newName, setNewName] = useState(name);
  const saveName = (): void => {
    if (newName.trim()) void saveAnalyst(newName);
  };
  return (
    <Dialog isOpen title="Settings" onClose={close} actions={<Button onPress={close}>Close</Button>}>
      <div className={styles.fields}>
        <TextField
          label="Your name"
          hint="It stands on your excerpts, notes and bundles. A case shows a new name when it is opened next."
          value={newName}
          onChange={setNewName}
          onBlur={saveName}
        />
        <Select label="Theme" items={THEME_ITEMS} value={theme} onChange={(id) => void setTheme(id as Theme)} />
        <Switch isSelected={singleKeys} onChange={(on) => void writeSetting(SINGLE_KEYS_SETTING, on)}>
          Single-letter keys (E, T, L, J, K …)
        </Switch>
        <KeyChanger />
      </div>
    </Dialog>
  );
};

export async function showSettings(app: Pick<App, 'ask' | 'analyst'>): Promise<Outcome> {
  await app.ask((close) => <SettingsDialog name={app.analyst?.name ?? ''} close={() => close()} />);
  return yes(null);
}
