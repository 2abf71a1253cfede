/** Every key, by menu, as the keymap has it now. */
import { COMMANDS } from '@shared/commands';
import { yes } from '@shared/model/result';
import { readSetting } from '../../store/registry';
import { Button, Dialog, Kbd } from '../../ui';
import type { App, Outcome } from '../context';
import { keysFor } from '../keymap';
import type { ChangedKeys } from '../keymap';
import { MENU_LABELS, MENU_PLACES, commandsIn } from '../menuPlaces';
import { KEYMAP_SETTING } from '../viewSettings';
import styles from './dialogs.module.css';

const READER_KEYS: readonly (readonly [string, string])[] = [
  ['Move the caret by word', 'Mod+ArrowRight'],
  ['Next or previous sentence', '.'],
  ['Next or previous paragraph', ']'],
  ['Extend the selection', 'Shift'],
  ['Take the whole word, sentence, paragraph', '+'],
  ['Take less again', '-'],
  ['Move an end of the excerpt, once B led to it', 'Mod+ArrowRight'],
  ['Move it by a sentence', 'ArrowDown'],
];

const BRIEFING_KEYS: readonly (readonly [string, string])[] = [
  ['Cite an excerpt', '[['],
  ['What becomes of a citation', 'Shift+F10'],
  ['Show the selected citation in its document', 'Mod+Enter'],
  ['Shorten the selected quotation', 'Enter'],
  ['Key judgement', 'Mod+Alt+J'],
  ['Details of the judgement', 'Mod+Alt+Enter'],
  ['Footnote', 'Mod+Alt+F'],
  ['Link', 'Mod+Shift+K'],
  ['List of things to do', 'Mod+Shift+9'],
  ['Tick what is done', 'Mod+Enter'],
  ['Bulleted or numbered list', 'Mod+Shift+8'],
  ['Heading', 'Mod+Alt+1'],
  ['Text tools', 'Alt+F10'],
];

const ShortcutsDialog = ({ changed, close }: { changed: ChangedKeys; close: () => void }) => (
  <Dialog
    isOpen
    title="Keyboard shortcuts"
    size="large"
    onClose={close}
    actions={<Button onPress={close}>Close</Button>}
  >
    {/* Keys scroll what has the focus. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <div className={styles.shortcuts} role="group" aria-label="Keys by menu" tabIndex={0}>
      {MENU_PLACES.map((place) => {
        const rows = commandsIn(place).filter((id) => keysFor(id, changed));
        return rows.length === 0 ? null : (
          <section key={place} className={styles.group}>
            <h3>{MENU_LABELS[place]}</h3>
            {rows.map((id) => (
              <div key={id} className={styles.row}>
                <span>{COMMANDS[id].label}</span>
                <Kbd keys={keysFor(id, changed)!} />
              </div>
            ))}
          </section>
        );
      })}
      <section className={styles.group}>
        <h3>In a document</h3>
        {READER_KEYS.map(([label, keys]) => (
          <div key={label} className={styles.row}>
            <span>{label}</span>
            <Kbd keys={keys} />
          </div>
        ))}
      </section>
      <section className={styles.group}>
        <h3>In the text of a briefing</h3>
        {BRIEFING_KEYS.map(([label, keys]) => (
          <div key={label} className={styles.row}>
            <span>{label}</span>
            <Kbd keys={keys} />
          </div>
        ))}
      </section>
    </div>
  </Dialog>
);

export async function showShortcuts(app: Pick<App, 'ask'>): Promise<Outcome> {
  const changed = (await readSetting<ChangedKeys>(KEYMAP_SETTING)) ?? {};
  await app.ask((close) => <ShortcutsDialog changed={changed} close={() => close()} />);
  return yes(null);
}
