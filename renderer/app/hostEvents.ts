/** What the host tells the page and the page tells the host: menu commands, opened files, quitting, dropped files. */
import { useEffect } from 'react';
import { COMMANDS } from '@shared/commands';
import type { CommandId } from '@shared/commands';
import { useStepLabelsOf } from '../store/hooks';
import { pastedOf } from '../features/library';
import { filesOfTransfer } from '../platform/folderFiles';
import type { App } from './context';
import { reverseInField, useIsWriting } from './fieldUndo';
import { flushPending } from './pending';
import { isEnabled } from './enabled';
import { currentRoute, hashOf, useRoute } from './route';
import { useSelection } from './selection';
import type { Session } from './session';
import { keepPlace, keepSettings } from './startUp';

const ids = Object.keys(COMMANDS) as CommandId[];

export function useHostEvents(app: App, session: Session | null): void {
  const { platform } = app;
  const labels = useStepLabelsOf(app.openCase);
  const selection = useSelection();
  const route = useRoute();
  const isWriting = useIsWriting();

  useEffect(
    () =>
      platform.onCommand((id) => {
        const kind = id === 'edit.undo' ? 'undo' : id === 'edit.redo' ? 'redo' : null;
        if (kind && reverseInField(kind, platform.os)) return;
        if (id in COMMANDS && isEnabled(id as CommandId, app)) void app.run(id as 'edit.undo');
      }),
    [app, platform],
  );
  useEffect(() => {
    const idle = (id: CommandId): boolean =>
      (id === 'edit.undo' && labels.undo === null) || (id === 'edit.redo' && labels.redo === null);
    platform.setMenuState({
      enabled: ids.filter((id) => isEnabled(id, app) && (isWriting || !idle(id))),
      undoLabel: isWriting || labels.undo === null ? null : `Undo ${labels.undo}`,
      redoLabel: isWriting || labels.redo === null ? null : `Redo ${labels.redo}`,
    });
  }, [app, platform, labels, selection, isWriting]);
  // The host keeps what the system opens until somebody listens: not before the start is through and there is a name.
  useEffect(
    () => (app.analyst === null ? undefined : platform.onOpenFile((file) => void app.run('bundle.import', { file }))),
    [app, platform],
  );
  useEffect(() => {
    if (app.analyst !== null) void keepPlace(hashOf(route));
  }, [app.analyst, route]);
  useEffect(
    () =>
      platform.onBeforeQuit(async () => {
        await flushPending();
        await session?.copy?.flush();
        if (app.analyst !== null) await keepPlace(hashOf(currentRoute()));
        await keepSettings(platform);
      }),
    [app.analyst, platform, session],
  );
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) takeIn(event, event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || !event.clipboardData) return;
      // In a text, what is pasted is the text's own affair.
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable=true]')) return;
      // Word and spreadsheets put a picture of the words beside them.
      const pasted = currentRoute().view === 'documents' ? pastedOf(event.clipboardData) : null;
      if (pasted) {
        event.preventDefault();
        void app.run('document.paste', pasted);
      } else if (event.clipboardData.types.includes('Files')) takeIn(event, event.clipboardData);
    };
    const takeIn = (event: Event, transfer: DataTransfer): void => {
      event.preventDefault();
      void filesOfTransfer(transfer).then((picked) => {
        if (picked.length === 0) return;
        const onlyBundles = picked.every((file) => file.name.endsWith('.collate'));
        if (onlyBundles) void app.run('bundle.import', { file: picked[0]! });
        else void app.run('document.import', { files: picked });
      });
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, [app, platform]);
}
