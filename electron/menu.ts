/**
 * The native menu, derived from the table of commands. A click only names the command to the page, which runs it as
 * it would from the palette; keys are shown here but heard in the page, where a text field has the first say.
 */
import { Menu, app, type MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type CommandId, type CommandRow, type MenuPlace } from '@shared/commands';
import type { MenuState } from '@shared/platform';

const IDS = Object.keys(COMMANDS) as CommandId[];
export const EMPTY_STATE: MenuState = { enabled: [], undoLabel: null, redoLabel: null };

/** `Mod+Shift+Z` in Electron's words. Null where the system's menu could not show it or would take it from the page. */
export function acceleratorOf(keys: string | undefined, os: NodeJS.Platform): string | null {
  if (keys === undefined) return null;
  // A Mac's menu hears its keys itself: a bare letter there would be taken out of what is being typed.
  if (os === 'darwin' && !keys.includes('Mod+') && !keys.includes('Alt+')) return null;
  return keys
    .split('+')
    .map((key) => (key === 'Mod' ? 'CmdOrCtrl' : key.replace(/^Arrow/, '')))
    .join('+');
}

/** The whole menu as a template; `run` is told the chosen command. */
export function menuTemplate(
  state: MenuState,
  os: NodeJS.Platform,
  isPackaged: boolean,
  run: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  const enabled = new Set(state.enabled);
  const item = (id: CommandId, label: string = COMMANDS[id].label): MenuItemConstructorOptions => {
    const row: CommandRow = COMMANDS[id];
    const accelerator = acceleratorOf(row.keys, os);
    return {
      id,
      label,
      enabled: enabled.has(id),
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      click: () => run(id),
    };
  };
  const at = (place: MenuPlace, ...without: CommandId[]): MenuItemConstructorOptions[] =>
    IDS.filter((id) => (COMMANDS[id] as CommandRow).menu === place && !without.includes(id)).map((id) => item(id));
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = os === 'darwin';

  return [
    ...(mac
      ? [
          {
            label: app.name,
            submenu: [
              item('help.about'),
              line,
              item('settings.open'),
              line,
              { role: 'hide' as const },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              line,
              { role: 'quit' as const },
            ],
          },
        ]
      : []),
    {
      id: 'menu.file',
      label: 'File',
      submenu: [...at('file', ...(mac ? (['settings.open'] as const) : [])), line, { role: mac ? 'close' : 'quit' }],
    },
    {
      id: 'menu.edit',
      label: 'Edit',
      submenu: [
        item('edit.undo', state.undoLabel ?? COMMANDS['edit.undo'].label),
        item('edit.redo', state.redoLabel ?? COMMANDS['edit.redo'].label),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        line,
        ...at('edit', 'edit.undo', 'edit.redo'),
      ],
    },
    {
      id: 'menu.view',
      label: 'View',
      submenu: [
        ...at('view'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [line, { role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    { id: 'menu.go', label: 'Go', submenu: at('go') },
    { id: 'menu.excerpt', label: 'Excerpt', submenu: at('excerpt') },
    { id: 'menu.briefing', label: 'Briefing', submenu: at('briefing') },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    { id: 'menu.help', label: 'Help', submenu: at('help', ...(mac ? (['help.about'] as const) : [])) },
  ];
}

/** Shows the menu for what can run now. */
export function showMenu(state: MenuState, run: (id: CommandId) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, process.platform, app.isPackaged, run)));
}
