/** Which commands can run now: what menus, the palette and the keymap ask. */
import { COMMANDS } from '@shared/commands';
import type { CommandId, CommandRow } from '@shared/commands';
import type { App } from './context';
import { getSelection } from './selection';

/** Act on words selected in the reader. */
const ON_WORDS: ReadonlySet<CommandId> = new Set<CommandId>(['excerpt.fromSelection']);
/** Act on selected excerpts, or make one of the selected words first. */
const ON_EXCERPT_OR_WORDS: ReadonlySet<CommandId> = new Set<CommandId>([
  'excerpt.tag',
  'excerpt.tagLikeLast',
  'excerpt.note',
  'excerpt.grade',
  'excerpt.mark',
  'excerpt.link',
  'excerpt.copy',
]);
const ON_EXCERPTS: ReadonlySet<CommandId> = new Set<CommandId>([
  'excerpt.bounds',
  'excerpt.mergeSelected',
  'excerpt.showInDocument',
  'excerpt.deleteSelected',
]);

/** True when the command can run now. */
export function isEnabled(id: CommandId, app: Pick<App, 'openCase' | 'analyst'>): boolean {
  if ((COMMANDS[id] as CommandRow).needsCase && !app.openCase) return false;
  const { text, excerptIds } = getSelection();
  if (ON_WORDS.has(id)) return text !== null;
  if (ON_EXCERPT_OR_WORDS.has(id)) return text !== null || excerptIds.length > 0;
  if (ON_EXCERPTS.has(id)) return excerptIds.length > 0;
  return app.analyst !== null || id.startsWith('view.') || id.startsWith('help.');
}
