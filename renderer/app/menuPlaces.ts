/** The commands of each menu, in the table's order: for the in-page menu, the palette and the shortcut list. */
import { COMMANDS } from '@shared/commands';
import type { CommandId, CommandRow, MenuPlace } from '@shared/commands';

export const MENU_LABELS: Readonly<Record<MenuPlace, string>> = {
  file: 'Case and documents',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  excerpt: 'Excerpt',
  briefing: 'Briefing',
  help: 'Help',
};

export const commandsIn = (place: MenuPlace): CommandId[] =>
  (Object.keys(COMMANDS) as CommandId[]).filter((id) => (COMMANDS[id] as CommandRow).menu === place);

export const MENU_PLACES = Object.keys(MENU_LABELS) as MenuPlace[];
