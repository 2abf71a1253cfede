/** In-page menus out of the table of commands. */
import { COMMANDS } from '@shared/commands';
import type { CommandRow, MenuPlace } from '@shared/commands';
import type { App } from '../context';
import { MENU_LABELS, commandsIn } from '../menuPlaces';
import { isEnabled } from '../enabled';
import type { MenuItems } from '../../ui';

/** Sections of commands that can be run from where the analyst is. */
export const menuItemsFor = (app: App, places: readonly MenuPlace[]): MenuItems[] =>
  places.map((place) => ({
    section: MENU_LABELS[place],
    items: commandsIn(place).map((id) => ({
      id,
      label: COMMANDS[id].label,
      keys: (COMMANDS[id] as CommandRow).keys,
      isDisabled: !isEnabled(id, app),
      isDanger: id === 'case.delete',
      onAction: () => void app.run(id as 'edit.undo'),
    })),
  }));
