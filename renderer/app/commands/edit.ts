/** Undo and redo of the case. In a text field they belong to the field, which the keymap sees to. */
import { no, yes } from '@shared/model/result';
import type { CommandContext, HandlersFor } from './handler';

async function reverse(context: CommandContext, kind: 'undo' | 'redo') {
  const result = await (kind === 'undo' ? context.theCase.undo() : context.theCase.redo());
  if (!result.ok) return no(result.reason, result.detail);
  context.toast(kind === 'undo' ? `Taken back: ${result.value.label}` : `Done again: ${result.value.label}`);
  return yes(null);
}

export const editHandlers = {
  'edit.undo': (context) => reverse(context, 'undo'),
  'edit.redo': (context) => reverse(context, 'redo'),
} satisfies HandlersFor<'edit.undo' | 'edit.redo'>;
