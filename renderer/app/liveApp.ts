/** The App object views are given, put together from the state the root component holds. */
import { useLayoutEffect, useMemo } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Platform } from '@shared/platform';
import type { AnalystSetting, App } from './context';
import { ask, confirm } from './dialogs/dialogs';
import { navigate } from './route';
import { makeRun } from './run';
import type { FailureReport } from './report';
import type { Session } from './session';
import { startProgress } from './progress';
import { showToast } from './toasts';
import type { ToastOptions } from './toasts';

/** The App as it is now. Handlers and menus that were made earlier run against this one. */
let live: App | null = null;

const liveApp = (): App => {
  if (!live) throw new Error('No App yet');
  return live;
};

function toastWithUndo(message: string, options?: ToastOptions): void {
  const open = live?.openCase;
  showToast(
    message,
    options,
    open ? { undo: () => void liveApp().run('edit.undo'), onNext: (next) => open.onCommitted(next) } : null,
  );
}

/** The one App of this window; the same object as long as nothing in it changes. */
export function useLiveApp(
  platform: Platform,
  analyst: AnalystSetting | null,
  session: Session | null,
  onFailure: (report: FailureReport) => void,
): App {
  const app = useMemo<App>(
    () => ({
      run: makeRun(liveApp, onFailure),
      platform,
      analyst,
      openCase: session?.open ?? null,
      index: session?.index ?? null,
      navigate,
      toast: toastWithUndo,
      ask,
      confirm,
      progress: startProgress,
      now: () => new Date(),
      newId: uuidv7,
    }),
    [platform, analyst, session, onFailure],
  );
  useLayoutEffect(() => {
    live = app;
  }, [app]);
  return app;
}
